import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { entryOperations, itemCode } from '../list-words.ts';

/** Row B1: the fees that may be charged. What is not listed may not be charged. */
export const fees = defineList({
  id: 'fees',
  name: '行政事业性收费目录清单',
  row: 'B1',
  chapter: 'functions',
  about: '登记可以收取的行政事业性收费及其标准；清单之外不得收费。',
  basis: [{ law: '优化营商环境条例' }],
  code: itemCode,
  fields: z.object({
    name: f.text('收费项目', { max: 200 }),
    type: f.choice('收费性质', {
      administrative: '行政管理类',
      resource: '资源补偿类',
      certificate: '证照类',
      examination: '考试类',
      inspection: '鉴定检测类',
      other: '其他',
    }),
    unit: f.unit('收费单位'),
    standard: f.text('收费标准', { max: 500, help: '含计量单位，如“每证10元”' }),
    enterprises: f.flag('涉企收费'),
    legalBasis: f.longText('收费依据', { help: '设立和标准的文件名称、文号' }),
    reduction: f.text('减免规定', { max: 500 }).optional(),
  }),
  kindField: 'type',
  unitField: 'unit',
  operations: entryOperations,
  publication: {
    channel: 'fees',
    fields: ['name', 'type', 'unit', 'standard', 'enterprises', 'legalBasis', 'reduction'],
  },
  columns: ['standard', 'enterprises'],
});
