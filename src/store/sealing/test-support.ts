import { z } from 'zod';
import { createCalendar } from '../../kernel/calendar/calendar.ts';
import { officialNotices } from '../../kernel/calendar/notices.ts';
import type { LawBook, Provision } from '../../kernel/clock/law.ts';
import type { LegalDate } from '../../kernel/dates.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import { caseload } from '../../kernel/indicator/declaration.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { type CompiledProcedure, compile } from '../../kernel/procedure/compile.ts';
import { defineProcedure, type Facts, words } from '../../kernel/procedure/declaration.ts';
import { f } from '../../kernel/procedure/fields.ts';
import type { Sql } from '../connection.ts';
import { systemEntropy, uuidv7 } from '../entropy.ts';
import { createAppender } from '../steps/append.ts';
import { runStep, type StepAnswer, type StepWorld } from '../steps/run.ts';

// A small world for the tests of the store: one procedure that uses every kind of consequence an event can have,
// and the procedure in which alerts are answered. No law and no system of the product takes part.

export const REGION = '999901';

const provision = (id: string, amount: number): Provision => ({
  id,
  system: '测试',
  law: '测试规定',
  article: '第一条',
  from: '2000-01-01',
  to: null,
  kind: 'clock',
  rule: `${amount}个工作日`,
  limit: { amount, unit: 'workday' },
  verified: 'verified',
  source: 'test',
});

const provisions = [provision('T-5', 5), provision('T-7', 7), provision('T-20', 20)];

const law: LawBook = {
  general: 'T-5',
  all: provisions,
  find: (id) => provisions.find((entry) => entry.id === id),
  get: (id) => provisions.find((entry) => entry.id === id)!,
  inForce: () => true,
  successor: () => undefined,
};

const basis = { law: '测试规定' };

const apply = z.object({
  subject: f.text('事项'),
  scale: f.choice('规模', { large: '大', small: '小' }),
  fee: f.money('费用'),
  applicant: f.text('申请人', { personal: 'name' }),
  telephone: f.phone().optional(),
});
const materials = z.object({ note: f.text('说明').optional() });
const decision = z.object({ number: f.text('文号'), granted: f.flag('是否准予') });

type PermitFacts = Facts & Partial<z.infer<typeof apply> & z.infer<typeof decision>>;
const { step } = words<PermitFacts>();

const permit = defineProcedure<PermitFacts>({
  id: 'permit',
  version: 1,
  row: 'B2',
  name: '测试许可',
  chapter: 'functions',
  about: '测试用。',
  basis: [basis],
  prefix: 'CS',
  stages: {
    accepted: { name: '已受理' },
    waiting: { name: '待补正' },
    decided: { name: '已决定', final: true },
  },
  steps: {
    apply: step({
      name: '受理',
      from: [],
      to: ['accepted'],
      by: ['window-clerk'],
      fields: apply,
      clocks: [{ clock: 'decide', do: 'start' }],
    }),
    ask: step({
      name: '通知补正',
      from: ['accepted'],
      to: ['waiting'],
      by: ['window-clerk'],
      fields: materials,
      clocks: [
        { clock: 'decide', do: 'pause', reason: '补正' },
        { clock: 'supplement', do: 'start' },
      ],
    }),
    supplement: step({
      name: '补正',
      from: ['waiting'],
      to: ['accepted'],
      by: ['window-clerk'],
      fields: materials,
      clocks: [
        { clock: 'supplement', do: 'stop' },
        { clock: 'decide', do: 'resume' },
      ],
    }),
    decide: step({
      name: '决定',
      from: ['accepted'],
      to: ['decided'],
      by: ['window-clerk'],
      fields: decision,
      clocks: [{ clock: 'decide', do: 'stop' }],
      outcome: '已决定',
      publishes: ['decision'],
      claims: [{ kind: 'permit', field: 'number', say: '文号已被使用。' }],
    }),
  },
  clocks: {
    decide: { name: '审批期限', rule: 'T-20', main: true },
    supplement: { name: '补正期限', rule: 'T-5', bindsApplicant: true },
  },
  publications: {
    decision: {
      name: '许可决定公示',
      channel: 'permits',
      rule: 'T-7',
      title: (facts) => facts.subject ?? '',
      fields: [
        { title: '事项', value: (facts) => facts.subject },
        { title: '申请人', value: (facts) => facts.applicant, mask: 'name' },
      ],
      months: () => 12,
    },
  },
  indicators: [
    ...caseload<PermitFacts>({ id: 'permit', name: '测试许可', received: ['apply'], done: ['decide'] }),
    {
      id: 'permit.fee',
      name: '测试许可费用',
      unit: '元',
      measure: 'flow',
      definition: '受理时登记的费用，按受理之日和规模计。',
      kinds: { large: '大', small: '小' },
      counts: [
        { on: ['apply'], value: ({ facts }) => facts.fee ?? 0, kind: ({ facts }) => facts.scale ?? '' },
      ],
    },
    {
      id: 'permit.granted',
      name: '测试许可准予',
      unit: '件',
      measure: 'flow',
      definition: '准予的许可，按决定之日计。',
      counts: [{ on: ['decide'], when: ({ facts }) => facts.granted === true }],
    },
    {
      id: 'permit.grant-rate',
      name: '测试许可准予率',
      unit: '%',
      measure: 'rate',
      definition: '准予数除以办结数。',
      numerator: 'permit.granted',
      denominator: 'permit.done',
    },
  ],
  title: (facts) => facts.subject ?? '',
  search: ['subject', 'applicant'],
  retention: { years: 10, basis },
  certifies: (after) =>
    after.outcome === undefined || after.facts.granted !== true
      ? undefined
      : {
          person: 'holder',
          name: 'holder',
          unit: after.unit,
          kind: 'permit',
          number: String(after.facts.number),
          from: after.closedOn!,
          to: '2099-12-31',
          scope: [],
          suspended: [],
        },
});

