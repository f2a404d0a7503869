/** Row A5 报送: a round asks many units for one form and one period; each of them gets its return. */
export { returnRound } from './procedure.ts';
export { walks } from './walks.ts';
