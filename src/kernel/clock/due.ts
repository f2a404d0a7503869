import type { Instant, LegalDate } from '../dates.ts';
import type { Basis } from '../errors.ts';

/** One line of a computation, in Chinese, with the day it arrives at and the law it stands on. */
export interface ExplainLine {
  readonly text: string;
  readonly date?: LegalDate;
  readonly basis?: Basis;
}

/** When a clock runs out, and how that was found. */
export interface Due {
  readonly due: LegalDate;
  /** Only for limits in hours. */
  readonly dueAt?: Instant;
  /** The promised date beside the legal one. */
  readonly promised?: LegalDate;
  /** The computation touches a year whose holiday notice is not entered yet (暂定). */
  readonly provisional: boolean;
  /** The provision's text has not been verified. */
  readonly unverified: boolean;
  /** The clock stands still; `due` counts no day of the open pause yet and will move when it resumes. */
  readonly paused: boolean;
  /** Version of the calendar the dates were computed with. */
  readonly calendar: string;
  readonly lines: readonly ExplainLine[];
}
