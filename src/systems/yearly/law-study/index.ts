/** Row A6 学法活动: sessions, lectures and classes, with who came. */
export { lawStudy } from './procedure.ts';
export { walks } from './walks.ts';
