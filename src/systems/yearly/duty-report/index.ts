/** Row A6 述法报告: handed in, reviewed, commented, presented, published where required. */
export { dutyReport } from './procedure.ts';
export { walks } from './walks.ts';
