/** Row A2 工作任务: one unit's share of a plan, reported on, claimed as done and accepted. */
export { workTask } from './procedure.ts';
export { walks } from './walks.ts';
