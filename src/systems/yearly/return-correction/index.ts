/** Row A5 更正: a correction of an accepted return, while it waits for the office that collects. */
export { returnCorrection } from './procedure.ts';
export { walks } from './walks.ts';
