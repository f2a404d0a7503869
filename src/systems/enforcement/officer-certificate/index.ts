/** Row E2 行政执法人员资格: the certificate that enforcement steps and reviewers ask for. */
export { officerCertificate } from './procedure.ts';
export { walks } from './walks.ts';
