import type { Basis } from '../../kernel/errors.ts';
import { f } from '../../kernel/procedure/fields.ts';

// What the procedures of row A6 share: the law they stand on, the bodies that have a first responsible person.

const regulation = '法治政府建设与责任落实督察工作规定';

export const basis = {
  /** The 2016 rules on the first responsible person; their articles have not been verified. */
  firstResponsible: { law: '党政主要负责人履行推进法治建设第一责任人职责规定', provision: 'DC-11' },
  /** Hears a report once a year; plans the year and assigns it. */
  direction: { law: regulation, article: '第七条、第八条', provision: 'DC-09' },
  lectures: { law: regulation, article: '第七条、第八条、第九条', provision: 'DC-08' },
  contents: { law: regulation, article: '第二十五条', provision: 'DC-07' },
  /** From 1 November 2025 how a leader studied and used the law is part of the yearly report on duties. */
  study: { law: '法治宣传教育法', article: '第三十八条', provision: 'XX-01' },
  upward: { law: regulation, article: '第二十三条第二款', provision: 'DC-05' },
} satisfies Record<string, Basis>;

/** The bodies of which the regulation says what their leaders do each year. */
export const bodies = {
  party: '党委（党工委）',
  government: '政府（管委会）',
  department: '部门、镇街',
} as const;
export type Body = keyof typeof bodies;

/** A first responsible person as tables of officials name him; a public office, not personal data. */
export const leader = {
  name: f.text('姓名', { max: 50 }),
  title: f.text('职务', { max: 80 }),
  unit: f.unit('单位'),
};
