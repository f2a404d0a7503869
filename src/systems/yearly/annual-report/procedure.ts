import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import * as fields from './fields.ts';
import { basis, firstDayOfNext, ruleOfPublishing, ruleOfReporting } from './law.ts';

const { step, gate } = words<fields.ReportFacts>();

/** Errors a machine finds are mended, or somebody says why the words are right, before the report goes on. */
const audited = gate<{ openFindings?: number }>({
  id: 'audited',
  holds: ({ input }) => input.openFindings === 0,
  basis: basis.contents,
  say: '报告还有没有处理的审读问题，请在报告页面逐条改正，或者说明理由。',
});

/** Who wrote in the text neither reviews nor signs it, whether or not he sent it on. */
const notOwnWriting = gate({
  id: 'not-own-writing',
  holds: ({ facts, actor }) => !facts.writers?.includes(actor.person),
  basis: basis.contents,
  say: '您参加了这份报告的编写，审核和签发应当由其他人员办理。',
  early: true,
});

/** Every text that was signed stays known by its digest, also after a correction. */
const issuedOn = (
  facts: fields.ReportFacts,
  input: {
    version?: number;
    digest?: string;
    textDigest?: string;
    seal?: number;
    amendReason?: string;
  },
  on: string,
): readonly fields.IssuedText[] => [
  ...(facts.issued ?? []),
  {
    version: input.version!,
    digest: input.digest!,
    textDigest: input.textDigest!,
    seal: input.seal!,
    on,
    reason: input.amendReason ?? '',
  },
];

/** The government's report is its head's to sign, a unit's that unit's head's. */
const signedByItsHead = gate({
  id: 'signed-by-its-head',
  holds: ({ facts, actor }) =>
    facts.ofUnit === undefined
      ? actor.kind === 'region-head'
      : actor.kind === 'unit-head' && actor.unit === facts.ofUnit,
  basis: basis.upward,
  say: '政府的报告由政府负责人签发，单位的报告由该单位负责人签发。',
  early: true,
});

/** Their posts act on any unit's report; a unit's own posts on theirs. */
const office = ['legal-office', 'legal-office-head'] as const;

