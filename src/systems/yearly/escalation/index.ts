/** Row A2 提醒约谈: reminder, summons, rectification order, circular, one after the other until it is put right. */
export { escalation } from './procedure.ts';
export { walks } from './walks.ts';
