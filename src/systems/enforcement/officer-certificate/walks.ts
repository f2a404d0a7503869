import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  liaison: { kind: 'liaison' },
  bureau: { kind: 'legal-office', unit: 'bureau' },
  chief: { kind: 'legal-office-head', unit: 'bureau' },
  supervisor: { kind: 'supervisor', unit: 'bureau' },
  unitHead: { kind: 'unit-head' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('officer-certificate');

const application = {
  holder: ['officer'],
  holderName: '执法人员甲',
  kind: 'enforcement',
  status: 'civil-servant',
  duty: '监督检查',
};
const training = { course: '岗前培训', hours: 60 };
const exam = { examOn: '2024-01-12', score: 86, examPassed: true };
const certificate = { number: '0000-0001', validFrom: '2024-01-15', validTo: '2029-01-14', scope: '综合' };

const issued: Walk['acts'] = [
  act('apply', 'liaison', '2024-01-08', application, { stages: ['applied'] }),
  act('record-training', 'liaison', '2024-01-10', training),
  act('record-exam', 'bureau', '2024-01-12', exam, { counts: { 'certificate.examined': 1 } }),
  act('issue', 'bureau', '2024-01-15', certificate, {
    stages: ['held'],
    counts: { 'certificate.held': 1, 'certificate.issued': 1 },
    // Thirty days before 14 January 2029 is Friday 15 December 2028; its year has no holiday notice yet.
    due: { renewal: '2028-12-15' },
  }),
];

export const walks: readonly Walk[] = [
  {
    name: 'from application to renewal: training, examination, yearly check, suspension',
    actors,
    acts: [
      act('apply', 'liaison', '2024-01-08', { ...application, status: 'auxiliary' }, refused('no-auxiliary')),
      act(
        'apply',
        'liaison',
        '2024-01-08',
        { ...application, kind: 'legality-review' },
        refused('reviewer-ground'),
      ),
      issued[0]!,
      act('record-training', 'unitHead', '2024-01-09', training, { refused: 'kernel.P4' }),
      act('issue', 'bureau', '2024-01-10', certificate, {
        refused: 'officer-certificate.trained-and-examined',
      }),
      ...issued.slice(1, 3),
      act('issue', 'bureau', '2024-01-16', certificate, refused('validity')),
      issued[3]!,
      act(
        'annual-check',
        'bureau',
        '2024-12-20',
        { checkYear: 2024, yearHours: 59, checkPassed: false },
        {
          alerts: ['officer-certificate.too-little-training', 'officer-certificate.check-failed'],
          counts: { 'certificate.checked': 1 },
        },
      ),
      act('renew', 'bureau', '2024-12-20', { validTo: '2034-01-14' }, refused('check-passed')),
      act(
        'suspend',
        'supervisor',
        '2024-12-23',
        { suspendReason: '年度审验不合格' },
        {
          stages: ['suspended'],
          counts: { 'certificate.suspended': 1 },
          facts: { suspensions: [{ from: '2024-12-23' }] },
        },
      ),
      act(
        'annual-check',
        'bureau',
        '2025-01-17',
        { checkYear: 2024, yearHours: 60, checkPassed: true },
        { alerts: [] },
      ),
      act(
        'reinstate',
        'bureau',
        '2025-01-20',
        { reinstateReason: '补训后审验合格' },
        {
          stages: ['held'],
          facts: { suspensions: [{ from: '2024-12-23', to: '2025-01-20' }] },
        },
      ),
      act('renew', 'bureau', '2025-02-05', { validTo: '2029-01-14' }, refused('longer')),
      act('renew', 'bureau', '2025-02-05', { validTo: '2026-05-31' }, refused('longer')),
      act(
        'cancel',
        'bureau',
        '2025-03-03',
        { cancelReason: 'left' },
        {
          stages: ['ended'],
          outcome: '注销',
          counts: { 'certificate.held': -1, 'certificate.removed': 1 },
          facts: { lastDay: '2025-03-02' },
        },
      ),
    ],
  },
  {
    name: 'a certificate renewed in time, then revoked; an expired one is not renewed',
    actors,
    acts: [
      ...issued,
      act('renew', 'bureau', '2029-01-15', { validTo: '2034-01-14' }, refused('renewed-in-time')),
      act(
        'renew',
        'bureau',
        '2028-11-06',
        { validTo: '2034-01-14' },
        {
          counts: { 'certificate.renewed': 1 },
          // Thirty days before 14 January 2034 is Thursday 15 December 2033.
          due: { renewal: '2033-12-15' },
        },
      ),
      act(
        'revoke',
        'chief',
        '2029-02-28',
        { revokeReason: '严重违法执法' },
        { outcome: '吊销', counts: { 'certificate.held': -1 }, facts: { lastDay: '2029-02-27' } },
      ),
    ],
  },
  {
    name: 'the qualification of a reviewer needs its ground, not the enforcement examination',
    actors,
    acts: [
      act(
        'apply',
        'liaison',
        '2024-01-08',
        { ...application, kind: 'legality-review', reviewerGround: 'legal-profession' },
        { stages: ['applied'] },
      ),
      act('issue', 'bureau', '2024-01-15', certificate, {
        stages: ['held'],
        counts: { 'certificate.held': 1 },
      }),
    ],
  },
  {
    name: 'an application is refused',
    actors,
    acts: [
      issued[0]!,
      act('record-exam', 'bureau', '2024-01-12', { ...exam, examPassed: false }),
      act('refuse', 'bureau', '2024-01-15', { refusalReason: '考试不合格' }, { outcome: '不予核发' }),
    ],
  },
];
