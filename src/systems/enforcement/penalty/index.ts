/** Row E6 行政处罚: declarations in procedure.ts, one file a phase in steps/, the law by date in law.ts. */
export { penalty } from './procedure.ts';
export { walks } from './walks.ts';
