import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { entryOperations, itemCode } from '../list-words.ts';

/** Row B1: services of third parties that an approval may ask for. What is not listed may not be asked for. */
export const intermediaryServices = defineList({
  id: 'intermediary-services',
  name: '行政审批中介服务事项清单',
  row: 'B1',
  chapter: 'functions',
  about: '登记可以作为行政审批条件的中介服务；没有列入清单的，不得要求申请人办理。',
  basis: [
    { law: '优化营商环境条例' },
    { law: '关于清理规范国务院部门行政审批中介服务的通知（国办发〔2015〕31号）' },
  ],
  code: itemCode,
  fields: z.object({
    name: f.text('中介服务名称', { max: 300 }),
    power: f.listItem('涉及的审批事项', 'powers'),
    unit: f.unit('审批单位'),
    legalBasis: f.longText('设定依据'),
    provider: f.text('服务机构条件', { max: 500 }).optional(),
    result: f.text('服务成果', { max: 200 }).optional(),
    pricing: f.choice('收费性质', { market: '市场调节价', government: '政府定价或者指导价', free: '不收费' }),
    days: f.integer('服务时限', { unit: '工作日', max: 3650 }).optional(),
  }),
  kindField: 'pricing',
  unitField: 'unit',
  operations: entryOperations,
  publication: {
    channel: 'intermediary-services',
    fields: ['name', 'power', 'unit', 'legalBasis', 'provider', 'result', 'pricing', 'days'],
  },
  columns: ['power', 'result'],
});
