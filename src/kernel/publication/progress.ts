import type { Calendar } from '../calendar/calendar.ts';
import { openPause } from '../clock/clock.ts';
import { dueOf } from '../clock/due.ts';
import type { LawBook } from '../clock/law.ts';
import type { LegalDate } from '../dates.ts';
import type { ProcedureDeclaration } from '../procedure/declaration.ts';
import type { MatterState } from '../procedure/matter.ts';
import type { ProgressDeclaration } from './progress-declaration.ts';

export interface PublicProgress {
  readonly number: string;
  readonly procedure: string;
  readonly subject: string;
  readonly steps: readonly { readonly name: string; readonly on: LegalDate }[];
  /** Names of the present stages. */
  readonly stages: readonly string[];
  /** What waits for whoever asked, by the names of the limits that bind him, the nearest first. */
  readonly awaited: readonly { readonly name: string; readonly due: LegalDate }[];
  /** Absent where no answer is awaited any more. */
  readonly expected?: ExpectedAnswer;
  readonly outcome?: string;
}

/** By when whoever asked can expect an answer. */
export interface ExpectedAnswer {
  readonly due: LegalDate;
  /** The earlier day promised to the public. */
  readonly promised?: LegalDate;
  /** Stands on a year whose holidays are not announced yet. */
  readonly provisional: boolean;
  /** The time does not count at present; the days will be later than these. */
  readonly paused: boolean;
}

/**
 * The progress of a matter for the portal, or undefined where its procedure shows none. Takes nothing from the
 * facts: names and dates of allow-listed steps, the stage, the days of the answer and of what he has to do, the outcome.
 */
export function publicProgress(
  procedure: ProcedureDeclaration,
  matter: MatterState,
  law: LawBook,
  calendar: Calendar,
): PublicProgress | undefined {
  const { progress } = procedure;
  if (!progress) return undefined;
  const expected = expectedAnswer(progress, matter, law, calendar);
  return {
    number: matter.number,
    procedure: procedure.name,
    subject: progress.subject(matter),
    steps: matter.taken.flatMap(({ step, on }) => {
      const name = progress.steps[step];
      return name === undefined ? [] : [{ name, on }];
    }),
    stages: matter.stages.map((stage) => procedure.stages[stage]?.name ?? stage),
    awaited: awaitedOf(procedure, matter, law, calendar),
    ...(expected === undefined ? {} : { expected }),
    ...(matter.outcome === undefined ? {} : { outcome: matter.outcome }),
  };
}

function awaitedOf(
  { clocks }: ProcedureDeclaration,
  matter: MatterState,
  law: LawBook,
  calendar: Calendar,
): PublicProgress['awaited'] {
  if (matter.closed) return [];
  return Object.values(matter.clocks)
    .flatMap((running) => {
      const declared = clocks?.[running.clock];
      if (!declared?.bindsApplicant || running.stopped || openPause(running)) return [];
      return [{ name: declared.name, due: dueOf(running, law, calendar).due }];
    })
    .sort((a, b) => a.due.localeCompare(b.due));
}

function expectedAnswer(
  { clock }: ProgressDeclaration,
  matter: MatterState,
  law: LawBook,
  calendar: Calendar,
): ExpectedAnswer | undefined {
  const running = clock === undefined || matter.closed ? undefined : matter.clocks[clock];
  if (!running || running.stopped) return undefined;
  const { due, promised, provisional } = dueOf(running, law, calendar);
  const paused = openPause(running) !== undefined;
  return { due, ...(promised === undefined ? {} : { promised }), provisional, paused };
}
