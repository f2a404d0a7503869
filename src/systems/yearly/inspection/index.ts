/** Row A2 督察: one unit's inspection, from the notice to the re-check of what it put right. */
export { inspection } from './procedure.ts';
export { walks } from './walks.ts';
