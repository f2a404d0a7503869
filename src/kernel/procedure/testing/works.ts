import { z } from 'zod';
import { createCalendar } from '../../calendar/calendar.ts';
import { officialNotices } from '../../calendar/notices.ts';
import type { LawBook, Provision } from '../../clock/law.ts';
import type { Certificate } from '../../identity/posts.ts';
import { caseload } from '../../indicator/declaration.ts';
import { type CompiledProcedure, compile } from '../compile.ts';
import type { Context, Entropy } from '../context.ts';
import { defineProcedure, type Facts, type ProcedureDeclaration, words } from '../declaration.ts';
import { f } from '../fields.ts';

// A small procedure in which every word of the kernel occurs once, and the world it is decided in.

const provision = (id: string, amount: number, from = '2000-01-01', to: string | null = null): Provision => ({
  id,
  system: '测试',
  law: '测试规定',
  article: `第${amount}条`,
  from,
  to,
  kind: 'clock',
  rule: `${amount}个工作日`,
  limit: { amount, unit: 'workday' },
  extension: [{ amount: 5, unit: 'workday' }],
  verified: 'verified',
  source: 'test',
});
const provisions = [
  provision('T-10', 10),
  provision('T-7', 7),
  provision('T-OLD', 3, '2000-01-01', '2019-12-31'),
];

export const law: LawBook = {
  general: 'T-10',
  all: provisions,
  find: (id) => provisions.find((entry) => entry.id === id),
  get: (id) => provisions.find((entry) => entry.id === id)!,
  inForce: (id, date) => {
    const found = provisions.find((entry) => entry.id === id)!;
    return found.from <= date && (found.to === null || date <= found.to);
  },
  successor: (id) => (id === 'T-OLD' ? provisions[0] : undefined),
};

const basis = { law: '测试规定', article: '第一条' };

export type WorkFacts = Facts & {
  readonly subject?: string;
  readonly applicant?: string;
  readonly minor?: boolean;
  readonly amount?: number;
};
const { step, gate } = words<WorkFacts>();

const check = (name: string, from: string, to: string) =>
  step({
    name,
    from: [from],
    to: [to],
    by: ['examiner'],
    fields: z.object({ note: f.text('意见').optional() }),
  });

/** received → (checking-a ∥ checking-b) → checked → decided; `advise` opens a child. */
export const permit: ProcedureDeclaration = defineProcedure<WorkFacts>({
  id: 'permit-work',
  version: 1,
  row: 'T1',
  name: '测试许可',
  chapter: 'functions',
  about: '测试用。',
  basis: [basis],
  prefix: 'CS',
  stages: {
    received: { name: '已收件' },
    'checking-a': { name: '甲项审查' },
    'checking-b': { name: '乙项审查' },
    'done-a': { name: '甲项完成' },
    'done-b': { name: '乙项完成' },
    checked: { name: '待决定' },
    decided: { name: '已决定', final: true },
  },
  clocks: {
    decide: {
      name: '决定期限',
      rule: ({ facts }) => (facts.subject === '旧法' ? 'T-OLD' : 'T-10'),
      main: true,
    },
  },
  publications: {
    decision: {
      name: '决定公示',
      channel: 'test-decisions',
      rule: 'T-7',
      title: (facts) => facts.subject ?? '',
      fields: [
        { title: '事项', value: (facts) => facts.subject },
        { title: '申请人', value: (facts) => facts.applicant, mask: 'name' },
        { title: '机关', value: (_, matter) => matter.unit, unit: true },
      ],
      withheld: (facts) => (facts.minor ? { reason: '涉及未成年人', basis } : undefined),
    },
  },
  rules: [
    {
      id: 'large',
      name: '数额较大',
      level: 'yellow',
      after: ['decide'],
      finds: ({ after }) => Number(after.facts.amount) > 1000,
      say: '数额较大，请说明。',
      basis,
    },
  ],
  steps: {
    receive: step({
      name: '收件',
      from: [],
      to: ['received'],
      by: ['window-clerk'],
      fields: z.object({
        subject: f.text('事项'),
        applicant: f.text('申请人', { personal: 'name' }),
        minor: f.flag('未成年人').optional(),
        item: f.listItem('清单事项', 'items').optional(),
      }),
      pins: { item: { list: 'items', field: 'item' } },
    }),
    divide: step({
      name: '分送审查',
      from: ['received'],
      to: ['checking-a', 'checking-b'],
      by: ['window-clerk'],
      fields: z.object({}),
      clocks: [{ clock: 'decide', do: 'start' }],
    }),
    'check-a': check('甲项审查', 'checking-a', 'done-a'),
    'check-b': check('乙项审查', 'checking-b', 'done-b'),
    wait: step({
      name: '暂停计算',
      from: ['checking-a'],
      by: ['examiner'],
      fields: z.object({}),
      clocks: [{ clock: 'decide', do: 'pause', reason: '鉴定' }],
    }),
    join: step({
      name: '汇总',
      from: ['done-a', 'done-b'],
      join: true,
      to: ['checked'],
      by: ['examiner'],
      fields: z.object({}),
    }),
    inspect: step({
      name: '现场核查',
      from: ['checked'],
      by: ['case-officer'],
      fields: z.object({ officers: f.people('核查人员') }),
      officers: { field: 'officers', min: 2, certificate: 'enforcement', basis, actorAmong: true },
    }),
    advise: step({
      name: '征求意见',
      from: ['checked'],
      by: ['examiner'],
      fields: z.object({}),
      opens: [
        {
          procedure: 'advice-work',
          step: 'ask',
          link: 'advice',
          input: ({ facts }) => ({ question: facts.subject ?? '' }),
        },
      ],
    }),
    decide: step({
      name: '作出决定',
      from: ['checked'],
      to: ['decided'],
      by: ['unit-head', 'examiner'],
      fields: z.object({ amount: f.money('数额'), number: f.text('文号') }),
      notBy: [{ from: ['check-a', 'inspect'], basis, say: '审查人员不能作出决定。' }],
      gates: [
        gate({
          id: 'advice-closed',
          early: true,
          holds: ({ matter }) => !matter?.children.some((child) => !child.closed),
          basis,
          say: '征求的意见还没有答复。',
        }),
      ],
      clocks: [{ clock: 'decide', do: 'stop' }],
      publishes: ['decision'],
      claims: [{ kind: 'test-number', field: 'number', say: '文号已使用。' }],
      outcome: '已决定',
    }),
  },
  indicators: caseload<WorkFacts>({
    id: 'permit-work',
    name: '测试许可',
    received: ['receive'],
    done: ['decide'],
  }),
  title: (facts) => facts.subject ?? '',
});

