import { writeXlsx } from 'hucre';
import type { z } from 'zod';
import type { figureView } from '../../client/contract/figures.ts';
import { createCatalogue, type IndicatorCatalogue } from '../../kernel/indicator/catalogue.ts';
import { allEntries, entriesOf } from '../../store/figures/entries.ts';
import { entryCells, entryHeads } from '../../store/figures/export.ts';
import { type Figure, type FigureAsk, figure, figures } from '../../store/figures/figures.ts';
import type { KnownIndicator } from '../../systems/index.ts';
import { type Call, FileAnswer, type Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { kindNamer } from '../returns/kind-names.ts';
import { auditAct, type Session, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { unitSeenBy } from './oversight.ts';

type Names = 'figure.get' | 'figure.many' | 'figure.entries' | 'figure.export';

/** Most records one workbook takes. */
const MOST = 100_000;

/** Figures with what they mean, the seal they stand on and the records they are made of. */
export function figureHandlers(world: World, sessions: Sessions): Pick<Handlers, Names> {
  const catalogue = catalogueOf(world.systems.indicators);
  const { sql } = world;
  return {
    'figure.get': async ({ session, params, query }) => {
      const { by } = query;
      const ask = { ...askOf(session, params.indicator, query), ...(by ? { by } : {}) };
      const [found, named] = await Promise.all([
        figure(sql, catalogue, session.region, ask),
        kindNamer(world, session.region, params.indicator),
      ]);
      const view = viewOf(found);
      if (by !== 'kind' || !view.parts) return view;
      return { ...view, parts: view.parts.map((part) => ({ ...part, name: named(part.key, part.name) })) };
    },
    'figure.many': async ({ session, query }) => {
      const asks = catalogue.all
        .filter((indicator) => query.source === undefined || indicator.source === query.source)
        .map((indicator) => askOf(session, indicator.id, query));
      const found = asks.length > 0 ? await figures(sql, catalogue, session.region, asks) : [];
      return { figures: found.map(viewOf), seal: found[0]?.seal ?? null };
    },
    'figure.entries': async ({ session, params, query }) => {
      const { page, size } = query;
      const ask = { ...askOf(session, params.indicator, query), offset: (page - 1) * size, limit: size };
      const [{ rows, total, sum }, named] = await Promise.all([
        entriesOf(sql, catalogue, session.region, ask),
        kindNamer(world, session.region, params.indicator),
      ]);
      return {
        rows: rows.map(({ matter, number, title, unitName, on, kind, kindName, value }) => ({
          ...{ matter, number, title, unitName, on, value },
          kindName: named(kind, kindName),
        })),
        total,
        sum,
      };
    },
    'figure.export': (call) => exported(world, catalogue, sessions, call),
  };
}

async function exported(
  world: World,
  catalogue: IndicatorCatalogue,
  sessions: Sessions,
  { session, params, query, now }: Call<'figure.export'>,
): Promise<FileAnswer> {
  const { name } = catalogue.get(params.indicator);
  const ask = askOf(session, params.indicator, query);
  const rows: (string | number)[][] = [];
  const named = await kindNamer(world, session.region, params.indicator);
  for await (const batch of allEntries(world.sql, catalogue, session.region, ask)) {
    rows.push(...batch.map((entry) => entryCells({ ...entry, kindName: named(entry.kind, entry.kindName) })));
    if (rows.length > MOST) refuse('invalid', 'server.export', `记录超过${MOST}条，请缩短期间后再导出。`);
  }
  await auditAct(sessions, session, now, 'exported', `${params.indicator} ${rows.length}`);
  const bytes = await writeXlsx({ sheets: [{ name: '明细', rows: [[...entryHeads], ...rows] }] });
  return new FileAnswer(bytes, `${name}-${query.from}至${query.to}.xlsx`);
}

/** A post confined to its unit sees the figures of its unit, so that every figure opens into all its records. */
function askOf(
  session: Session,
  indicator: string,
  {
    from,
    to,
    unit,
    kind,
  }: { from: string; to: string; unit?: string | undefined; kind?: string | undefined },
): FigureAsk {
  const own = unitSeenBy(session);
  if (own !== undefined && unit !== undefined && unit !== own) {
    refuse('forbidden', 'server.access', '您现在的岗位只能查看本单位的数据。');
  }
  const seen = own ?? unit;
  return { indicator, from, to, ...(seen ? { unit: seen } : {}), ...(kind ? { kind } : {}) };
}

function viewOf(found: Figure): z.input<typeof figureView> {
  const { from: _, to: __, provisional: ___, parts, ...view } = found;
  // A share of nothing is no number: such a part has nothing to show.
  const shown = parts?.flatMap((part) => (part.value === null ? [] : [{ ...part, value: part.value }]));
  return { ...view, ...(shown ? { parts: shown } : {}) };
}

function catalogueOf(known: readonly KnownIndicator[]): IndicatorCatalogue {
  const sources = [...new Map(known.map(({ source, sourceName }) => [source, sourceName]))];
  return createCatalogue(
    sources.map(([id, name]) => ({
      id,
      name,
      indicators: known.filter(({ source }) => source === id).map(({ declaration }) => declaration),
    })),
  );
}
