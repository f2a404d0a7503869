import { writeXlsx } from 'hucre';
import { chineseDate, legalDateOf } from '../../../kernel/dates.ts';
import type { ListStore } from '../../../lists/port.ts';
import { type Call, FileAnswer } from '../../http/bind.ts';
import type { World } from '../../world.ts';
import { itemFacts } from '../list-show.ts';
import { dayAsked, publicItem, publicListNamed, publicRow } from './public-list.ts';

const heads = ['编码', '名称', '类别', '实施单位', '状态', '自何日起'];

/** A list as a workbook: the columns of the page, then every public field by its title. */
export async function listExport(
  world: World,
  store: ListStore,
  { params, query, now }: Call<'public.listExport'>,
): Promise<FileAnswer> {
  const list = publicListNamed(world, params.list);
  const on = dayAsked(query.on, legalDateOf(now));
  const { q, kind, unit } = query;
  const directory = world.directory();
  const titles = new Set<string>();
  const lines: { readonly cells: readonly string[]; readonly facts: ReadonlyMap<string, string> }[] = [];
  const batches = store.stream({
    region: world.region.code,
    list: list.id,
    on,
    ...(q ? { search: q } : {}),
    ...(kind ? { kind } : {}),
    ...(unit ? { unit } : {}),
  });
  for await (const batch of batches) {
    for (const version of batch) {
      const row = publicRow(list, version, directory);
      const facts = new Map(
        itemFacts(list, publicItem(list, version.item), directory).map(
          ({ title, text }) => [title, text] as const,
        ),
      );
      for (const title of facts.keys()) titles.add(title);
      lines.push({
        cells: [row.code, row.name, row.kindName, row.unitName, row.statusName, row.from],
        facts,
      });
    }
  }
  // Name, kind and unit stand in the first columns already, whatever the list calls them.
  const { fields, kindField, unitField } = list.declaration;
  const told = new Set(['name', kindField, unitField].map((field) => titleOf(fields.shape, field)));
  const columns = [...titles].filter((title) => !told.has(title));
  const rows = lines.map(({ cells, facts }) => [...cells, ...columns.map((title) => facts.get(title) ?? '')]);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: list.declaration.name.slice(0, 31),
        rows: [[...heads, ...columns], ...rows],
        freezePane: { rows: 1, columns: 2 },
      },
    ],
  });
  return new FileAnswer(bytes, `${list.declaration.name}-${chineseDate(on)}.xlsx`);
}

function titleOf(shape: { readonly [field: string]: unknown }, field: string | undefined): string {
  const schema = field === undefined ? undefined : (shape[field] as { meta(): unknown } | undefined);
  return (schema?.meta() as { title?: string } | undefined)?.title ?? '';
}
