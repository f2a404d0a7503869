import type { LegalDate } from '../../../kernel/dates.ts';
import type { Basis } from '../../../kernel/errors.ts';
import { lawBook } from '../../../law/index.ts';

const regulation = '法治政府建设与责任落实督察工作规定';

export const basis = {
  /** The government lays down the year's main work and assigns it. */
  yearlyPlan: { law: regulation, article: '第七条、第八条', provision: 'DC-09' },
  /** Inspection in writing or on the spot, feedback, rectification within a set term. */
  inspection: { law: regulation, article: '第十一条至第二十条', provision: 'DC-10' },
} satisfies Record<string, Basis>;

/** Before 2019-04-15 the year's work was laid down under the outline of 2015; both leave the day to the plan. */
export const ruleOfPlan = (on: LegalDate): string => (lawBook.inForce('DC-09', on) ? 'DC-09' : 'GO-01');
export const ruleOfInspection = (on: LegalDate): string => (lawBook.inForce('DC-10', on) ? 'DC-10' : 'GO-01');

/** Information made in the work is published within 20 workdays of its forming. */
export const ruleOfPublishing = (on: LegalDate): string =>
  lawBook.inForce('GK1-02', on) ? 'GK1-02' : 'GK0-01';
