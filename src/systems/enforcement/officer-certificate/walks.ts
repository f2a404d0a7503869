import type { Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  liaison: { kind: 'liaison' },
  bureau: { kind: 'legal-office', unit: 'bureau' },
  chief: { kind: 'legal-office-head', unit: 'bureau' },
  supervisor: { kind: 'supervisor', unit: 'bureau' },
  unitHead: { kind: 'unit-head' },
} as const;

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
  { step: 'apply', by: 'liaison', on: '2024-01-08', input: application, expect: { stages: ['applied'] } },
  { step: 'record-training', by: 'liaison', on: '2024-01-10', input: training, expect: {} },
  {
    step: 'record-exam',
    by: 'bureau',
    on: '2024-01-12',
    input: exam,
    expect: { counts: { 'certificate.examined': 1 } },
  },
  {
    step: 'issue',
    by: 'bureau',
    on: '2024-01-15',
    input: certificate,
    expect: {
      stages: ['held'],
      counts: { 'certificate.held': 1, 'certificate.issued': 1 },
      // Thirty days before 14 January 2029 is Friday 15 December 2028; its year has no holiday notice yet.
      due: { renewal: '2028-12-15' },
    },
  },
];

export const walks: readonly Walk[] = [
  {
    name: 'from application to renewal: training, examination, yearly check, suspension',
    actors,
    acts: [
      {
        step: 'apply',
        by: 'liaison',
        on: '2024-01-08',
        input: { ...application, status: 'auxiliary' },
        expect: { refused: 'officer-certificate.no-auxiliary' },
      },
      {
        step: 'apply',
        by: 'liaison',
        on: '2024-01-08',
        input: { ...application, kind: 'legality-review' },
        expect: { refused: 'officer-certificate.reviewer-ground' },
      },
      issued[0]!,
      {
        step: 'record-training',
        by: 'unitHead',
        on: '2024-01-09',
        input: training,
        expect: { refused: 'kernel.P4' },
      },
      {
        step: 'issue',
        by: 'bureau',
        on: '2024-01-10',
        input: certificate,
        expect: { refused: 'officer-certificate.trained-and-examined' },
      },
      ...issued.slice(1, 3),
      {
        step: 'issue',
        by: 'bureau',
        on: '2024-01-16',
        input: certificate,
        expect: { refused: 'officer-certificate.validity' },
      },
      issued[3]!,
      {
        step: 'annual-check',
        by: 'bureau',
        on: '2024-12-20',
        input: { checkYear: 2024, yearHours: 59, checkPassed: false },
        expect: {
          alerts: ['officer-certificate.too-little-training', 'officer-certificate.check-failed'],
          counts: { 'certificate.checked': 1 },
        },
      },
      {
        step: 'renew',
        by: 'bureau',
        on: '2024-12-20',
        input: { validTo: '2034-01-14' },
        expect: { refused: 'officer-certificate.check-passed' },
      },
      {
        step: 'suspend',
        by: 'supervisor',
        on: '2024-12-23',
        input: { suspendReason: '年度审验不合格' },
        expect: {
          stages: ['suspended'],
          counts: { 'certificate.suspended': 1 },
          facts: { suspensions: [{ from: '2024-12-23' }] },
        },
      },
      {
        step: 'annual-check',
        by: 'bureau',
        on: '2025-01-17',
        input: { checkYear: 2024, yearHours: 60, checkPassed: true },
        expect: { alerts: [] },
      },
      {
        step: 'reinstate',
        by: 'bureau',
        on: '2025-01-20',
        input: { reinstateReason: '补训后审验合格' },
        expect: {
          stages: ['held'],
          facts: { suspensions: [{ from: '2024-12-23', to: '2025-01-20' }] },
        },
      },
      {
        step: 'renew',
        by: 'bureau',
        on: '2025-02-05',
        input: { validTo: '2029-01-14' },
        expect: { refused: 'officer-certificate.longer' },
      },
      {
        step: 'renew',
        by: 'bureau',
        on: '2025-02-05',
        input: { validTo: '2026-05-31' },
        expect: { refused: 'officer-certificate.longer' },
      },
      {
        step: 'cancel',
        by: 'bureau',
        on: '2025-03-03',
        input: { cancelReason: 'left' },
        expect: {
          stages: ['ended'],
          outcome: '注销',
          counts: { 'certificate.held': -1, 'certificate.removed': 1 },
          facts: { lastDay: '2025-03-02' },
        },
      },
    ],
  },
  {
    name: 'a certificate renewed in time, then revoked; an expired one is not renewed',
    actors,
    acts: [
      ...issued,
      {
        step: 'renew',
        by: 'bureau',
        on: '2029-01-15',
        input: { validTo: '2034-01-14' },
        expect: { refused: 'officer-certificate.renewed-in-time' },
      },
      {
        step: 'renew',
        by: 'bureau',
        on: '2028-11-06',
        input: { validTo: '2034-01-14' },
        expect: {
          counts: { 'certificate.renewed': 1 },
          // Thirty days before 14 January 2034 is Thursday 15 December 2033.
          due: { renewal: '2033-12-15' },
        },
      },
      {
        step: 'revoke',
        by: 'chief',
        on: '2029-02-28',
        input: { revokeReason: '严重违法执法' },
        expect: { outcome: '吊销', counts: { 'certificate.held': -1 }, facts: { lastDay: '2029-02-27' } },
      },
    ],
  },
  {
    name: 'the qualification of a reviewer needs its ground, not the enforcement examination',
    actors,
    acts: [
      {
        step: 'apply',
        by: 'liaison',
        on: '2024-01-08',
        input: { ...application, kind: 'legality-review', reviewerGround: 'legal-profession' },
        expect: { stages: ['applied'] },
      },
      {
        step: 'issue',
        by: 'bureau',
        on: '2024-01-15',
        input: certificate,
        expect: { stages: ['held'], counts: { 'certificate.held': 1 } },
      },
    ],
  },
  {
    name: 'an application is refused',
    actors,
    acts: [
      issued[0]!,
      {
        step: 'record-exam',
        by: 'bureau',
        on: '2024-01-12',
        input: { ...exam, examPassed: false },
        expect: {},
      },
      {
        step: 'refuse',
        by: 'bureau',
        on: '2024-01-15',
        input: { refusalReason: '考试不合格' },
        expect: { outcome: '不予核发' },
      },
    ],
  },
];
