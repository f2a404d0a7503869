import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { entryOperations, itemCode } from '../../functions/list-words.ts';

const kinds = {
  penalty: '行政处罚',
  coercion: '行政强制',
  inspection: '行政检查',
  levy: '行政征收',
  licence: '行政许可',
  other: '其他执法行为',
} as const;

/** Row E1: what may be enforced, by whom and how, each item standing on a power (国办发〔2018〕118号（四）). */
export const enforcementItems = defineList({
  id: 'enforcement-items',
  name: '行政执法事项清单',
  row: 'E1',
  chapter: 'enforcement',
  about: '登记每个执法主体可以作出的执法行为、对应的行政权力、程序和随机抽查要求，事前向社会公开。',
  basis: [{ law: '国办发〔2018〕118号', article: '（四）', provision: 'S3-02' }],
  code: itemCode,
  fields: z.object({
    name: f.text('执法事项', { max: 300 }),
    type: f.choice('执法类别', kinds),
    power: f.listItem('对应的行政权力', 'powers'),
    body: f.listItem('执法主体', 'enforcing-bodies'),
    unit: f.unit('实施单位'),
    object: f.text('执法对象', { max: 200 }),
    legalBasis: f.longText('执法依据'),
    stages: f
      .rows(
        '执法流程',
        { name: f.text('环节', { max: 30 }), days: f.integer('时限', { unit: '日', max: 3650 }).optional() },
        { max: 20 },
      )
      .optional(),
    frequency: f.text('检查频次上限', { max: 100, help: '行政检查事项填写，例如每年不超过1次' }).optional(),
    random: f.flag('列入双随机抽查').optional(),
  }),
  kindField: 'type',
  unitField: 'unit',
  flowField: 'stages',
  flowBegins: {
    licence: '申请',
    penalty: '发现线索',
    coercion: '依职权启动',
    inspection: '依职权启动',
    levy: '依职权启动',
  },
  operations: [...entryOperations, 'merge', 'split', 'entrust', 'empower', 'recall'],
  publication: {
    channel: 'enforcement-items',
    fields: [
      'name',
      'type',
      'power',
      'body',
      'unit',
      'object',
      'legalBasis',
      'stages',
      'frequency',
      'random',
    ],
  },
  columns: ['object', 'power'],
  search: ['object', 'legalBasis'],
});
