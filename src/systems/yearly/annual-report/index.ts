/** Row A4 年度报告: from the draft to the issued, reported and published report of the year. */
export { annualReport } from './procedure.ts';
export { walks } from './walks.ts';
