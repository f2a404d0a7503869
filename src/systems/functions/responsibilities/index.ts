import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { entryOperations, itemCode } from '../list-words.ts';

const kinds = {
  duty: '部门职责',
  boundary: '职责边界',
  supervision: '事中事后监管',
  service: '公共服务职责',
} as const;

/** Row B1: what each unit must do, and where its duty ends and another's begins. */
export const responsibilities = defineList({
  id: 'responsibilities',
  name: '责任清单',
  row: 'B1',
  chapter: 'functions',
  about: '登记各单位应当履行的职责、与其他单位的职责边界和监管责任。',
  basis: [{ law: '关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）' }],
  code: itemCode,
  fields: z.object({
    name: f.text('责任事项', { max: 300 }),
    type: f.choice('责任类别', kinds),
    unit: f.unit('责任单位'),
    content: f.longText('具体内容'),
    legalBasis: f.longText('依据').optional(),
    cooperating: f.text('相关单位', { max: 300, help: '涉及职责边界时填写' }).optional(),
    accountability: f.longText('追责情形').optional(),
  }),
  kindField: 'type',
  unitField: 'unit',
  operations: [...entryOperations, 'merge', 'split'],
  publication: {
    channel: 'responsibilities',
    fields: ['name', 'type', 'unit', 'content', 'legalBasis', 'cooperating', 'accountability'],
  },
  columns: ['content'],
  search: ['content'],
});
