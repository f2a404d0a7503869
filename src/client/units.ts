import type { LegalDate } from '../kernel/dates.ts';

/** The time of a unit: its first day, and its last where it was abolished or merged. */
export interface UnitTime {
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}

/** Whether a unit stood on a day: its last day is still its own. */
export function stoodOn({ from, to }: UnitTime, on: LegalDate): boolean {
  return from <= on && (to === null || to >= on);
}

/**
 * Units a form offers for an act on a day: those that stood then. One that is chosen already stays, whatever became
 * of it, so that what was chosen can be read.
 */
export function unitsToChoose<U extends UnitTime & { readonly code: string }>(
  units: readonly U[],
  on: LegalDate,
  chosen: readonly string[] = [],
): U[] {
  return units.filter((unit) => stoodOn(unit, on) || chosen.includes(unit.code));
}

/** A unit's name, marked where it had ended by a day. */
export function unitMarked(name: string, { to }: UnitTime, on: LegalDate): string {
  return to !== null && to < on ? `${name}（已撤销）` : name;
}
