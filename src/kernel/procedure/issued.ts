import type { Calendar } from '../calendar/calendar.ts';
import { dueOf } from '../clock/due.ts';
import type { LawBook } from '../clock/law.ts';
import { chineseDate } from '../dates.ts';
import type { LedgerEvent } from '../ledger/event.ts';
import type { DocumentView, ProcedureDeclaration } from './declaration.ts';
import { type MatterState, replay } from './matter.ts';

/**
 * The matter as it stood when the document was last made: right after the step that made it (SPEC P22). A notice of
 * acceptance does not learn of an extension. The whole stream where no step of the procedure makes the document;
 * undefined where none of those that do was taken.
 */
export function whenIssued(
  { steps }: Pick<ProcedureDeclaration, 'steps'>,
  document: string,
  events: readonly LedgerEvent[],
): MatterState | undefined {
  if (makersOf(steps, document).length === 0) return replay(events);
  const made = madeBy({ steps }, document, events);
  return made && replay(events.slice(0, made.seq));
}

/**
 * The act that last made the document: by the calendar of its time the document tells its days (SPEC P22). Undefined
 * where none did, or no step of the procedure makes it.
 */
export function madeBy(
  { steps }: Pick<ProcedureDeclaration, 'steps'>,
  document: string,
  events: readonly LedgerEvent[],
): LedgerEvent | undefined {
  const makers = makersOf(steps, document);
  return events.findLast(({ type }) => makers.includes(type.slice(type.indexOf('/') + 1)));
}

const makersOf = (steps: ProcedureDeclaration['steps'], document: string): string[] =>
  Object.keys(steps).filter((step) => steps[step]!.documents?.includes(document));

/** Documents the matter may be given, in the order of the steps that made them, each once (SPEC P22). */
export function documentsMade(
  { steps, documents = {} }: Pick<ProcedureDeclaration, 'steps' | 'documents'>,
  state: MatterState,
): { readonly id: string; readonly name: string }[] {
  const ids = new Set(state.taken.flatMap(({ step }) => steps[step]?.documents ?? []));
  return [...ids]
    .filter((id) => documents[id]?.applies?.(state.facts) ?? true)
    .map((id) => ({ id, name: documents[id]!.name }));
}

/** How the documents of a matter learn its due days. */
export function duesOf(
  state: MatterState,
  law: LawBook,
  calendar: Calendar,
): Pick<DocumentView, 'dueOf' | 'dueText'> {
  const due = (clock: string) => state.clocks[clock] && dueOf(state.clocks[clock], law, calendar);
  return {
    dueOf: (clock) => due(clock)?.due,
    dueText: (clock) => {
      const found = due(clock);
      if (!found) return '';
      const day = chineseDate(found.due);
      return found.provisional ? `${day}（暂定，以${found.due.slice(0, 4)}年放假安排公布后的日期为准）` : day;
    },
  };
}
