import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import { lawBook } from '../../../law/index.ts';
import { basis } from '../leaders.ts';
import { documents } from './documents.ts';
import * as fields from './fields.ts';
import { indicators } from './indicators.ts';
import { statement } from './publication.ts';

const { step, gate } = words<fields.ReportFacts>();
const writers = ['unit-head', 'region-head', 'liaison'] as const;
const office = ['legal-office', 'legal-office-head'] as const;
const disclosure = { law: '政府信息公开条例', article: '第二十六条', provision: 'GK1-02' } as const;

const dayAhead = gate<{ day?: string }>({
  id: 'day-ahead',
  holds: ({ input, on }) => input.day === undefined || input.day >= on,
  basis: basis.firstResponsible,
  say: '日期已经过去，请另定日期。',
});

const studyTold = gate<{ study?: string }>({
  id: 'study-told',
  holds: ({ input, on }) => !lawBook.inForce('XX-01', on) || input.study !== undefined,
  basis: basis.study,
  say: '自2025年11月1日起，领导干部学法用法情况应当列入年度述职，请填写“学法用法情况”。',
});

/** Row A6: how one first responsible person reports on the year's duties (述法). */
export const dutyReport = defineProcedure<fields.ReportFacts>({
  id: 'duty-report',
  version: 1,
  row: 'A6',
  name: '述法报告',
  chapter: 'yearly',
  about:
    '主要负责人报告履行推进法治建设第一责任人职责情况：报送、审核、点评、述法、归档；部署时要求公开的，述法后限时公开。',
  basis: [basis.firstResponsible, basis.contents, basis.study],
  prefix: 'SF',
  onlyAsChild: true,
  board: '/leaders',
  stages: {
    writing: { name: '撰写报送' },
    review: { name: '法制机构审核' },
    presenting: { name: '述法和点评' },
    presented: { name: '公开和归档' },
    archived: { name: '已归档', final: true },
    withdrawn: { name: '不再述法', final: true },
  },
  steps: {
    assign: step({
      name: '部署述法',
      from: [],
      to: ['writing'],
      by: office,
      fields: fields.assign,
      unitOf: ({ input }) => input.unit,
      clocks: [{ clock: 'submit', do: 'start' }],
    }),
    submit: step({
      name: '报送述法报告',
      from: ['writing'],
      to: ['review'],
      by: writers,
      fields: fields.submit,
      gates: [studyTold],
      clocks: [{ clock: 'submit', do: 'stop' }],
      derive: ({ facts, on }) => ({
        submittedOn: facts.submittedOn ?? on,
        lateFirst: facts.lateFirst ?? on > (facts.day ?? on),
      }),
      documents: ['statement'],
      usual: true,
    }),
    'give-back': step({
      name: '退回修改',
      from: ['review'],
      to: ['writing'],
      by: office,
      anyUnit: true,
      fields: fields.giveBack,
      gates: [dayAhead],
      clocks: [{ clock: 'submit', do: 'start' }],
    }),
    accept: step({
      name: '审核通过',
      from: ['review'],
      to: ['presenting'],
      by: office,
      anyUnit: true,
      fields: fields.accept,
      usual: true,
    }),
    comment: step({
      name: '点评',
      from: ['presenting', 'presented'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.comment,
      notBy: [{ from: ['submit'], basis: basis.firstResponsible, say: '报告由您报送，应当由其他人员点评。' }],
    }),
    present: step({
      name: '登记述法',
      from: ['presenting'],
      to: ['presented'],
      by: office,
      anyUnit: true,
      fields: fields.present,
      gates: [
        gate<{ presentedOn?: string }>({
          id: 'presented-already',
          holds: ({ input, on }) => input.presentedOn === undefined || input.presentedOn <= on,
          basis: basis.firstResponsible,
          say: '述法日期晚于登记日期，请在述法之后登记。',
        }),
        gate<{ presentedAs?: string; presentedAt?: string }>({
          id: 'meeting-named',
          holds: ({ input }) => input.presentedAs !== 'meeting' || input.presentedAt !== undefined,
          basis: basis.firstResponsible,
          say: '会议述法的，请填写述法会议的名称。',
        }),
        gate<{ cleared?: boolean; withheldReason?: string }>({
          id: 'cleared',
          holds: ({ facts, input }) =>
            facts.mustPublish !== true || input.cleared === true || input.withheldReason !== undefined,
          basis: disclosure,
          say: '部署时要求公开述法报告：请先审查公开的文本并勾选，经审查不宜公开的填写理由。',
        }),
      ],
      publishes: ['statement'],
      usual: true,
    }),
    amend: step({
      name: '修改公开的文本',
      from: ['presented', 'archived'],
      afterClosing: true,
      aside: true,
      by: office,
      anyUnit: true,
      fields: fields.amend,
      notBy: [{ from: ['submit'], basis: disclosure, say: '报告由您报送，公开的文本应当由其他人员修改。' }],
      gates: [
        gate({
          id: 'open-to-public',
          holds: ({ matter }) => ['due', 'published'].includes(matter?.publications.statement?.status ?? ''),
          basis: disclosure,
          say: '这份报告没有公开，也不待公开，没有要修改的公开文本。',
          early: true,
        }),
      ],
      help: '已经公开的，修改后请公示人员办理“更正公示”，公开页上会注明更正理由。',
    }),
    archive: step({
      name: '归档',
      from: ['presented'],
      to: ['archived'],
      by: office,
      anyUnit: true,
      fields: fields.archive,
      gates: [
        gate({
          id: 'published-where-required',
          holds: ({ matter }) => matter?.publications.statement?.status !== 'due',
          basis: disclosure,
          say: '部署时要求公开述法报告，请先由本单位公示人员公开。',
          early: true,
        }),
      ],
      outcome: '已完成述法',
      usual: true,
    }),
    'change-day': step({
      name: '延期',
      from: ['writing'],
      by: office,
      anyUnit: true,
      fields: fields.changeDay,
      gates: [dayAhead],
      clocks: [
        {
          clock: 'submit',
          do: 'move',
          to: ({ input }) => input.day,
          reason: ({ input }) => input.dayReason,
        },
      ],
    }),
    withdraw: step({
      name: '不再述法',
      aside: true,
      from: ['writing'],
      to: ['withdrawn'],
      by: office,
      anyUnit: true,
      fields: fields.withdraw,
      clocks: [{ clock: 'submit', do: 'stop' }],
      outcome: '不再述法',
    }),
  },
  clocks: {
    submit: {
      name: '报送截止日期',
      rule: 'DC-11',
      set: ({ input }) => input.day as string,
      main: true,
      near: 5,
    },
  },
  publications: { statement },
  documents,
  indicators,
  title: (facts) => (facts.name === undefined ? '' : `${facts.year}年度述法：${facts.title}${facts.name}`),
  search: ['name', 'title'],
  columns: ['year', 'name', 'title', 'grade'],
});
