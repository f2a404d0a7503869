import type { Figure } from '../../kernel/indicator/figure.ts';
import { type Change, changeOf, figureText } from './format.ts';
import type { DraftFigure, Measured, MissingFigure, Previous, Remark, Returned, Slot } from './model.ts';
import { askOf } from './slots.ts';

/** What the figures of a report are made from. `figures` and `before` answer `slots`, in their order. */
export interface Measurements {
  readonly slots: readonly Slot[];
  readonly year: number;
  readonly unit?: string;
  readonly figures: readonly Figure[];
  /** The same of the year before. */
  readonly before: readonly Figure[];
  /** Figures returned for the year, where the registers are kept elsewhere. */
  readonly returned: readonly Returned[];
  /** Figures kept from the published report of the year before. */
  readonly returnedBefore: readonly Returned[];
  /** Names the kinds of an indicator. */
  readonly kindName: (slot: Slot) => string | undefined;
  /** Procedure or list that counts it. */
  readonly sourceOf: (slot: Slot) => string;
}

/** From this share of change on, a reader will ask why. Small numbers jump by nature. */
const JUMP = 0.5;
const JUMP_OF_RATE = 0.1;
const SMALL = 10;

/** The mark that makes the id of a change from the id of the figure. */
export const CHANGE = '~';

/** Every slot with its value, its value of the year before and what is to be said of both. */
export function measure(input: Measurements): Measured {
  const figures: DraftFigure[] = [];
  const missing: MissingFigure[] = [];
  const jumps: Remark[] = [];
  const conflicts: Remark[] = [];
  const kept = keptRegisters(input);
  input.slots.forEach((slot, at) => {
    const computed = input.figures[at]!;
    const name = nameOf(computed, input.kindName(slot));
    const own = ownValue(slot, computed, input.returned);
    if ((!own || own.value === 0) && !kept.has(input.sourceOf(slot)))
      missing.push({ id: slot.id, name, reason: reasonOf(computed) });
    if (!own) return;
    const previous = previousOf(slot, input.before[at]!, input.returnedBefore);
    const figure = draftFigure(slot, name, computed, own, previous, input);
    figures.push(figure);
    const change = previous && changeOf(own.value, previous.value, computed.unit);
    if (change && own.value !== 0)
      figures.push({ ...figure, id: slot.id + CHANGE, value: change.value, text: change.text });
    const jump = previous && change && own.value !== 0 && jumpOf(figure, previous, change);
    if (jump) jumps.push(jump);
    const conflict = conflictOf(slot, name, input.before[at]!, input.returnedBefore);
    if (conflict) conflicts.push(conflict);
  });
  const coverage = { slots: input.slots.length, filled: input.slots.length - missing.length };
  return { figures, missing, jumps, conflicts, coverage, seal: input.figures[0]?.seal ?? null };
}

/**
 * Procedures and lists with any record in the year or the one before. Where one is kept, a nought says that nothing
 * happened; where none is, it says nothing at all.
 */
function keptRegisters({ slots, figures, before, sourceOf }: Measurements): Set<string> {
  return new Set(
    slots
      .filter((_, at) => [figures[at]!, before[at]!].some(({ value }) => value !== null && value !== 0))
      .map(sourceOf),
  );
}

interface Own {
  readonly value: number;
  readonly returned?: Returned;
}

/** What the records say; where they say nothing, what was returned; nought where nobody says anything. */
function ownValue(slot: Slot, computed: Figure, returned: readonly Returned[]): Own | undefined {
  if (isRecorded(computed)) return { value: computed.value };
  const found = returnedFor(slot, returned);
  if (found) return { value: shareOrValue(found), returned: found };
  return computed.value === null ? undefined : { value: computed.value };
}

/** A nought of an empty register and a nought of a kept one look alike, so that nought alone proves nothing. */
function isRecorded(figure: Figure): figure is Figure & { readonly value: number } {
  if (figure.measure === 'rate') return figure.value !== null;
  return figure.value !== null && figure.value !== 0;
}

function returnedFor(slot: Slot, returned: readonly Returned[]): Returned | undefined {
  return returned.findLast((figure) => figure.slot === slot.id);
}

const shareOrValue = ({ value, unit }: Returned): number => (unit === '%' ? value / 100 : value);

function previousOf(slot: Slot, before: Figure, returned: readonly Returned[]): Previous | undefined {
  if (isRecorded(before)) {
    return { value: before.value, text: figureText(before.value, before.unit), source: 'computed' };
  }
  const found = returnedFor(slot, returned);
  if (!found) return undefined;
  const value = shareOrValue(found);
  return { value, text: figureText(value, before.unit), source: 'returned', document: found.document };
}

function draftFigure(
  slot: Slot,
  name: string,
  computed: Figure,
  own: Own,
  previous: Previous | undefined,
  { year, unit }: Measurements,
): DraftFigure {
  const { slot: _, ...returned } = own.returned ?? { slot: '' };
  return {
    id: slot.id,
    name,
    unit: computed.unit,
    value: own.value,
    text: figureText(own.value, computed.unit),
    definition: computed.definition,
    ask: askOf(slot, year, unit),
    ...(computed.numerator === undefined ? {} : { numerator: computed.numerator }),
    ...(computed.denominator === undefined ? {} : { denominator: computed.denominator }),
    ...(previous ? { previous } : {}),
    ...(own.returned
      ? { source: 'returned', returned: returned as Omit<Returned, 'slot'>, provisional: false }
      : { source: 'computed', provisional: computed.provisional }),
  };
}

const nameOf = (figure: Figure, kind: string | undefined): string =>
  kind === undefined ? figure.name : `${figure.name}（${kind}）`;

function reasonOf(figure: Figure): string {
  return figure.measure === 'rate'
    ? '分母为0，比率没有意义；请先核对分母所依据的台账。'
    : '台账没有相应记录，也没有单位报送；确实为0的，请在正文中写明。';
}

function jumpOf(figure: DraftFigure, previous: Previous, change: Change): Remark | undefined {
  const rate = figure.unit === '%';
  if (Math.abs(change.value) < (rate ? JUMP_OF_RATE : JUMP)) return undefined;
  if (!rate && Math.max(figure.value, previous.value) < SMALL) return undefined;
  return {
    id: figure.id,
    message: `${figure.name}由上年的${previous.text}变为${figure.text}（${change.text}），变动较大，请核对并在正文中说明原因。`,
  };
}

/** The report of last year was public: where the ledger now says otherwise, the difference has to be explained. */
function conflictOf(
  slot: Slot,
  name: string,
  before: Figure,
  returned: readonly Returned[],
): Remark | undefined {
  const stated = returnedFor(slot, returned);
  if (!stated || !isRecorded(before)) return undefined;
  const published = figureText(shareOrValue(stated), before.unit);
  const computed = figureText(before.value, before.unit);
  if (published === computed) return undefined;
  return {
    id: slot.id,
    message: `${name}上年在“${stated.document}”中为${published}，按台账计算为${computed}，请核对口径。`,
  };
}
