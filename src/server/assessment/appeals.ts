import type { AppealRow } from '../../client/contract/assessment-views.ts';
import type { Instant } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { outlook } from '../../kernel/procedure/outlook.ts';
import { classOf, itemsOf } from '../../yearly/assessment/scheme.ts';
import { viewContext } from '../handlers/matter-view.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import type { Acted } from './acted.ts';
import { PROCEDURE } from './schemes.ts';
import { type Scoring, UNIT_PROCEDURE, type Underway } from './scoring.ts';
import { factsOf, scoredItems } from './unit-facts.ts';
import { titleOf } from './views.ts';

/** Every appeal of an assessment, those that wait for an answer first. */
export async function appealsView(
  world: World,
  scoring: Scoring,
  session: Session,
  now: Instant,
  matter: string,
) {
  const underway = await scoring.open(session.region, matter);
  const rows = underway.children.flatMap((child) => {
    const barred = barredFrom(world, session, now, child);
    return rowsOf(world, underway, child).map((row) => ({ ...row, barred: row.open ? barred : null }));
  });
  return {
    matter: underway.matter.id,
    title: titleOf(underway.scheme.year),
    appealUntil: factsOf(underway.matter).appealUntil ?? null,
    rows: rows.sort((a, b) => Number(b.open) - Number(a.open) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    mayAnswer: rows.some(({ open, barred }) => open && barred === null),
  };
}

/** Why this post may not answer a unit's appeals now; null where it may. */
function barredFrom(world: World, session: Session, now: Instant, child: MatterState): string | null {
  const procedure = world.systems.registry.get(UNIT_PROCEDURE, child.version);
  const reply = outlook(procedure, child, viewContext(world, session, {}, now)).find(
    ({ step }) => step === 'reply',
  );
  return reply?.refusal?.message ?? null;
}

function rowsOf(world: World, { scheme }: Underway, child: MatterState): Omit<AppealRow, 'barred'>[] {
  const { appeals = [], answered = [] } = factsOf(child);
  const scored = new Map(scoredItems(child).map((item) => [item.code, item]));
  const titles = new Map(itemsOf(scheme).map(({ code, title }) => [code, title]));
  const same = (code: string) => ({
    unit: child.unit,
    unitName: world.directory().shortName(child.unit),
    className: classOf(scheme, child.unit)?.name ?? '',
    code,
    title: titles.get(code) ?? '',
    max: scored.get(code)?.max ?? 0,
    points: scored.get(code)?.points ?? 0,
    why: scored.get(code)?.why ?? '',
  });
  return [
    ...appeals.map(({ code, ground, on = '' }) => ({
      ...same(code),
      ...{ ground, on, open: true, upheld: null, adjusted: null, answer: '' },
    })),
    ...answered.map(({ code, ground, on = '', upheld, points, answer }) => ({
      ...same(code),
      ...{ ground, on, open: false, upheld, adjusted: points === undefined ? null : Number(points), answer },
    })),
  ];
}

interface Alike {
  readonly request: string;
  readonly items: readonly { readonly unit: string; readonly code: string }[];
  readonly upheld: boolean;
  readonly points: number | null;
  readonly answer: string;
}

/** Answers several appeals alike, in one act: each unit has its own answer, one refusal answers none. */
export async function answerAppeals(
  world: World,
  scoring: Scoring,
  acted: Acted,
  matter: string,
  { request, items, upheld, points, answer }: Alike,
): Promise<{ message: string }> {
  const { children } = await scoring.open(acted.region, matter);
  const answers = items.map(({ unit, code }): JsonObject => {
    const child = children.find((entry) => entry.unit === unit);
    const item = child && scoredItems(child).find((entry) => entry.code === code);
    if (!child || !item || !(factsOf(child).appeals ?? []).some((entry) => entry.code === code)) {
      const name = world.directory().shortName(unit);
      return refuse('invalid', 'assessment.appeals', `${name}的${code}没有待答复的申诉，请刷新后重新选择。`);
    }
    if (upheld && points === null && item.max === 0) {
      return refuse(
        'invalid',
        'assessment.appeals',
        `${code}是加分或者否决项，没有满分，请填写调整后的得分。`,
      );
    }
    return { unit, code, upheld, ...(upheld ? { points: String(points ?? item.max) } : {}), answer };
  });
  const done = await world.run({
    ...acted,
    procedure: PROCEDURE,
    matter,
    step: 'reply',
    request,
    input: {},
    provided: { answers },
  });
  if (!done.ok) throw new RefusedError(done.refusal);
  const units = new Set(items.map(({ unit }) => unit)).size;
  const left = waiting(await scoring.open(acted.region, matter));
  const rest = left === 0 ? '全部申诉已经答复。' : `还有${left}项待答复。`;
  return {
    message: `已答复${units}个单位的${items.length}项申诉，各单位可以看到答复；${rest}`,
  };
}

const waiting = ({ children }: Underway): number =>
  children.reduce((sum, child) => sum + (factsOf(child).appeals ?? []).length, 0);
