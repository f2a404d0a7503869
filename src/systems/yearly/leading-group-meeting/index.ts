/** Row A6 领导小组会议: agenda, attendance, minutes, decisions that become assignments. */
export { leadingGroupMeeting } from './procedure.ts';
export { walks } from './walks.ts';
