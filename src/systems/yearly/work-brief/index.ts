/** Row A6 法治建设情况报送: briefs to superior, people's congress and party committee, with receipt. */
export { workBrief } from './procedure.ts';
export { walks } from './walks.ts';
