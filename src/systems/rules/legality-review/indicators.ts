import { caseload, type IndicatorDeclaration } from '../../../kernel/indicator/declaration.ts';
import { opinions, type ReviewFacts, subjectKinds } from './fields.ts';

type Indicator = IndicatorDeclaration<ReviewFacts>;

const asksForChange = ({ facts }: { readonly facts: ReviewFacts }) => facts.opinion !== 'agree';

const own: Indicator[] = [
  {
    id: 'legality-review.submitted-by-kind',
    name: '送审事项（按类别）',
    unit: '件',
    measure: 'flow',
    definition: '年度内送审的事项，按送审之日和类别计，撤回的不扣除。',
    kinds: subjectKinds,
    counts: [{ on: ['submit'], kind: ({ facts }) => facts.subjectKind ?? '' }],
  },
  {
    id: 'legality-review.opinions',
    name: '出具审核意见',
    unit: '件',
    measure: 'flow',
    definition: '年度内出具的审核意见，按出具之日和意见种类计。',
    kinds: opinions,
    counts: [{ on: ['give-opinion'], kind: ({ facts }) => facts.opinion ?? '' }],
  },
  {
    id: 'legality-review.changes-answered',
    name: '要求修改或者不同意的审核意见',
    unit: '件',
    measure: 'flow',
    definition: '反馈采纳情况的审核意见中，建议修改和不同意的，按反馈之日计。',
    counts: [{ on: ['respond'], when: asksForChange }],
  },
  {
    id: 'legality-review.changes-adopted',
    name: '采纳的审核意见',
    unit: '件',
    measure: 'flow',
    definition: '建议修改和不同意的审核意见中，承办单位已按意见办理的，按反馈之日计。',
    counts: [{ on: ['respond'], when: (view) => asksForChange(view) && view.facts.adopted === true }],
  },
  {
    id: 'legality-review.adoption-rate',
    name: '审核意见采纳率',
    unit: '%',
    measure: 'rate',
    definition: '采纳的审核意见占建议修改和不同意的审核意见的比例。',
    numerator: 'legality-review.changes-adopted',
    denominator: 'legality-review.changes-answered',
  },
];

export const indicators: readonly Indicator[] = [
  ...caseload<ReviewFacts>({
    id: 'legality-review',
    name: '合法性审查（法制审核）',
    received: ['submit'],
    done: ['respond', 'withdraw'],
  }),
  ...own,
];
