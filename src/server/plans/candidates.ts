import type { z } from 'zod';
import type { planCandidates } from '../../client/contract/plan-candidates.ts';
import { type Instant, legalDateOf } from '../../kernel/dates.ts';
import { figures } from '../../store/figures/figures.ts';
import { type CandidateIndicator, candidatesFor } from '../../yearly/work-plan/candidates.ts';
import { catalogueOf } from '../reports/measurements.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';

/** A choice is made among a few, not read through. */
const MOST = 12;

interface CandidatesAsk {
  readonly year: number;
  readonly text: string;
  readonly unit: string;
  readonly q?: string | undefined;
}

/** Indicators by which a demand may count itself, each with its reasons and what it counts so far in the year. */
export async function candidatesView(
  world: World,
  session: Session,
  { year, text, unit, q }: CandidatesAsk,
  now: Instant,
): Promise<z.infer<typeof planCandidates>> {
  const catalogue = catalogueOf(world.systems.indicators);
  const indicators = world.systems.indicators
    .filter(({ declaration }) => declaration.measure !== 'stock')
    .map(
      ({ declaration, sourceName }): CandidateIndicator => ({
        id: declaration.id,
        name: declaration.name,
        sourceName,
        unit: declaration.unit,
        kinds: declaration.kinds ?? {},
      }),
    );
  const found = candidatesFor({ text, unit }, indicators, q).slice(0, MOST);
  const today = legalDateOf(now);
  const [from, end] = [`${year}-01-01`, `${year}-12-31`];
  const asks = found.map(({ indicator, kind }) => ({
    indicator: indicator.id,
    from,
    to: today < from || today > end ? end : today,
    ...(kind === null ? {} : { kind }),
  }));
  const values = asks.length > 0 ? await figures(world.sql, catalogue, session.region, asks) : [];
  return {
    candidates: found.map(({ indicator, kind, reasons }, at) => ({
      indicator: indicator.id,
      name: indicator.name,
      sourceName: indicator.sourceName,
      unit: indicator.unit,
      kind,
      kindName: kind === null ? null : (indicator.kinds[kind] ?? kind),
      reasons: [...reasons],
      value: values[at]?.value ?? null,
      ask: asks[at]!,
    })),
  };
}
