export { licence } from './procedure.ts';
export { walks } from './walks/index.ts';
