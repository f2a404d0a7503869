import type { IndicatorDeclaration } from '../../../kernel/indicator/declaration.ts';
import { type CertificateFacts, certificateKinds } from './fields.ts';

type Indicator = IndicatorDeclaration<CertificateFacts>;
const kind = ({ facts }: { readonly facts: CertificateFacts }) => facts.kind ?? '';

export const indicators: readonly Indicator[] = [
  {
    id: 'certificate.held',
    name: '持证人员',
    unit: '人',
    measure: 'stock',
    definition: '期末持有证件的人员，按核发加一、注销和吊销减一计，暂扣的仍计入。',
    kinds: certificateKinds,
    counts: [
      { on: ['issue'], kind },
      { on: ['cancel', 'revoke'], value: () => -1, kind },
    ],
  },
  {
    id: 'certificate.issued',
    name: '新核发证件',
    unit: '人',
    measure: 'flow',
    definition: '期间内新核发的证件，按核发之日计。',
    kinds: certificateKinds,
    counts: [{ on: ['issue'], kind }],
  },
  {
    id: 'certificate.renewed',
    name: '换发证件',
    unit: '人',
    measure: 'flow',
    definition: '期间内延续有效期的证件，按换证之日计。',
    kinds: certificateKinds,
    counts: [{ on: ['renew'], kind }],
  },
  {
    id: 'certificate.removed',
    name: '清退执法人员',
    unit: '人',
    measure: 'flow',
    definition: '期间内注销和吊销的证件，按失效之日计。',
    kinds: { cancel: '注销', revoke: '吊销' },
    counts: [
      { on: ['cancel'], kind: () => 'cancel' },
      { on: ['revoke'], kind: () => 'revoke' },
    ],
  },
  {
    id: 'certificate.suspended',
    name: '暂扣证件',
    unit: '人次',
    measure: 'flow',
    definition: '期间内暂扣的证件，按暂扣之日计。',
    counts: [{ on: ['suspend'] }],
  },
  {
    id: 'certificate.examined',
    name: '参加执法资格考试',
    unit: '人次',
    measure: 'flow',
    definition: '期间内登记的执法资格考试，按登记之日计。',
    kinds: { passed: '合格', failed: '不合格' },
    counts: [{ on: ['record-exam'], kind: ({ facts }) => (facts.examPassed ? 'passed' : 'failed') }],
  },
  {
    id: 'certificate.checked',
    name: '年度审验',
    unit: '人次',
    measure: 'flow',
    definition: '期间内办理的年度审验，按办理之日计。',
    kinds: { passed: '合格', failed: '不合格' },
    counts: [{ on: ['annual-check'], kind: ({ facts }) => (facts.checkPassed ? 'passed' : 'failed') }],
  },
];
