import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { basis, bodies } from '../leaders.ts';

/** Row A6: who sits in the leading group, since when; as of any day, with every change and its document. */
export const leadingGroup = defineList({
  id: 'leading-group',
  name: '法治建设领导小组成员名单',
  row: 'A6',
  chapter: 'yearly',
  about: '登记领导小组的组长、副组长、成员和办公室人员及其起止日期；可以查看任何一天的名单。',
  basis: [basis.firstResponsible],
  code: { pattern: /^[A-Z0-9][A-Z0-9-]{1,39}$/, say: '由数字、大写字母和连接号组成，2至40位' },
  fields: z.object({
    name: f.text('姓名', { max: 50 }),
    place: f.choice('组内职务', {
      head: '组长',
      'first-deputy': '常务副组长',
      deputy: '副组长',
      member: '成员',
      'office-head': '办公室主任',
      'office-member': '办公室成员',
    }),
    title: f.text('所任职务', { max: 80 }),
    unit: f.unit('所在单位'),
    body: f.choice('第一责任人身份', { ...bodies, none: '不是第一责任人' }),
    duties: f.text('分工', { max: 300 }).optional(),
  }),
  kindField: 'place',
  unitField: 'unit',
  by: ['legal-office', 'legal-office-head'],
  operations: ['adjust', 'establish', 'cancel'],
  columns: ['title', 'body'],
  search: ['title', 'duties'],
});
