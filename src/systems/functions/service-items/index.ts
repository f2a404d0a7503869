import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { itemCode, powerOperations } from '../list-words.ts';

/** Rows B1 and B11: public services that are not powers, e.g. relief, certificates of facts, consultation. */
export const serviceItems = defineList({
  id: 'service-items',
  name: '公共服务事项清单',
  row: 'B1',
  chapter: 'functions',
  about: '登记面向公众提供的公共服务事项、办理地点、材料和时限。',
  basis: [{ law: '关于简化优化公共服务流程方便基层群众办事创业的通知（国办发〔2015〕86号）' }],
  code: itemCode,
  fields: z.object({
    name: f.text('事项名称', { max: 300 }),
    type: f.choice('服务类别', {
      'social-relief': '社会救助',
      'social-security': '社会保障',
      education: '教育服务',
      health: '医疗卫生',
      employment: '就业创业',
      housing: '住房保障',
      legal: '公共法律服务',
      proof: '证明出具',
      other: '其他服务',
    }),
    unit: f.unit('服务单位'),
    audience: f.text('服务对象', { max: 200 }),
    legalBasis: f.longText('服务依据').optional(),
    materials: f.longText('需要的材料').optional(),
    days: f.integer('办理时限', { unit: '工作日', max: 3650 }).optional(),
    place: f.text('办理地点', { max: 200 }).optional(),
    phone: f.text('咨询电话', { max: 40 }).optional(),
    stages: f.rows('办理流程', { name: f.text('环节', { max: 30 }) }, { max: 20 }).optional(),
  }),
  kindField: 'type',
  unitField: 'unit',
  flowField: 'stages',
  flowBegins: '申请',
  operations: powerOperations.filter((id) => id !== 'pre-to-post'),
  publication: {
    channel: 'service-items',
    fields: [
      'name',
      'type',
      'unit',
      'audience',
      'legalBasis',
      'materials',
      'days',
      'place',
      'phone',
      'stages',
    ],
  },
  columns: ['audience', 'days'],
  search: ['audience'],
});
