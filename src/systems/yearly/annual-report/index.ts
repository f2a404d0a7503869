/** Row A4 年度报告: from the draft to the issued, reported and published report of the year. */
export type { IssuedText } from './fields.ts';
export { firstDayOfNext, ruleOfPublishing, ruleOfReporting } from './law.ts';
export { annualReport } from './procedure.ts';
export { walks } from './walks.ts';
