import type { LegalDate } from '../../../kernel/dates.ts';
import type { Basis } from '../../../kernel/errors.ts';
import { lawBook } from '../../../law/index.ts';

const regulation = '法治政府建设与责任落实督察工作规定';

export const basis = {
  upward: { law: regulation, article: '第二十三条第二款', provision: 'DC-05' },
  publication: { law: regulation, article: '第二十四条', provision: 'DC-06' },
  contents: { law: regulation, article: '第二十五条', provision: 'DC-07' },
} satisfies Record<string, Basis>;

/** The limits of a report stand in the year after it: they count from that year's first day. */
export const firstDayOfNext = (year: number): LegalDate => `${year + 1}-01-01`;

/** Before 2019-04-15 the outline of 2015 set one day for both, the end of the first quarter. */
const ruleOf =
  (present: string) =>
  (year: number): string =>
    lawBook.inForce(present, firstDayOfNext(year)) ? present : 'DC-01';

/** Before 1 March to the next higher government. */
export const ruleOfReporting = ruleOf('DC-05');
/** Before 1 April to the public. */
export const ruleOfPublishing = ruleOf('DC-06');