const alert = defineProcedure({
  id: 'alert',
  version: 1,
  row: 'F1',
  name: '测试预警',
  chapter: 'oversight',
  about: '测试用。',
  basis: [basis],
  prefix: 'YJ',
  stages: { raised: { name: '待说明' }, closed: { name: '已办结', final: true } },
  steps: {
    raise: {
      name: '发出预警',
      from: [],
      to: ['raised'],
      by: ['system'],
      fields: z.object({
        level: f.choice('等级', { green: '绿', yellow: '黄', red: '红' }),
        rule: f.text('规则'),
        ruleName: f.text('规则名称'),
        message: f.longText('内容'),
        subject: f.text('办件'),
        subjectNumber: f.text('编号'),
        subjectTitle: f.text('名称'),
        subjectProcedure: f.text('类别'),
        cause: f.text('事由', { max: 300 }),
      }),
      claims: [{ kind: 'alert', field: 'cause', say: '同一事由已经发出过预警。' }],
    },
    close: {
      name: '办结',
      from: ['raised'],
      to: ['closed'],
      by: ['window-clerk'],
      fields: z.object({}),
      outcome: '已办结',
    },
  },
  title: (facts) => String(facts.ruleName ?? ''),
});

export const indicators = permit.indicators ?? [];

/** The procedures compiled, and all that steps need, on a database. */
export function tinyWorld(sql: Sql, notices = officialNotices): StepWorld {
  const procedures = new Map<string, CompiledProcedure>(
    [permit, alert].map((declaration) => [declaration.id, compile(declaration, law)]),
  );
  const calendar = createCalendar(notices);
  return {
    sql,
    appender: createAppender(sql),
    law,
    calendar: () => calendar,
    entropy: systemEntropy,
    procedure: (id) => procedures.get(id)!,
    findProcedure: (id) => procedures.get(id),
    unitName: (code) => code,
    personName: (person) => person,
    alertProcedure: { procedure: 'alert', step: 'raise' },
  };
}

interface Act {
  readonly on: LegalDate;
  readonly unit?: string;
  readonly matter?: string;
  readonly kind?: PostKindId;
  /** Seconds after nine in the morning, Beijing time, so that acts of one day have an order. */
  readonly second?: number;
}

/** Takes one step of the tiny permit on a day. */
export function act(world: StepWorld, step: string, input: JsonObject, options: Act): Promise<StepAnswer> {
  const { on, unit = 'U1', matter, kind = 'window-clerk', second = 0 } = options;
  return runStep(world, {
    region: REGION,
    request: uuidv7(),
    procedure: 'permit',
    ...(matter === undefined ? {} : { matter }),
    step,
    input,
    now: new Date(Date.parse(`${on}T01:00:00.000Z`) + second * 1000).toISOString(),
    actor: { vouched: { person: 'p1', name: '经办人', post: `clerk@${unit}`, kind, unit } },
  });
}

/** An application with a name and a telephone number kept apart; its matter. */
export async function applied(
  world: StepWorld,
  options: Act & { fee?: number; scale?: string },
): Promise<string> {
  const { fee = 100.5, scale = 'large' } = options;
  const answer = await act(
    world,
    'apply',
    { subject: '食品经营许可', scale, fee, applicant: '张某某', telephone: '0592-1234567' },
    options,
  );
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.matter;
}

/** A decision on it. */
export async function decided(
  world: StepWorld,
  matter: string,
  options: Act & { granted?: boolean },
): Promise<void> {
  const answer = await act(
    world,
    'decide',
    { number: `文${matter}`, granted: options.granted ?? true },
    { ...options, matter },
  );
  if (!answer.ok) throw new Error(answer.refusal.message);
}
