/** Row A1 年度工作要点: drafted, reviewed, issued as tasks of units; amended by versions. */
export { workPlan } from './procedure.ts';
export { walks } from './walks.ts';
