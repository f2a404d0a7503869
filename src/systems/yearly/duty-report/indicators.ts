import type { IndicatorDeclaration } from '../../../kernel/indicator/declaration.ts';
import { grades, type ReportFacts, reportForms } from './fields.ts';

type Indicator = IndicatorDeclaration<ReportFacts>;

/** Reports asked for, handed in, given back, presented and published. */
export const indicators: readonly Indicator[] = [
  {
    id: 'duty-report.assigned',
    name: '应当述法人员',
    unit: '人',
    measure: 'flow',
    definition: '期间内部署述法的人员，按部署之日计；不再述法的在办理之日减去。',
    counts: [{ on: ['assign'] }, { on: ['withdraw'], value: () => -1 }],
  },
  {
    id: 'duty-report.submitted',
    name: '报送述法报告',
    unit: '份',
    measure: 'flow',
    definition: '期间内首次报送的述法报告，一人一份，退回后重报不重复计，按首次报送之日计。',
    kinds: { 'on-time': '按期', late: '逾期' },
    counts: [
      {
        on: ['submit'],
        when: ({ before }) => before?.facts.submittedOn === undefined,
        kind: ({ facts }) => (facts.lateFirst ? 'late' : 'on-time'),
      },
    ],
  },
  {
    id: 'duty-report.returned',
    name: '退回述法报告',
    unit: '次',
    measure: 'flow',
    definition: '期间内审核退回述法报告的次数，按退回之日计。',
    counts: [{ on: ['give-back'] }],
  },
  {
    id: 'duty-report.presented',
    name: '完成述法',
    unit: '人',
    measure: 'flow',
    definition: '期间内在会议上或者书面完成述法的人员，按述法之日计。',
    kinds: reportForms,
    counts: [
      {
        on: ['present'],
        each: ({ facts }) => [{ kind: facts.presentedAs!, value: 1, on: facts.presentedOn! }],
      },
    ],
  },
  {
    id: 'duty-report.commented',
    name: '述法点评',
    unit: '人',
    measure: 'flow',
    definition: '期间内点评的述法报告，按点评之日和评议结果计。',
    kinds: grades,
    counts: [{ on: ['comment'], kind: ({ facts }) => facts.grade! }],
  },
  {
    id: 'duty-report.published',
    name: '公开述法报告',
    unit: '份',
    measure: 'flow',
    definition: '期间内在公开网站公开的述法报告，按公开之日计，更正不另计。',
    counts: [{ on: ['$publish'] }],
  },
];
