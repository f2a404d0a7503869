import type { EscalationRow, EscalationsView, EscalationTally } from '../../client/contract/follow.ts';
import { dueOf } from '../../kernel/clock/index.ts';
import { type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { mattersBegunIn } from '../../store/matters/begun-in-year.ts';
import { type EscalationFacts, levels, sources } from '../../systems/yearly/escalation/fields.ts';
import { waitingFor, waitingNames } from '../../yearly/follow/escalation.ts';
import { stageNames } from '../handlers/matters.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';

/** The escalations begun in a year, by unit; a unit sees its own alone. */
export async function escalationsView(
  world: World,
  session: Session,
  year: number,
  now: Instant,
): Promise<EscalationsView> {
  const matters = await mattersBegunIn(world.sql, session.region, 'escalation', {
    year,
    unit: unitSeenBy(session),
  });
  const today = legalDateOf(now);
  const rows = matters.map((matter) => rowOf(world, matter, today));
  return { year, today, rows, units: tallies(rows) };
}

function rowOf(world: World, matter: MatterState, today: LegalDate): EscalationRow {
  const facts = matter.facts as EscalationFacts;
  const stage = matter.stages[0] ?? '';
  const answered = typeof facts.answeredOn === 'string';
  const by = runningDay(world, matter);
  const waiting = waitingFor({ stage, answered, by }, today);
  const level = facts.level ?? 'remind';
  return {
    matter: matter.id,
    number: matter.number,
    subject: facts.subject ?? matter.title,
    sourceName: facts.source ? sources[facts.source] : '',
    parent: matter.parent?.matter ?? null,
    unit: matter.unit,
    unitName: world.directory().unitName(matter.unit),
    level,
    levelName: levels[level],
    levelOn: facts.levelOn ?? matter.startedOn,
    stageName: stageNames(world.systems.registry.get(matter.procedure, matter.version), matter.stages).join(
      '、',
    ),
    waiting,
    waitingName: waitingNames[waiting],
    due: facts.due ?? null,
    by,
    answeredOn: answered ? (facts.answeredOn as string) : null,
    answeredLate: facts.answeredLate === true,
    outcome: matter.outcome ?? null,
  };
}

/** The nearest day that runs: for the unit's answer, for putting right, or for the talk. */
function runningDay(world: World, matter: MatterState): LegalDate | null {
  const days = ['reply', 'rectification', 'talk'].flatMap((id) => {
    const clock = matter.clocks[id];
    return clock && !clock.stopped ? [dueOf(clock, world.law, world.calendar()).due] : [];
  });
  return days.sort()[0] ?? null;
}

/** What each unit was asked for; each escalation stands at the highest level it reached. */
function tallies(rows: readonly EscalationRow[]): EscalationTally[] {
  const units = new Map<string, EscalationRow[]>();
  for (const row of rows) units.set(row.unit, [...(units.get(row.unit) ?? []), row]);
  return [...units]
    .map(([unit, own]) => {
      const at = (level: EscalationRow['level']) => own.filter((row) => row.level === level).length;
      return {
        unit,
        unitName: own[0]!.unitName,
        total: own.length,
        open: own.filter(({ waiting }) => waiting !== 'resolved').length,
        late: own.filter(({ waiting }) => waiting === 'late').length,
        resolved: own.filter(({ waiting }) => waiting === 'resolved').length,
        remind: at('remind'),
        summon: at('summon'),
        order: at('order'),
        circulate: at('circulate'),
      };
    })
    .sort((a, b) => b.late - a.late || b.open - a.open || b.total - a.total || (a.unit < b.unit ? -1 : 1));
}
