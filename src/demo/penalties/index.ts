import type { LegalDate } from '../../kernel/dates.ts';
import type { StoredFile } from '../../kernel/procedure/fields.ts';
import { type History, HistoryEnds } from '../history.ts';
import type { DemoPower } from '../powers.ts';
import type { Scribe } from '../scribe.ts';
import { holders } from '../zone.ts';
import type { Case } from './case.ts';
import { onSpot } from './on-the-spot.ts';
import { ordinary } from './ordinary.ts';

/** One penalty case from the clue to the archive. A fifth are settled on the spot, a few end without penalty. */
export async function writePenalty(
  scribe: Scribe,
  history: History,
  power: DemoPower,
  file: StoredFile,
  n: number,
  start: LegalDate,
): Promise<void> {
  const officers = holders(power.unit, 'case-officer');
  const first = scribe.random.between(0, officers.length - 1);
  const heads = holders(power.unit, 'unit-head');
  const present: Case = {
    scribe,
    history,
    power,
    file,
    n,
    year: start.slice(0, 4),
    officer: officers[first]!,
    partner: officers[(first + 1) % officers.length]!,
    heads,
    reviewer: scribe.random.pick(holders(power.unit, 'legal-reviewer')),
    publisher: holders(power.unit, 'publisher')[0]!,
    cashier: holders(power.unit, 'window-clerk')[0]!,
    market: power.unit === 'U04',
  };
  scribe.begin();
  try {
    if (scribe.random.chance(0.22)) onSpot(present, start);
    else ordinary(present, start);
  } catch (error) {
    if (!(error instanceof HistoryEnds)) throw error;
  }
  await scribe.commit();
}
