import { chineseDate, legalDateOf } from '../../../kernel/dates.ts';
import type { CompiledList } from '../../../lists/compile.ts';
import { fieldChanges } from '../../../lists/diff.ts';
import type { ItemVersion } from '../../../lists/item.ts';
import { operationWord } from '../../../lists/operations.ts';
import type { HistoryLine, ListStore } from '../../../lists/port.ts';
import { sizesOfLists } from '../../../store/publications/list-sizes.ts';
import type { Directory } from '../../directory.ts';
import type { Call, Handlers } from '../../http/bind.ts';
import { refuse } from '../../http/problem.ts';
import type { World } from '../../world.ts';
import { itemChart } from '../list-chart.ts';
import { diffPage } from '../list-diff.ts';
import { kindsOf } from '../list-show.ts';
import { type NameOf, publicFacts } from './item-facts.ts';
import { listExport } from './list-export.ts';
import {
  dayAsked,
  publicChanges,
  publicInfo,
  publicListNamed,
  publicLists,
  publicRow,
} from './public-list.ts';

type Names = 'public.lists' | 'public.list' | 'public.listChanges' | 'public.listItem' | 'public.listExport';

/** The list whose items are told as service guides. */
export const GUIDES = 'licence-items';

export function publicListHandlers(world: World, store: ListStore): Pick<Handlers, Names> {
  return {
    'public.lists': async ({ now }) => ({ lists: await listInfos(world, legalDateOf(now)) }),
    'public.list': (call) => page(world, store, call),
    'public.listChanges': (call) => changes(world, store, call),
    'public.listItem': (call) => item(world, store, call),
    'public.listExport': (call) => listExport(world, store, call),
  };
}

/** Every public list with the number of its items on the day. */
export async function listInfos(world: World, on: string) {
  const lists = publicLists(world);
  const sizes = await sizesOfLists(
    world.sql,
    world.region.code,
    lists.map((list) => list.id),
    on,
  );
  return lists.map((list) => publicInfo(list, sizes.get(list.id) ?? 0));
}

async function page(world: World, store: ListStore, { params, query, now }: Call<'public.list'>) {
  const list = publicListNamed(world, params.list);
  const today = legalDateOf(now);
  const on = dayAsked(query.on, today);
  const { page: number, size, q, kind, unit } = query;
  const base = { region: world.region.code, list: list.id, on, ...(q ? { search: q } : {}) };
  const ofKind = kind ? { kind } : {};
  const ofUnit = unit ? { unit } : {};
  // A filter shows what each of its choices would leave: it is counted without itself.
  const [found, kinds, units] = await Promise.all([
    store.page({ ...base, ...ofKind, ...ofUnit, offset: (number - 1) * size, limit: size }),
    store.counts({ ...base, ...ofUnit }),
    store.counts({ ...base, ...ofKind }),
  ]);
  const directory = world.directory();
  const names = kindsOf(list);
  return {
    list: publicInfo(list, found.total),
    today,
    on,
    rows: found.rows.map((row) => publicRow(list, row, directory)),
    total: found.total,
    kinds: kinds.kinds.flatMap(({ kind, count }) =>
      kind === '' ? [] : [{ value: kind, name: names[kind] ?? '未分类', count }],
    ),
    units: units.units.map(({ unit, count }) => ({ value: unit, name: directory.unitName(unit), count })),
  };
}

async function changes(world: World, store: ListStore, { params, query, now }: Call<'public.listChanges'>) {
  const list = publicListNamed(world, params.list);
  const { from } = query;
  const to = dayAsked(query.to, legalDateOf(now));
  if (to < from) refuse('invalid', 'public.changes', '后一日期早于前一日期，请对调后再比较。');
  const directory = world.directory();
  const changed = await diffPage(store, list, {
    region: world.region.code,
    from,
    to,
    page: query.page,
    size: query.size,
    shown: (fields) => publicChanges(list, fields, directory),
  });
  return {
    list: publicInfo(list, 0),
    ...changed,
  };
}

async function item(world: World, store: ListStore, { params, query, now }: Call<'public.listItem'>) {
  const list = publicListNamed(world, params.list);
  const today = legalDateOf(now);
  const on = dayAsked(query.on, today);
  const region = world.region.code;
  const [row, lines] = await Promise.all([
    store.findItem(region, list.id, params.code, on),
    store.history(region, list.id, params.code),
  ]);
  const history = lines.filter(({ version }) => version.from <= today);
  const first = history[0];
  if (!first) return noItem(list, params.code);
  if (!row) {
    return refuse(
      'not-found',
      'public.item',
      `这个事项自${chineseDate(first.version.from)}起列入清单，${chineseDate(on)}还不在清单里，请改选日期。`,
    );
  }
  const directory = world.directory();
  const nameOf: NameOf = async (other, code) =>
    publicLists(world).some(({ id }) => id === other)
      ? (await store.findItem(region, other, code, on))?.name
      : undefined;
  return {
    list: publicInfo(list, 0),
    today,
    on,
    row: publicRow(list, row, directory),
    facts: await publicFacts(list, row.item, directory, nameOf),
    history: history.map((line, at) => historyLine(list, line, history[at - 1], directory)),
    chart: flowChart(list, row),
    guide: list.id === GUIDES && row.status !== 'ended' ? row.code : null,
  };
}

export function noItem(list: CompiledList, code: string): never {
  return refuse(
    'not-found',
    'public.item',
    `${list.declaration.name}里没有编码为${code}的事项，请核对编码，或者按名称查找。`,
  );
}

/** The flow of the item as SVG; empty where it states no stages or does not publish them. */
export function flowChart(list: CompiledList, { name, kind, item }: ItemVersion): string {
  const { flowField, publication } = list.declaration;
  if (!flowField || !publication?.fields.includes(flowField)) return '';
  const stages = item[flowField] as { name: string; days?: number }[] | undefined;
  return stages && stages.length > 0 ? itemChart(list.declaration, { name, kind, stages }) : '';
}

/** Operation, day and document are public; the person and the reason written for the file are not. */
function historyLine(
  list: CompiledList,
  { version, operation, data }: HistoryLine,
  before: HistoryLine | undefined,
  directory: Directory,
) {
  const { title, number } = data.document;
  return {
    on: version.from,
    operationName: operationWord(operation).name,
    basisDocument: number ? `${title}（${number}）` : title,
    changes: before ? publicChanges(list, fieldChanges(before.version, version), directory) : [],
  };
}