export const advice: ProcedureDeclaration = defineProcedure({
  id: 'advice-work',
  version: 1,
  row: 'T2',
  name: '测试征求意见',
  chapter: 'functions',
  about: '测试用。',
  basis: [basis],
  prefix: 'CY',
  onlyAsChild: true,
  stages: { asked: { name: '待答复' }, answered: { name: '已答复', final: true } },
  steps: {
    ask: words().step({
      name: '提问',
      from: [],
      to: ['asked'],
      by: ['examiner'],
      fields: z.object({ question: f.text('问题') }),
    }),
    answer: words().step({
      name: '答复',
      from: ['asked'],
      to: ['answered'],
      by: ['legal-reviewer'],
      fields: z.object({ opinion: f.text('意见') }),
      outcome: '已答复',
    }),
  },
  title: (facts) => String(facts.question ?? ''),
  reports: ['opinion'],
});

/** Where alerts of the small world go. */
export const alarm: ProcedureDeclaration = defineProcedure({
  id: 'alarm-work',
  version: 1,
  row: 'T3',
  name: '测试预警',
  chapter: 'oversight',
  about: '测试用。',
  basis: [basis],
  prefix: 'CJ',
  stages: { raised: { name: '待处理' }, closed: { name: '已处理', final: true } },
  steps: {
    raise: words().step({
      name: '预警',
      from: [],
      to: ['raised'],
      by: ['system'],
      fields: z.object(
        Object.fromEntries(
          [
            'level',
            'rule',
            'ruleName',
            'message',
            'subject',
            'subjectNumber',
            'subjectTitle',
            'subjectProcedure',
            'cause',
          ].map((name) => [name, f.text(name, { max: 500 })]),
        ),
      ),
    }),
    close: words().step({
      name: '处理',
      from: ['raised'],
      to: ['closed'],
      by: ['supervisor'],
      fields: z.object({}),
      outcome: '已处理',
    }),
  },
  title: (facts) => String(facts.message ?? ''),
});

const compiled = new Map<string, CompiledProcedure>(
  [permit, advice, alarm].map((entry) => [entry.id, compile(entry, law)]),
);
export const procedure = (id: string): CompiledProcedure => compiled.get(id)!;

const calendar = createCalendar(officialNotices);

export function entropy(): Entropy {
  let next = 0;
  const hex = (length: number) => (++next).toString(16).padStart(length, '0');
  return { id: () => `00000000-0000-7000-8000-${hex(12)}`, salt: () => hex(32) };
}

export const certificate = (person: string, to = '2030-12-31'): Certificate => ({
  person,
  name: person,
  unit: 'u1',
  kind: 'enforcement',
  number: `N-${person}`,
  from: '2020-01-01',
  to,
  scope: [],
  suspended: [],
});

/** A context of 2 September 2024 with the named post; anything may be laid over it. */
export function at(
  kind: Context['actor']['kind'],
  over: Partial<Context> & { readonly person?: string; readonly unit?: string } = {},
): Context {
  const { person = kind, unit = 'u1', ...rest } = over;
  const on = rest.on ?? '2024-09-02';
  return {
    region: '000000',
    now: `${on}T02:00:00.000Z`,
    on,
    request: 'test',
    actor: { person, name: person, post: `${person}@${unit}`, kind, unit },
    law,
    calendar,
    entropy: entropy(),
    certificates: [],
    items: {},
    personal: {},
    procedure,
    unitName: (code) => `单位${code}`,
    personName: (person) => (person.startsWith('nobody') ? undefined : `人员${person}`),
    alertProcedure: { procedure: 'alarm-work', step: 'raise' },
    ...rest,
  };
}
