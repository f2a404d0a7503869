import type { LegalDate } from '../../kernel/dates.ts';
import type { Role } from '../../systems/yearly/work-plan/fields.ts';
import type { PlanDraft, PlanMeasure, PlanTask, PlanUnits } from './draft.ts';
import { type PastTask, pastTaskLike, unitsBySubject } from './subjects.ts';
import { type KnownUnit, matchUnits, type RememberedNames } from './unit-names.ts';

/** A plan as the reader of documents gives it. */
export interface ReadPlan {
  readonly text: string;
  readonly document: {
    readonly title: string | null;
    readonly issuer: string | null;
    readonly number: string | null;
    readonly date: LegalDate | null;
  };
  readonly tasks: readonly ReadTask[];
}

export interface ReadTask {
  readonly number: string;
  readonly part: string;
  readonly title: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly demands: readonly {
    readonly text: string;
    readonly quantities: readonly {
      readonly kind: string;
      readonly text: string;
      readonly value: number | null;
      readonly unit: string;
      readonly per: string;
    }[];
  }[];
  readonly units: readonly { readonly name: string; readonly role: Role }[];
  readonly due: LegalDate | null;
  readonly dueText: string | null;
}

/** An indicator a demand may be bound to. */
export interface MeasurableIndicator {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

export interface ProposalWorld {
  readonly units: readonly KnownUnit[];
  readonly remembered: RememberedNames;
  readonly past: readonly PastTask[];
  readonly indicators: readonly MeasurableIndicator[];
}

/** A draft of what was read. Nothing in it is confirmed: that is a person's. */
export function proposeDraft(read: ReadPlan, world: ProposalWorld): PlanDraft {
  const { title, issuer, number, date } = read.document;
  const name = (title ?? '')
    .replace(/^.{0,40}?关于印发/, '')
    .replace(/的通知$/, '')
    .replace(/[《》]/g, '');
  const inTitle = /(20\d{2})/.exec(name)?.[1];
  return {
    title: name,
    year: Number(inTitle ?? date?.slice(0, 4) ?? 0),
    issuer: issuer ?? '',
    number: number ?? '',
    text: read.text,
    tasks: read.tasks.map((task, at) => proposeTask(task, `t${at + 1}`, world)),
  };
}

function proposeTask(task: ReadTask, code: string, world: ProposalWorld): PlanTask {
  return {
    code,
    number: task.number,
    part: task.part,
    title: task.title,
    text: task.text,
    start: task.start,
    end: task.end,
    due: task.due,
    dueText: task.dueText ?? '',
    units: task.units.length > 0 ? readUnits(task, world) : guessedUnits(task, world),
    measures: measuresOf(task, code, world.indicators),
    confirmed: false,
  };
}

/** The first of the responsible leads only where the plan says so; roles stay as printed. */
function readUnits({ units }: ReadTask, world: ProposalWorld): PlanUnits[] {
  return units.map(({ name, role }) => ({
    role,
    printed: name,
    ...matchUnits(name, world.units, world.remembered),
  }));
}

/** Where the plan names nobody: who had the task before, else whose subject it is. */
function guessedUnits({ title, text }: ReadTask, world: ProposalWorld): PlanUnits[] {
  const there = (codes: readonly string[]) =>
    codes.filter((code) => world.units.some((unit) => unit.code === code));
  const past = pastTaskLike(title, world.past);
  const of = (role: Role, codes: readonly string[], source: PlanUnits['source']): PlanUnits[] =>
    codes.length > 0 ? [{ role, printed: '', units: codes, source }] : [];
  if (past) {
    return [...of('lead', there(past.leads), 'past'), ...of('responsible', there(past.responsible), 'past')];
  }
  // What the title speaks of weighs more than what the text touches.
  const [lead, ...others] = unitsBySubject(`${title}${title}${title}${text}`, world.units);
  return lead === undefined
    ? []
    : [...of('lead', [lead], 'subject'), ...of('responsible', others, 'subject')];
}

/** Times a year of an interval; a demand of each quarter is four in the year the plan speaks of. */
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/半年/, 2],
  [/季/, 4],
  [/月/, 12],
  [/周/, 52],
];
const timesOf = (per: string): number => TIMES.find(([pattern]) => pattern.test(per))?.[1] ?? 1;

const COUNTED = new Set(['frequency', 'minimum', 'maximum', 'exact']);

export function measuresOf(
  task: Pick<ReadTask, 'demands'>,
  code: string,
  indicators: readonly MeasurableIndicator[],
): PlanMeasure[] {
  const counted = task.demands.flatMap(({ text, quantities }) =>
    quantities
      .filter(({ kind, value }) => COUNTED.has(kind) && value !== null)
      .map((quantity) => ({ ...quantity, sentence: text })),
  );
  return counted.map(({ kind, text, value, unit, per, sentence }, at) => ({
    code: `${code}-${at + 1}`,
    text: clauseAround(sentence, text),
    target: String(value! * (kind === 'frequency' ? timesOf(per) : 1)),
    measureUnit: unit,
    sense: kind === 'maximum' ? 'maximum' : kind === 'exact' ? 'exact' : 'minimum',
    indicator: indicatorFor(clauseAround(sentence, text), unit, indicators),
    kind: null,
    reach: 'unit',
  }));
}

/** The clause of a sentence that holds the quantity: what is to be done that often. */
export function clauseAround(sentence: string, quantity: string): string {
  const at = sentence.indexOf(quantity);
  const from = sentence.slice(0, at).search(/[^，,、；;]*$/);
  const to = sentence.slice(at + quantity.length).search(/[，,；;]/);
  return sentence.slice(from, to === -1 ? undefined : at + quantity.length + to).trim();
}

/** An indicator whose name the demand says nearly whole, in the same unit; else nothing, rather than a guess. */
function indicatorFor(
  clause: string,
  unit: string,
  indicators: readonly MeasurableIndicator[],
): string | null {
  const best = indicators
    .filter((indicator) => (indicator.unit === '%') === (unit === '%'))
    .map(({ id, name }) => ({ id, said: saidShare(name, clause) }))
    .sort((a, b) => b.said - a.said)[0];
  return best && best.said >= 0.75 ? best.id : null;
}

/** Share of a name's pairs of characters that a clause holds. */
function saidShare(name: string, clause: string): number {
  const chars = [...name];
  const own = chars.slice(1).map((char, at) => chars[at]! + char);
  return own.length < 2 ? 0 : own.filter((pair) => clause.includes(pair)).length / own.length;
}
