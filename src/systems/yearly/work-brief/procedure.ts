import { z } from 'zod';
import {
  type DocumentBlock,
  defineProcedure,
  type Facts,
  words,
} from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import { basis } from '../leaders.ts';

const recipientKinds = {
  superior: '上级机关',
  congress: '人大及其常委会',
  party: '党委（党工委）',
} as const;

const written = {
  title: f.text('标题'),
  content: f.longText('正文', { max: 20_000 }),
  files: f.files('附件').optional(),
};
const draft = z.object({
  to: f.choice('报送对象', recipientKinds),
  recipient: f.text('主送机关', { max: 100 }),
  occasion: f.choice('事由', {
    annual: '年度法治政府建设情况',
    special: '专项工作情况',
    requested: '按要求报送',
  }),
  year: f.integer('所属年度', { min: 2019, max: 2100 }),
  ...written,
});

type BriefFacts = Facts & Partial<z.infer<typeof draft>> & { readonly documentNumber?: string };
const { step, gate } = words<BriefFacts>();
const office = ['legal-office', 'legal-office-head'] as const;

const paragraphs = (text: string): DocumentBlock[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line.trim() }));

/** Row A6: a brief on rule-of-law work to a superior, the people's congress or the party committee, with its receipt. */
export const workBrief = defineProcedure<BriefFacts>({
  id: 'work-brief',
  version: 1,
  row: 'A6',
  name: '法治建设情况报送',
  chapter: 'yearly',
  about: '向上级机关、人大常委会和党委报送法治建设情况：起草、签发、报送、登记回执；年度情况有法定期限。',
  basis: [basis.upward, { ...basis.upward, provision: 'DC-04' }],
  prefix: 'BS',
  board: '/leaders',
  stages: {
    signing: { name: '待签发' },
    sending: { name: '待报送' },
    awaiting: { name: '待登记回执' },
    done: { name: '已办结', final: true },
    dropped: { name: '已撤回', final: true },
  },
  steps: {
    draft: step({
      name: '起草',
      from: [],
      to: ['signing'],
      by: office,
      fields: draft,
      clocks: [
        {
          clock: 'send',
          do: 'start',
          when: ({ input }) => input.occasion === 'annual',
          from: ({ input }) => `${input.year + 1}-01-01`,
        },
      ],
      documents: ['letter'],
    }),
    revise: step({
      name: '修改',
      from: ['signing'],
      by: office,
      fields: z.object(written),
    }),
    sign: step({
      name: '签发',
      from: ['signing'],
      to: ['sending'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: z.object({ documentNumber: f.text('发文字号', { max: 60 }).optional() }),
      notBy: [{ from: ['draft', 'revise'], basis: basis.upward, say: '文稿由您起草，应当由其他人员签发。' }],
      usual: true,
    }),
    send: step({
      name: '登记报送',
      from: ['sending'],
      to: ['awaiting'],
      by: office,
      fields: z.object({
        sentOn: f.date('报送日期'),
        way: f.choice('报送方式', { platform: '公文平台', paper: '纸质文件', meeting: '会议报告' }),
      }),
      gates: [
        gate<{ sentOn?: string }>({
          id: 'sent-already',
          holds: ({ input, on }) => input.sentOn === undefined || input.sentOn <= on,
          basis: basis.upward,
          say: '报送日期晚于登记日期，请在报送之后登记。',
        }),
      ],
      clocks: [{ clock: 'send', do: 'stop', from: ({ input }) => input.sentOn }],
      usual: true,
    }),
    receipt: step({
      name: '登记回执',
      from: ['awaiting'],
      to: ['done'],
      by: office,
      fields: z.object({
        receipt: f.text('回执编号或者签收人', { max: 100 }),
        receivedOn: f.date('签收日期'),
        receiptFiles: f.files('回执').optional(),
        feedback: f.longText('审议意见或者批示', { max: 3000 }).optional(),
      }),
      outcome: '已报送并取得回执',
      usual: true,
    }),
    drop: step({
      name: '撤回',
      aside: true,
      from: ['signing', 'sending'],
      to: ['dropped'],
      by: office,
      fields: z.object({ dropReason: f.longText('撤回原因', { max: 500 }) }),
      clocks: [{ clock: 'send', do: 'stop' }],
      outcome: '已撤回',
    }),
  },
  clocks: {
    send: {
      name: '报送期限',
      rule: ({ facts, input }) => ((input.to ?? facts.to) === 'superior' ? 'DC-05' : 'DC-04'),
      main: true,
      near: 10,
    },
  },
  documents: {
    letter: {
      name: '报送文稿',
      render: ({ facts, matter, unitName }) => ({
        title: facts.title ?? '',
        ...(facts.documentNumber ? { number: facts.documentNumber } : {}),
        addressee: facts.recipient ?? '',
        blocks: paragraphs(facts.content ?? ''),
        issuer: unitName,
        date: lastTaken(matter, 'sign')?.on ?? matter.startedOn,
      }),
    },
  },
  indicators: [
    {
      id: 'work-brief.sent',
      name: '报送法治建设情况',
      unit: '份',
      measure: 'flow',
      definition: '期间内报送的法治建设情况，按报送之日和报送对象计，不含撤回的。',
      kinds: recipientKinds,
      counts: [
        {
          on: ['send'],
          each: ({ facts }) => [{ kind: facts.to!, value: 1, on: facts.sentOn as string }],
        },
      ],
    },
  ],
  title: (facts) => facts.title ?? '',
  search: ['title', 'recipient'],
  columns: ['to', 'recipient', 'year'],
});
