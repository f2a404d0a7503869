/** Row A6 会议议定事项: a decision of a meeting as the work of one unit. */
export { meetingAssignment } from './procedure.ts';
export { walks } from './walks.ts';
