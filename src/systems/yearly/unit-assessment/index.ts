/** Row A3 考核, one unit's part of it. Opened and told by `assessment`. */
export { digestOfMarks, type GivenMark, type Round } from './gates.ts';
export { unitAssessment } from './procedure.ts';
export { walks } from './walks.ts';
