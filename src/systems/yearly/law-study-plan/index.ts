/** Row A6 年度学法计划: the sessions of a year. */
export { lawStudyPlan } from './procedure.ts';
export { walks } from './walks.ts';
