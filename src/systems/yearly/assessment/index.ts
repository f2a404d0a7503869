/** Row A3 考核: scheme, scoring, telling, appeals, result and its use; a `unit-assessment` for each unit. */
export { assessment } from './procedure.ts';
export { walks } from './walks.ts';
