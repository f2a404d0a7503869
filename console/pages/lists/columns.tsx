import { Link } from 'react-router';
import type { FormField, ListInfo } from '../../../src/client/contract/catalogue.ts';
import type { Answer } from '../../api/client.ts';
import type { Catalogue } from '../../api/queries.ts';
import { day } from '../../format.ts';
import type { Column } from '../../shared/data-table.tsx';
import { fieldText } from '../../shared/field-text.ts';

type ListRow = Answer<'list.page'>['rows'][number];

/** Columns of a list page: those all lists have, then those the list declares. */
export function columnsOf(
  list: ListInfo,
  address: (code: string) => string,
  units: Catalogue['units'],
): Column<ListRow>[] {
  const shortNames = new Map(units.map((unit) => [unit.code, unit.shortName]));
  const declared = list.columns.flatMap((name) => list.fields.find((field) => field.name === name) ?? []);
  return [
    {
      id: 'code',
      title: '编码',
      nowrap: true,
      cell: (row) => (
        <Link to={address(row.code)} tabIndex={-1}>
          {row.code}
        </Link>
      ),
    },
    { id: 'name', title: '名称', width: '34%', cell: (row) => <Name row={row} /> },
    ...(list.kinds
      ? [
          {
            id: 'kind',
            title: '类别',
            nowrap: true,
            cell: (row: ListRow) => list.kinds?.[row.kind] ?? row.kind,
          },
        ]
      : []),
    { id: 'unit', title: '单位', nowrap: true, cell: (row) => shortNames.get(row.unit) || row.unitName },
    ...declared.map(
      (field): Column<ListRow> => ({
        id: field.name,
        title: field.title,
        ...(field.widget === 'money' || field.widget === 'integer' ? { align: 'end' as const } : {}),
        cell: (row) => <Value field={field} row={row} />,
      }),
    ),
    { id: 'from', title: '自何日起', nowrap: true, cell: (row) => day(row.fromDate) },
  ];
}

function Name({ row }: { readonly row: ListRow }) {
  return (
    <span>
      {row.name} {row.status !== 'in-force' && <span className="tag">{row.statusName}</span>}
    </span>
  );
}

/** Long texts are cut to two lines here; the page of the item has them whole. */
function Value({ field, row }: { readonly field: FormField; readonly row: ListRow }) {
  const text = fieldText(field, row.item[field.name]);
  return field.widget === 'long-text' ? (
    <span className="two-lines" title={text}>
      {text}
    </span>
  ) : (
    text
  );
}
