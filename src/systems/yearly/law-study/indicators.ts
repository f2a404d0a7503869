import type { CountPart, IndicatorDeclaration } from '../../../kernel/indicator/declaration.ts';
import { bodies } from '../leaders.ts';
import { type StudyFacts, studyKinds } from './fields.ts';

type Indicator = IndicatorDeclaration<StudyFacts>;
const held = ['hold', 'record'];

/** One part on the day the session was held, whenever it was entered. */
const part = (facts: StudyFacts, kind: string, value: number): CountPart[] => [
  { kind, value, ...(facts.heldOn === undefined ? {} : { on: facts.heldOn }) },
];

/** Sessions and persons by form, lectures by who arranges them, and what became of the year's plan. */
export const indicators: readonly Indicator[] = [
  {
    id: 'law-study.sessions',
    name: '学法活动',
    unit: '次',
    measure: 'flow',
    definition: '期间内举办的学法活动，培训班一期计一次，按举办之日计，不含取消的。',
    kinds: studyKinds,
    counts: [{ on: held, each: ({ facts }) => part(facts, facts.kind!, 1) }],
  },
  {
    id: 'law-study.attendance',
    name: '参加学法活动',
    unit: '人次',
    measure: 'flow',
    definition: '期间内举办的学法活动的参加人数之和，同一人参加几次计几次，按举办之日计。',
    kinds: studyKinds,
    counts: [{ on: held, each: ({ facts }) => part(facts, facts.kind!, facts.present ?? 0) }],
  },
  {
    id: 'law-study.lectures',
    name: '法治专题讲座',
    unit: '次',
    measure: 'flow',
    definition: '期间内举办的法治专题讲座，按组织层级分，按举办之日计。',
    kinds: bodies,
    counts: [
      {
        on: held,
        when: ({ facts }) => facts.kind === 'lecture',
        each: ({ facts }) => part(facts, facts.body!, 1),
      },
    ],
  },
  {
    id: 'law-study.principal-attended',
    name: '主要负责人参加的学法活动',
    unit: '次',
    measure: 'flow',
    definition: '期间内举办的学法活动中主要负责人参加的，按组织层级分，按举办之日计。',
    kinds: bodies,
    counts: [
      {
        on: held,
        when: ({ facts }) => facts.principal === true,
        each: ({ facts }) => part(facts, facts.body!, 1),
      },
    ],
  },
  {
    id: 'law-study.tests-passed',
    name: '法律知识测试合格',
    unit: '人次',
    measure: 'flow',
    definition: '期间内举办的法律知识测试的合格人数，按举办之日计。',
    counts: [
      {
        on: held,
        when: ({ facts }) => facts.kind === 'test',
        each: ({ facts }) => part(facts, '', facts.passed ?? 0),
      },
    ],
  },
  {
    id: 'law-study.planned',
    name: '列入年度计划的学法活动',
    unit: '次',
    measure: 'flow',
    definition: '列入年度学法计划、计划日期在期间内的学法活动，按计划日期计；改期的仍按原计划日期计。',
    kinds: studyKinds,
    counts: [
      {
        on: ['arrange'],
        when: ({ facts }) => facts.inPlan === true,
        each: ({ facts }) => [{ kind: facts.kind!, value: 1, on: facts.day! }],
      },
    ],
  },
  {
    id: 'law-study.plan-held',
    name: '年度计划内已举办的学法活动',
    unit: '次',
    measure: 'flow',
    definition: '列入年度学法计划并在期间内举办的学法活动，按举办之日计。',
    kinds: studyKinds,
    counts: [
      {
        on: ['hold'],
        when: ({ facts }) => facts.inPlan === true,
        each: ({ facts }) => part(facts, facts.kind!, 1),
      },
    ],
  },
  {
    id: 'law-study.plan-rate',
    name: '年度学法计划完成率',
    unit: '%',
    measure: 'rate',
    definition: '年度计划内已举办的学法活动除以列入年度计划的学法活动，按整年比较。',
    numerator: 'law-study.plan-held',
    denominator: 'law-study.planned',
  },
];
