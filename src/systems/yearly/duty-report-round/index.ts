/** Row A6 年度述法部署: one report for each first responsible person, with a day. */
export { dutyReportRound } from './procedure.ts';
export { walks } from './walks.ts';