/** Row A4: the yearly report on building a law-based government. */
export const annualReport = defineProcedure<fields.ReportFacts>({
  id: 'annual-report',
  version: 1,
  row: 'A4',
  name: '法治政府建设年度报告',
  chapter: 'yearly',
  about:
    '每年报告上一年度法治政府建设情况：起草、审核、会议审议、签发，3月1日前上报，4月1日前公开；签发时数据按封存固定。',
  basis: [basis.upward, basis.publication, basis.contents],
  prefix: 'NB',
  stages: {
    review: { name: '法制机构审核' },
    revising: { name: '退回修改' },
    meeting: { name: '会议审议' },
    signing: { name: '签发' },
    issued: { name: '上报和公开' },
    archived: { name: '已归档', final: true },
  },
  steps: {
    draft: step({
      name: '起草送审',
      from: [],
      to: ['review'],
      by: ['legal-office', 'liaison'],
      fields: fields.draft,
      basis: basis.contents,
      // A unit's own report is that unit's matter, whoever keeps it.
      unitOf: ({ input, actor }) => input.ofUnit ?? actor.unit,
      clocks: [{ clock: 'report-up', do: 'start', from: ({ input }) => firstDayOfNext(input.year) }],
      // The law names both last days; neither waits for the signature.
      expects: ['report'],
    }),
    'give-back': step({
      name: '退回修改',
      from: ['review', 'meeting'],
      to: ['revising'],
      by: ['legal-office-head'],
      anyUnit: true,
      fields: fields.giveBack,
    }),
    revise: step({
      name: '修改后送审',
      from: ['revising'],
      to: ['review'],
      by: ['legal-office', 'liaison'],
      anyUnit: office,
      fields: fields.revise,
      usual: true,
    }),
    review: step({
      name: '审核通过',
      from: ['review'],
      to: ['meeting'],
      by: ['legal-office-head'],
      anyUnit: true,
      fields: fields.review,
      notBy: [
        {
          from: ['draft', 'revise'],
          basis: basis.contents,
          say: '报告由您起草，应当由其他人员审核。',
        },
      ],
      gates: [notOwnWriting, audited],
      usual: true,
    }),
    discuss: step({
      name: '登记会议审议',
      from: ['meeting'],
      to: ['signing'],
      by: ['legal-office', 'legal-office-head'],
      anyUnit: office,
      fields: fields.discuss,
      gates: [
        gate<{ meetingOn?: string }>({
          id: 'meeting-held',
          holds: ({ input, on }) => input.meetingOn === undefined || input.meetingOn <= on,
          basis: basis.contents,
          say: '会议日期晚于登记日期，请在会议召开之后登记审议结果。',
        }),
      ],
      derive: ({ input }) => ({ changesMade: input.resolution === 'adopted' }),
      usual: true,
    }),
    'make-changes': step({
      name: '按会议意见修改',
      from: ['signing'],
      by: ['legal-office', 'liaison'],
      anyUnit: office,
      fields: fields.makeChanges,
      gates: [
        audited,
        gate({
          id: 'changes-asked',
          holds: ({ facts }) => facts.resolution === 'adopted-with-changes',
          basis: basis.contents,
          say: '会议审议通过的稿子没有要求修改；确需修改的，请重新送审。',
          early: true,
        }),
      ],
      derive: () => ({ changesMade: true }),
    }),
    sign: step({
      name: '签发',
      from: ['signing'],
      to: ['issued'],
      by: ['region-head', 'unit-head'],
      anyUnit: ['region-head'],
      fields: fields.sign,
      gates: [
        signedByItsHead,
        notOwnWriting,
        gate({
          id: 'changes-made',
          holds: ({ facts }) => facts.changesMade === true,
          basis: basis.contents,
          say: '会议要求修改后通过，请先按会议意见修改。',
          early: true,
        }),
        gate<{ version?: number }>({
          id: 'version-discussed',
          holds: ({ matter, input }) =>
            input.version === undefined || input.version === matter?.facts.version,
          basis: basis.contents,
          say: '签发的版本与审议通过的版本不一致，请核对报告稿版本。',
        }),
        audited,
      ],
      derive: ({ facts, input, on }) => ({ signedOn: on, issued: issuedOn(facts, input, on) }),
      publishes: ['report'],
      help: '签发时报告数据按封存固定，以后的补录不改变已签发的数。',
      usual: true,
    }),
    'report-up': step({
      name: '登记上报回执',
      from: ['issued'],
      by: ['legal-office', 'liaison'],
      anyUnit: office,
      fields: fields.reportUp,
      basis: basis.upward,
      clocks: [{ clock: 'report-up', do: 'stop' }],
      derive: ({ on }) => ({ reportedOn: on }),
      usual: true,
    }),
    amend: step({
      name: '更正报告',
      from: ['issued', 'archived'],
      afterClosing: true,
      by: ['region-head', 'unit-head'],
      anyUnit: ['region-head'],
      fields: fields.amend,
      gates: [signedByItsHead, notOwnWriting, audited],
      derive: ({ facts, input, on }) => ({ issued: issuedOn(facts, input, on) }),
      help: '更正后请办理“更正公示”，公开的报告上会注明更正内容。',
    }),
    archive: step({
      name: '归档',
      from: ['issued'],
      to: ['archived'],
      by: ['legal-office', 'liaison'],
      anyUnit: office,
      fields: fields.archive,
      gates: [
        gate({
          id: 'reported',
          holds: ({ facts }) => facts.reportedOn !== undefined,
          basis: basis.upward,
          say: '报告还没有上报，请先登记上报回执。',
          early: true,
        }),
        gate({
          id: 'published',
          holds: ({ matter }) => matter?.publications.report?.status !== 'due',
          basis: basis.publication,
          say: '报告还没有公开，请先由公开人员公开。',
          early: true,
        }),
      ],
      outcome: ({ facts }) => (facts.confidential ? '已上报，依法不公开' : '已上报并公开'),
    }),
  },
  clocks: {
    'report-up': {
      name: '上报期限',
      rule: ({ input }) => ruleOfReporting(Number(input.year)),
      main: true,
      near: 10,
    },
  },
  publications: {
    report: {
      name: '法治政府建设年度报告公开',
      channel: 'annual-report',
      rule: (facts) => ruleOfPublishing(facts.year!),
      from: (facts) => firstDayOfNext(facts.year!),
      title: (facts) => facts.title ?? '',
      fields: [
        { title: '报告年度', value: (facts) => facts.year },
        { title: '签发日期', value: (facts) => facts.signedOn },
        { title: '报告稿编号', value: (facts) => facts.paper },
        { title: '版本', value: (facts) => facts.version },
        { title: '报告稿摘要', value: (facts) => facts.digest },
        { title: '正文摘要', value: (facts) => facts.textDigest },
        { title: '数据截至的封存号', value: (facts) => facts.seal },
        { title: '更正说明', value: (facts) => facts.amendReason },
      ],
      withheld: (facts) =>
        facts.confidential ? { reason: '内容涉及国家秘密', basis: basis.publication } : undefined,
    },
  },
  indicators: [
    {
      id: 'annual-report.issued',
      name: '签发年度报告',
      unit: '份',
      measure: 'flow',
      definition: '期间内签发的法治政府建设年度报告，按签发之日计。',
      counts: [{ on: ['sign'] }],
    },
  ],
  title: (facts) => facts.title ?? '',
  desk: { name: '年度报告', path: ({ paper }) => (paper ? `/reports/${paper}` : '/reports') },
  search: ['title'],
  columns: ['year', 'version', 'resolution'],
});
