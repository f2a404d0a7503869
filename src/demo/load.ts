import type { LegalDate } from '../kernel/dates.ts';
import { addDays } from '../kernel/dates.ts';
import type { StoredFile } from '../kernel/procedure/fields.ts';
import { writeCertificates } from './certificates.ts';
import { historyUntil } from './history.ts';
import { writeItems } from './items.ts';
import { writeLicence } from './licences.ts';
import { writePenalty } from './penalties.ts';
import { writePowers } from './powers.ts';
import { createScribe, type Scribe, type ScribeOptions } from './scribe.ts';

/** How much of each the demo holds: sizes of published reports of development zones. */
export interface DemoSize {
  readonly licences: number;
  readonly penalties: number;
}
export const fullSize: DemoSize = { licences: 20_000, penalties: 1000 };

export interface DemoOptions extends Omit<ScribeOptions, 'seed'> {
  /** Day up to which things have happened. The full year is the one before it. */
  readonly today: LegalDate;
  readonly size?: DemoSize;
  /** A stored file that stands for every attachment. */
  readonly file: StoredFile;
  readonly onProgress?: (text: string) => void;
}

const SEED = 20_180_123;

/**
 * A full year of the demo district, and the weeks before today with work in hand. The same seed and the same day
 * give the same events to the last byte.
 */
export async function loadDemo(options: DemoOptions): Promise<{ events: number }> {
  const { today, size = fullSize, onProgress = () => {} } = options;
  const year = Number(today.slice(0, 4)) - 1;
  const scribe = createScribe({ ...options, seed: SEED });
  const steady = historyUntil(scribe, today);
  const lax = historyUntil(scribe, today, STALL);
  const historyOf = (day: LegalDate) => (day < `${year + 1}` ? steady : lax);
  onProgress('演示数据：权责清单');
  const powers = writePowers(scribe, year);
  const { items, benchmarks } = writeItems(scribe, powers, year);
  await options.appender.idle();
  onProgress('演示数据：执法人员资格');
  await writeCertificates(scribe, year);
  const weights = items.flatMap((item) => Array.from({ length: item.weight }, () => item));
  await spread(
    scribe,
    [size.licences, size.licences * RECENT.licences],
    year,
    today,
    '行政许可',
    onProgress,
    (n, day) => writeLicence(scribe, historyOf(day), scribe.random.pick(weights), n, day),
  );
  await spread(
    scribe,
    [size.penalties, size.penalties * RECENT.penalties],
    year,
    today,
    '行政处罚',
    onProgress,
    (n, day) => writePenalty(scribe, historyOf(day), scribe.random.pick(benchmarks), options.file, n, day),
  );
  await options.appender.idle();
  return { events: scribe.events };
}

/** Matters of the last weeks before today, as a share of the full year's number: cases run longer than licences. */
const RECENT = { licences: 0.04, penalties: 0.16 };
const RECENT_DAYS = 75;
/** Chance that a recent matter is left lying before its next act. */
const STALL = 0.006;

/** Deals matters over the workdays of the year, and some over the last weeks, in the order of their days. */
async function spread(
  scribe: Scribe,
  [count, recentCount]: readonly [number, number],
  year: number,
  today: LegalDate,
  name: string,
  onProgress: (text: string) => void,
  write: (n: number, day: LegalDate) => Promise<void>,
): Promise<void> {
  const inYear = workdays(scribe, `${year}-01-01`, `${year}-12-31`);
  const recent = workdays(scribe, addDays(today, -RECENT_DAYS), today);
  let n = 0;
  for (const [days, share] of [
    [inYear, count],
    [recent, Math.round(recentCount)],
  ] as const) {
    for (let i = 0; i < share; i++) {
      n++;
      await write(n, days[Math.floor((i * days.length) / share)]!);
      if (n % 2000 === 0) onProgress(`演示数据：${name} ${n}件`);
    }
  }
}

function workdays(scribe: Scribe, from: LegalDate, to: LegalDate): LegalDate[] {
  const days: LegalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (scribe.calendar.isWorkday(day)) days.push(day);
  return days;
}
