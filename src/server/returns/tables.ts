import type { ReturnLayout, ReturnLayoutTable } from '../../client/contract/return-layouts.ts';
import type { FigureAsk } from '../../kernel/indicator/figure.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { type Figure, figures } from '../../store/figures/figures.ts';
import { findPaper, keepPaper, newestPapers } from '../../store/returns/papers.ts';
import { partsOf } from '../../systems/yearly/periodic-return/checks.ts';
import { levelDay, periodLastYear, type ReturnPeriod } from '../../systems/yearly/periodic-return/period.ts';
import type { FormItem } from '../../yearly/returns/form.ts';
import { converted, layoutWorkbook } from '../../yearly/returns/layout.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import { type Call, FileAnswer } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { catalogueOf } from '../reports/measurements.ts';
import { auditAct, type Session, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { mappable, unitsOf } from './forms.ts';
import { allForms } from './kept-forms.ts';
import { periodNamed } from './scope.ts';

/** Superiors' tables: each value is keyed in once, in a return, or computed; the table only says where it stands. */

export async function listLayouts(world: World, { session }: Call<'returns.layouts'>) {
  const papers = await newestPapers(world.sql, session.region, 'return-layout');
  return {
    layouts: papers.map(({ form: code, version, content }) => {
      const { name, issuer, periodKind, columns } = content as unknown as ReturnLayout;
      return { code, name, issuer, periodKind, version, columns: columns.length };
    }),
  };
}

async function layoutAt(world: World, session: Session, code: string) {
  const found = await findPaper(world.sql, session.region, 'return-layout', code);
  if (!found) return refuse('not-found', 'returns.layout', '没有这张上级报表。');
  return { layout: found.content as unknown as ReturnLayout, version: found.version };
}

async function sourcesOf(world: World, session: Session) {
  const items = (await allForms(world.sql, session.region)).flatMap((form) =>
    form.items.map(({ code, name, unit }) => ({ id: `item:${code}`, name: `${form.name}：${name}`, unit })),
  );
  return [...items, ...mappable(world).map((one) => ({ ...one, id: `indicator:${one.id}` }))];
}

export const listSources = async (world: World, { session }: Call<'returns.sources'>) => ({
  sources: await sourcesOf(world, session),
});

export const showLayout = (world: World, { session, params }: Call<'returns.layout'>) =>
  layoutAt(world, session, params.layout);

export async function saveLayout(world: World, { session, params, body, now }: Call<'returns.saveLayout'>) {
  const layout = { ...body.layout, code: params.layout };
  const known = new Set((await sourcesOf(world, session)).map(({ id }) => id));
  const fields = layout.columns.flatMap(({ source, title }, at) =>
    known.has(idOf(source)) ? [] : [{ path: `columns.${at}.source`, message: `“${title}”没有选定数的来源` }],
  );
  if (fields.length > 0) {
    return refuse(
      'invalid',
      'returns.layout',
      `有${fields.length}栏需要改正：${fields[0]!.message}。`,
      fields,
    );
  }
  const found = await findPaper(world.sql, session.region, 'return-layout', layout.code);
  if ((found?.version ?? 0) !== body.expected) {
    return refuse('stale', 'returns.layout', '这个表号已有报表，或者他人已保存了新的版本，请刷新后再保存。');
  }
  await keepPaper(world.sql, session.region, 'return-layout', {
    code: layout.code,
    name: layout.name,
    version: body.expected + 1,
    content: layout as unknown as JsonObject,
    by: session.person.id,
    at: now,
  });
  return { version: body.expected + 1, message: `“${layout.name}”已保存为第${body.expected + 1}版。` };
}

const idOf = (source: ReturnLayout['columns'][number]['source']): string =>
  'item' in source ? `item:${source.item}` : `indicator:${source.indicator}`;

export async function showTable(
  world: World,
  { session, params, query }: Pick<Call<'returns.layoutTable'>, 'session' | 'params' | 'query'>,
): Promise<ReturnLayoutTable> {
  const { layout, version } = await layoutAt(world, session, params.layout);
  const period = periodNamed(query.period);
  if (period.kind !== layout.periodKind) {
    return refuse(
      'invalid',
      'returns.period',
      `“${layout.name}”的周期与“${period.name}”不符，请重新选择期别。`,
    );
  }
  const items = new Map(
    (await allForms(world.sql, session.region))
      .flatMap((form) => form.items)
      .map((item) => [item.code, item]),
  );
  const asks = new Map<string, FigureAsk>();
  const own = unitSeenBy(session);
  const ask = (source: string, of: ReturnPeriod): void => {
    for (const one of asksFor(source, items, of)) {
      asks.set(`${of.key} ${one.id}`, {
        ...one.ask,
        by: 'unit',
        ...(own === undefined ? {} : { unit: own }),
      });
    }
  };
  const before = periodLastYear(period);
  for (const { source } of layout.columns) {
    ask(idOf(source), period);
    if (before) ask(idOf(source), before);
  }
  const found = await figures(world.sql, catalogueOf(world.systems.indicators), session.region, [
    ...asks.values(),
  ]);
  const known = new Map([...asks.keys()].map((key, at) => [key, found[at]!]));
  const reading = (of: ReturnPeriod): Reading => ({
    known,
    items,
    of,
    returned: (unit) =>
      [...known].some(
        ([key, { parts }]) => key.startsWith(`${of.key} item:`) && parts?.some((part) => part.key === unit),
      ),
  });
  const codes = new Set(found.flatMap(({ parts }) => (parts ?? []).map(({ key }) => key)));
  const units = unitsOf(world).filter(({ code }) => codes.has(code));
  return {
    layout,
    version,
    periodName: period.name,
    seal: found[0]?.seal?.number ?? null,
    units,
    columns: layout.columns.map(({ source, scale, decimals }) => {
      const value = (of: ReturnPeriod, unit?: string) =>
        converted(readValue(idOf(source), reading(of), unit), scale, decimals);
      return {
        total: value(period),
        lastYear: before ? value(before) : null,
        values: units.map(({ code }) => value(period, code)),
      };
    }),
  };
}

/** The questions a source needs answered: one, or the two halves of a rate. */
function asksFor(
  source: string,
  items: ReadonlyMap<string, FormItem>,
  { first, last, ...period }: ReturnPeriod,
): { id: string; ask: FigureAsk }[] {
  const [sort, id] = [source.slice(0, source.indexOf(':')), source.slice(source.indexOf(':') + 1)];
  if (sort === 'indicator') {
    const [indicator, kind] = id.split('@') as [string, string?];
    return [
      { id: source, ask: { indicator, from: first, to: last, ...(kind === undefined ? {} : { kind }) } },
    ];
  }
  const item = items.get(id);
  if (!item) return [];
  if (item.measure === 'rate') {
    return partsOf(item.ratio, '/').flatMap((part) =>
      asksFor(`item:${part}`, items, { first, last, ...period }),
    );
  }
  if (item.measure === 'flow') {
    return [{ id: source, ask: { indicator: 'periodic-return.value', kind: id, from: first, to: last } }];
  }
  const to = levelDay({ first, last, ...period }) ?? last;
  return [{ id: source, ask: { indicator: 'periodic-return.level', kind: id, from: first, to } }];
}

interface Reading {
  readonly known: ReadonlyMap<string, Figure>;
  readonly items: ReadonlyMap<string, FormItem>;
  readonly of: ReturnPeriod;
  /** Whether the unit returned any item of the table in the period. */
  readonly returned: (unit: string) => boolean;
}

/** The value of a source for all units or one; null where nothing was returned or counted. */
function readValue(source: string, reading: Reading, unit?: string): number | null {
  const item = source.startsWith('item:') ? reading.items.get(source.slice(5)) : undefined;
  if (item?.measure === 'rate') {
    const [over, under] = partsOf(item.ratio, '/').map((part) => readValue(`item:${part}`, reading, unit));
    if (over === null || over === undefined || !under) return null;
    return (over / under) * (item.unit === '%' ? 100 : 1);
  }
  const figure = reading.known.get(`${reading.of.key} ${source}`);
  if (!figure) return null;
  if (unit === undefined) return figure.value;
  const value = figure.parts?.find(({ key }) => key === unit)?.value ?? null;
  // A nought adds nothing and so is no part: whoever returned something else of the form returned it.
  const owes = item && (item.owedBy === undefined || item.owedBy.includes(unit));
  return value === null && owes && reading.returned(unit) ? 0 : value;
}

export async function exportTable(
  world: World,
  sessions: Sessions,
  { session, params, query, now }: Call<'returns.layoutExport'>,
): Promise<FileAnswer> {
  const { layout, periodName, seal, units, columns } = await showTable(world, { session, params, query });
  await auditAct(sessions, session, now, 'exported', `return-layout ${layout.code} ${query.period}`);
  const bytes = await layoutWorkbook({
    ...layout,
    periodName,
    units,
    columns: layout.columns.map((column, at) => ({ ...column, ...columns[at]! })),
    foot:
      seal === null ? '台账还没有封存。' : `数据以第${seal}号封存为准，只含审核通过的报送数和台账计算数。`,
  });
  return new FileAnswer(bytes, `${layout.code}-${layout.name}-${periodName}.xlsx`);
}
