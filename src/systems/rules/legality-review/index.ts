/** Rows C3 and E5 合法性审查（法制审核）: one service for all that must be reviewed before it is decided. */
export { legalityReview } from './procedure.ts';
export { walks } from './walks.ts';
