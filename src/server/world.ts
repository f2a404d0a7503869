import type { Calendar } from '../kernel/calendar/calendar.ts';
import type { LawBook } from '../kernel/clock/law.ts';
import type { Calendars } from '../store/calendars.ts';
import type { Sql } from '../store/connection.ts';
import type { Appender } from '../store/steps/append.ts';
import type { StepAnswer, StepRequest, StepWorld } from '../store/steps/run.ts';
import type { Systems } from '../systems/index.ts';
import type { Directory } from './directory.ts';

/** Everything a handler works with. One per process and region. */
export interface World {
  readonly sql: Sql;
  readonly region: { readonly code: string; readonly name: string };
  /** Address of the portal as the public knows it, without a path, where the operator says so. */
  readonly site: string | undefined;
  readonly law: LawBook;
  readonly systems: Systems;
  readonly steps: StepWorld;
  readonly appender: Appender;
  calendar(): Calendar;
  /** The calendar in force with those before it, and the notices it follows. */
  calendars(): Calendars;
  /** Units, persons and posts by id, for names. */
  directory(): Directory;
  run(request: StepRequest): Promise<StepAnswer>;
  /** Reads units, people and holiday notices again after they changed. */
  refresh(): Promise<void>;
}
