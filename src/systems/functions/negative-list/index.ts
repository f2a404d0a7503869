import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { itemCode } from '../list-words.ts';

/** Row B1: what is forbidden, or open only by approval. Whatever is not listed is open to all alike. */
export const negativeList = defineList({
  id: 'negative-list',
  name: '市场准入负面清单',
  row: 'B1',
  chapter: 'functions',
  about: '登记禁止准入和许可准入的事项；清单以外的领域，各类市场主体依法平等进入。',
  basis: [{ law: '优化营商环境条例' }],
  code: itemCode,
  fields: z.object({
    name: f.text('事项', { max: 300 }),
    type: f.choice('准入类别', { forbidden: '禁止准入', approval: '许可准入' }),
    industry: f.text('行业', { max: 100 }),
    measure: f.longText('措施描述', { help: '禁止的内容，或者应当取得的许可' }),
    legalBasis: f.longText('设定依据'),
    power: f.listItem('对应的许可事项', 'powers', { offers: { kind: 'licence' } }).optional(),
  }),
  kindField: 'type',
  operations: ['adjust', 'establish', 'cancel', 'merge', 'split', 'suspend', 'resume'],
  agreements: [
    {
      id: 'forbidden-needs-no-licence',
      holds: (fields) => fields.type !== 'forbidden' || fields.power === undefined,
      say: '禁止准入的事项不对应许可，请清空“对应的许可事项”，或者改为许可准入。',
    },
  ],
  publication: {
    channel: 'negative-list',
    fields: ['name', 'type', 'industry', 'measure', 'legalBasis', 'power'],
  },
  columns: ['industry', 'measure'],
  search: ['industry', 'measure'],
});
