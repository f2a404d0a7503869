/** Row F7 依申请公开: a request for government information, from its receipt to the delivered answer. */
export { disclosureRequest } from './procedure.ts';
export { walks } from './walks/index.ts';
