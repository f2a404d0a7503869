import { type Body, bodies } from '../leaders.ts';

/** How the ledger knows whether a duty was done. */
export type DutyMeasure =
  /** A figure of the year: of the whole region, or of the leader's unit. */
  | {
      readonly from: 'figure';
      readonly indicator: string;
      readonly kind?: string;
      readonly of: 'region' | 'unit';
    }
  /** Last year's report on building a law-based government, reported upward or published by its day. */
  | { readonly from: 'annual-report'; readonly what: 'reported' | 'published' }
  /** The leader's own report of the year. */
  | { readonly from: 'duty-report' }
  /** No register holds it: evidence is brought. */
  | { readonly from: 'evidence' };

export interface Duty {
  readonly name: string;
  readonly bodies: readonly Body[];
  /** At least so many in the year. */
  readonly target: number;
  readonly unit: string;
  /** Provision it stands on; where its text is not verified, the page says so. */
  readonly provision: string;
  /** The provision names the duty but no number: the target is a floor of ours. */
  readonly ownFloor?: true;
  /** Last day of the year for it, `MM-DD`; the year's end unless said. */
  readonly by?: string;
  readonly measure: DutyMeasure;
}

const figure = (indicator: string, kind: string, of: 'region' | 'unit' = 'region'): DutyMeasure => ({
  from: 'figure',
  indicator,
  kind,
  of,
});

/** The yearly duties of a first responsible person that the law collected here names, by the body he leads. */
export const duties: { readonly [id: string]: Duty } = {
  'hear-report': {
    name: '听取法治建设情况汇报',
    bodies: ['party'],
    target: 1,
    unit: '次',
    provision: 'DC-09',
    measure: figure('leading-group-meeting.reports-heard', 'party'),
  },
  'plan-year': {
    name: '部署年度法治政府建设重点工作',
    bodies: ['government'],
    target: 1,
    unit: '次',
    provision: 'DC-09',
    measure: figure('leading-group-meeting.agenda', 'plan'),
  },
  'plan-unit': {
    name: '部署本单位年度法治政府建设重点工作',
    bodies: ['department'],
    target: 1,
    unit: '次',
    provision: 'DC-09',
    measure: { from: 'evidence' },
  },
  'solve-problems': {
    name: '研究解决法治建设重大问题',
    bodies: ['party', 'government'],
    target: 1,
    unit: '项',
    provision: 'DC-11',
    ownFloor: true,
    measure: figure('leading-group-meeting.agenda', 'problem'),
  },
  'lectures-party': {
    name: '党委举办法治专题讲座',
    bodies: ['party'],
    target: 2,
    unit: '次',
    provision: 'DC-08',
    measure: figure('law-study.lectures', 'party'),
  },
  'lectures-government': {
    name: '政府举办法治专题讲座',
    bodies: ['government'],
    target: 2,
    unit: '次',
    provision: 'DC-08',
    measure: figure('law-study.lectures', 'government'),
  },
  'lectures-unit': {
    name: '本单位举办法治专题讲座',
    bodies: ['department'],
    target: 2,
    unit: '次',
    provision: 'DC-08',
    measure: figure('law-study.lectures', 'department', 'unit'),
  },
  training: {
    name: '组织法治专题培训',
    bodies: ['party', 'government'],
    target: 1,
    unit: '期',
    provision: 'DC-08',
    ownFloor: true,
    measure: figure('law-study.sessions', 'class'),
  },
  tests: {
    name: '组织法律知识测试',
    bodies: ['government'],
    target: 1,
    unit: '次',
    provision: 'DC-08',
    ownFloor: true,
    measure: figure('law-study.sessions', 'test'),
  },
  'tests-unit': {
    name: '组织本单位法律知识测试',
    bodies: ['department'],
    target: 1,
    unit: '次',
    provision: 'DC-08',
    ownFloor: true,
    measure: figure('law-study.sessions', 'test', 'unit'),
  },
  'report-up': {
    name: '按期上报上一年度法治政府建设情况',
    bodies: ['government'],
    target: 1,
    unit: '份',
    provision: 'DC-05',
    by: '02-28',
    measure: { from: 'annual-report', what: 'reported' },
  },
  'publish-report': {
    name: '按期公开上一年度法治政府建设年度报告',
    bodies: ['government'],
    target: 1,
    unit: '份',
    provision: 'DC-06',
    by: '03-31',
    measure: { from: 'annual-report', what: 'published' },
  },
  'report-up-unit': {
    name: '按期报告本单位上一年度法治政府建设情况',
    bodies: ['department'],
    target: 1,
    unit: '份',
    provision: 'DC-03',
    by: '02-28',
    measure: { from: 'annual-report', what: 'reported' },
  },
  court: {
    name: '落实负责人出庭应诉（没有被诉案件的写明没有）',
    bodies: ['government', 'department'],
    target: 1,
    unit: '项',
    provision: 'SS-01',
    measure: { from: 'evidence' },
  },
  statement: {
    name: '把履行第一责任人职责情况列入年终述职（述法）',
    bodies: ['party', 'government', 'department'],
    target: 1,
    unit: '份',
    provision: 'DC-11',
    measure: { from: 'duty-report' },
  },
};

/** Names of all duties, for choices. */
export const dutyNames: Record<string, string> = Object.fromEntries(
  Object.entries(duties).map(([id, { name }]) => [id, name]),
);

export const dutiesOf = (body: Body): readonly (readonly [id: string, duty: Duty])[] =>
  Object.entries(duties).filter(([, duty]) => duty.bodies.includes(body));

export { type Body, bodies };
