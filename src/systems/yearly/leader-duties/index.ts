/** Row A6 第一责任人职责清单: duties of a year that the ledger measures. */
export { leaderDuties } from './procedure.ts';
export { walks } from './walks.ts';
