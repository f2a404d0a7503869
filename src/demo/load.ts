import type { LegalDate } from '../kernel/dates.ts';
import { addDays } from '../kernel/dates.ts';
import type { StoredFile } from '../kernel/procedure/fields.ts';
import { writeCertificates } from './certificates.ts';
import { writeDirectories } from './directories.ts';
import { historyUntil } from './history.ts';
import { writeItems } from './items.ts';
import { writeLeaders } from './leaders.ts';
import { writeLicence } from './licences.ts';
import { writePenalty } from './penalties/index.ts';
import { type KeepPaper, writePlan } from './plans.ts';
import { writePowers } from './powers.ts';
import { writeDisclosureRequests, writeOtherLists } from './registers.ts';
import { writeReturns } from './returns.ts';
import { createScribe, type Scribe, type ScribeOptions } from './scribe.ts';

/** How much of each the demo holds, last year and this year together: sizes of reports of development zones. */
export interface DemoSize {
  readonly licences: number;
  readonly penalties: number;
}
const fullSize: DemoSize = { licences: 20_800, penalties: 1160 };

export interface DemoOptions extends Omit<ScribeOptions, 'seed'> {
  /** Day up to which things have happened: from the first day of the year before it. */
  readonly today: LegalDate;
  readonly size?: DemoSize;
  /** A stored file that stands for every attachment. */
  readonly file: StoredFile;
  /** Keeps a version of a plan as its desk does. */
  readonly keepPaper: KeepPaper;
  readonly onProgress?: (text: string) => void;
  /**
   * Told when all is stored that happened before the cut-off day of last year's report, and nothing that came later:
   * the report is then written from what was known when it was written.
   */
  readonly onCutOff?: (day: LegalDate) => Promise<void>;
}

const SEED = 20_180_123;

/**
 * A full year of the demo district and this year up to today, so that every figure has one to be compared with; the
 * last weeks with work in hand. The same seed and the same day give the same events to the last byte.
 */
export async function loadDemo(options: DemoOptions): Promise<{ events: number }> {
  const { today, size = fullSize, onProgress = () => {} } = options;
  const year = Number(today.slice(0, 4)) - 1;
  const cutOff = `${year + 1}-${CUT_OFF}`;
  const reporting = options.onCutOff !== undefined && cutOff <= today;
  const scribe = createScribe({ ...options, seed: SEED, ...(reporting ? { cutOff } : {}) });
  const steady = historyUntil(scribe, today);
  const lax = historyUntil(scribe, today, STALL);
  const historyOf = (day: LegalDate) => (day < addDays(today, -RECENT_DAYS) ? steady : lax);
  const days = workdays(scribe, `${year}-01-01`, today);
  onProgress('演示数据：权责清单');
  const powers = writePowers(scribe, year);
  const { items, benchmarks } = writeItems(scribe, powers, year);
  writeOtherLists(scribe, powers, year);
  onProgress('演示数据：执法主体和执法事项');
  writeDirectories(scribe, powers, year);
  await options.appender.idle();
  onProgress('演示数据：执法人员资格');
  await writeCertificates(scribe, year);
  const weights = items.flatMap((item) => Array.from({ length: item.weight }, () => item));
  await spread(days, size.licences, '行政许可', onProgress, (n, day) =>
    writeLicence(scribe, historyOf(day), scribe.random.pick(weights), n, day),
  );
  await spread(days, size.penalties, '行政处罚', onProgress, (n, day) =>
    writePenalty(scribe, historyOf(day), scribe.random.pick(benchmarks), options.file, n, day),
  );
  onProgress('演示数据：领导小组、学法和述法');
  await writeLeaders(scribe, today, options.file);
  onProgress('演示数据：单位报送');
  await writeReturns(scribe, today);
  onProgress('演示数据：年度要点和督察');
  for (const planned of [year, year + 1]) {
    await writePlan(scribe, planned, today, options.file, options.keepPaper);
  }
  await writeDisclosureRequests(scribe, steady, days);
  await options.appender.idle();
  if (reporting) await options.onCutOff?.(cutOff);
  await scribe.letGo();
  await options.appender.idle();
  return { events: scribe.events };
}

/** Month and day on which the figures of last year's report are taken. */
const CUT_OFF = '01-20';
/** Days before today in which work may be left lying. */
const RECENT_DAYS = 75;
/** Chance that a recent matter is left lying before its next act. */
const STALL = 0.006;

/** Deals matters over the days in their order, somewhat more of them in the later ones: the work grows. */
async function spread(
  days: readonly LegalDate[],
  count: number,
  name: string,
  onProgress: (text: string) => void,
  write: (n: number, day: LegalDate) => Promise<void>,
): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const part = (n - 1) / count;
    await write(n, days[Math.floor(days.length * part ** GROWTH)]!);
    if (n % 2000 === 0) onProgress(`演示数据：${name} ${n}件`);
  }
}

/** Below 1 there is more in the later days: this year so far is some 5 % above the same months of last year. */
const GROWTH = 0.96;

function workdays(scribe: Scribe, from: LegalDate, to: LegalDate): LegalDate[] {
  const days: LegalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (scribe.calendar.isWorkday(day)) days.push(day);
  return days;
}
