import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../kernel/calendar/calendar.ts';
import { officialNotices } from '../../../kernel/calendar/notices.ts';
import type { JsonValue } from '../../../kernel/ledger/json.ts';
import { compile } from '../../../kernel/procedure/compile.ts';
import type { Context } from '../../../kernel/procedure/context.ts';
import { decide } from '../../../kernel/procedure/decide.ts';
import type { PinnedItem } from '../../../kernel/procedure/declaration.ts';
import { duesOf } from '../../../kernel/procedure/issued.ts';
import type { MatterState } from '../../../kernel/procedure/matter.ts';
import type { WalkAct } from '../../../kernel/procedure/walk.ts';
import { publicProgress } from '../../../kernel/publication/progress.ts';
import { lawBook } from '../../../law/index.ts';
import { supervisionAlert } from '../../oversight/supervision-alert/index.ts';
import { licence } from './index.ts';
import { uncorrected } from './walks/intake.ts';
import { ordinary } from './walks/ordinary.ts';
import { act, actors, items, receive } from './walks/world.ts';

const procedure = compile(licence, lawBook);
const alerts = compile(supervisionAlert, lawBook);
const calendar = createCalendar(officialNotices);

/** Papers that go to somebody else than the applicant. */
const addressees: Record<string, string> = { 'hearing-right-third-party': '丙某' };

interface Run {
  state: MatterState | undefined;
  personal: Record<string, JsonValue>;
  refused: string[];
}

/** Carries acts out as one person each, or all as `person`. */
function run(acts: readonly WalkAct[], person?: string): Run {
  const result: Run = { state: undefined, personal: {}, refused: [] };
  let next = 0;
  const hex = (length: number) => (++next).toString(16).padStart(length, '0');
  for (const { step, by, on, input = {} } of acts) {
    const actor: { kind: Context['actor']['kind']; unit?: string } = actors[by as keyof typeof actors];
    const code = input.item as string | undefined;
    const item = code === undefined ? undefined : items['licence-items']![code];
    const decision = decide(
      procedure,
      result.state,
      { step, input },
      {
        region: '000000',
        now: `${on}T02:00:00.000Z`,
        on,
        request: `r${next}`,
        actor: { person: person ?? by, name: by, post: by, kind: actor.kind, unit: actor.unit ?? 'unit-1' },
        law: lawBook,
        calendar,
        entropy: { id: () => `00000000-0000-7000-8000-${hex(12)}`, salt: () => hex(32) },
        certificates: [],
        items: item ? { item: { ...item, list: 'licence-items', code: code! } as PinnedItem } : {},
        personal: result.personal,
        procedure: (id) => (id === 'licence' ? procedure : alerts),
        unitName: (code) => code,
        personName: (person) => person,
        alertProcedure: { procedure: 'supervision-alert', step: 'raise' },
      },
    );
    if (!decision.ok) {
      result.refused.push(decision.refusal.rule);
      continue;
    }
    result.state = decision.writes[0]!.after;
    for (const { field, value } of decision.writes[0]!.personal) result.personal[field] = value;
  }
  return result;
}

const quick = [
  receive(
    'A-ORDINARY',
    '2024-03-04',
    ['provided', 'provided'],
    {},
    { applicantKind: 'natural', personName: '张三丰', phone: '010-0000000' },
  ),
  act('accept', 'clerk', '2024-03-05', {}),
  act('propose', 'examiner', '2024-03-06', { opinion: 'grant', opinionText: '符合条件' }),
  act('grant', 'head', '2024-03-07', {
    decisionNumber: '测许〔2024〕9号',
    content: '内容',
    validFrom: '2024-03-07',
  }),
  act('$publish', 'publisher', '2024-03-08', { publication: 'decision' }),
];

describe('licensing', () => {
  test('one person in three posts does not accept, review and decide the same application', () => {
    expect(run(quick).refused).toEqual([]);
    const alone = run(quick, 'same');
    expect(alone.refused[0]).toBe('kernel.P5');
    expect(alone.state!.stages).toEqual(['reviewing']);
  });

  test('the public sees a natural person masked and neither telephone nor number', () => {
    const content = run(quick).state!.publications.decision!.content!;
    expect(new Map(content).get('行政相对人名称')).toBe('张某某');
    expect(new Map(content).get('许可事项')).toBe('食品经营许可');
    expect(JSON.stringify(content)).not.toMatch(/张三丰|010-0000000/);
  });

  test('progress by receipt number shows names and dates of steps and nothing of the applicant', () => {
    const { state, personal } = run(quick);
    const progress = publicProgress(licence, state!, lawBook, calendar);
    expect(progress).toEqual({
      number: state!.number,
      procedure: '行政许可',
      subject: '食品经营许可',
      steps: [
        { name: '收件', on: '2024-03-04' },
        { name: '受理', on: '2024-03-05' },
        { name: '审查完成', on: '2024-03-06' },
        { name: '作出决定', on: '2024-03-07' },
      ],
      stages: ['待送达'],
      awaited: [],
    });
    for (const value of Object.values(personal))
      expect(JSON.stringify(progress)).not.toContain(value as string);
    const { progress: _, ...closed } = licence;
    expect(publicProgress(closed, state!, lawBook, calendar)).toBeUndefined();
  });

  test('progress tells by when an answer can be expected, and that time does not count while it does not', () => {
    const expected = (acts: readonly WalkAct[]) =>
      publicProgress(licence, run(acts).state!, lawBook, calendar)?.expected;
    const accepted = quick.slice(0, 2);
    expect(expected(accepted)).toMatchObject({ due: '2024-04-02', provisional: false, paused: false });
    expect(expected(accepted)!.promised! < '2024-04-02').toBe(true);
    const special = act('special-start', 'examiner', '2024-03-06', {
      special: 'expert-review',
      neededDays: 10,
      toldInWriting: true,
    });
    expect(expected([...accepted, special])).toMatchObject({ paused: true });
    expect(expected(quick.slice(0, 4))).toBeUndefined();
  });

  test('progress tells whoever has to supplement by when', () => {
    const { state, refused } = run(uncorrected.acts.slice(0, 2));
    expect(refused).toEqual([]);
    const awaited = publicProgress(licence, state!, lawBook, calendar)?.awaited;
    expect(awaited).toEqual([{ name: '补正期限', due: '2024-03-13' }]);
  });

  test('every document of the long case can be written, with the applicant’s name and no gap', () => {
    const { state, personal } = run(ordinary.acts);
    expect(state!.closed).toBe(true);
    const view = {
      facts: { ...state!.facts, ...personal },
      matter: state!,
      unitName: '测试局',
      personName: (person: string) => person,
      certificateNumber: () => '',
      ...duesOf(state!, lawBook, calendar),
    };
    for (const [id, document] of Object.entries(licence.documents!)) {
      const content = document.render(view);
      expect(content, id).toMatchObject({
        title: document.name,
        ...(id === 'service-receipt' ? {} : { addressee: addressees[id] ?? '测试餐饮有限公司' }),
        issuer: '测试局',
      });
      expect(JSON.stringify(content), id).not.toMatch(/undefined|null|NaN/);
    }
    const receipt = licence.documents!['service-receipt']!.render(view);
    expect(JSON.stringify(receipt)).toContain('2024年4月23日');
    // It is filed and signed, not sent: whom it was served on stands in it, and nobody is spoken to.
    expect(receipt.addressee).toBeUndefined();
    expect(receipt.date).toBe('2024-04-23');
    expect(JSON.stringify(receipt.blocks)).toContain('["受送达人","测试餐饮有限公司"]');
  });
});
