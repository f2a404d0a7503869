import type { Basis } from '../../../kernel/errors.ts';

const regulation = '法治政府建设与责任落实督察工作规定';

/**
 * No provision collected here sets the day of a monthly or quarterly return: whoever collects sets it. The duty it
 * serves is the departments' report of the year, whose figures it gathers while the year runs.
 */
export const RULE_OF_RETURNS = 'DC-03';
export const basis = {
  duty: { law: regulation, article: '第二十三条第二款', provision: RULE_OF_RETURNS },
  contents: { law: regulation, article: '第二十五条', provision: 'DC-07' },
} satisfies Record<string, Basis>;
