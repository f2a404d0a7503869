/** Row A5 报送: one unit's return of one period, from the day it is owed to its acceptance and later corrections. */
export { periodicReturn } from './procedure.ts';
export { walks } from './walks.ts';
