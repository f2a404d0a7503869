import { Link } from 'react-router';
import type { ProcedureInfo } from '../../../src/client/contract/catalogue.ts';
import type { Answer } from '../../api/client.ts';
import type { Catalogue } from '../../api/queries.ts';
import { day } from '../../format.ts';
import type { Column } from '../../shared/data-table.tsx';
import { fieldText } from '../../shared/field-text.ts';
import { TimeLeft } from '../../shared/time-left.tsx';

export type RegisterRow = Answer<'register.page'>['rows'][number];
export type RegisterColumn = Column<RegisterRow> & { readonly title: string };

/** Every column a register can show: those all have, then those the procedure declares. */
export function columnsOf(procedure: ProcedureInfo, units: Catalogue['units']): RegisterColumn[] {
  const shortNames = new Map(units.map((unit) => [unit.code, unit.shortName]));
  return [
    {
      id: 'number',
      title: '编号',
      nowrap: true,
      cell: (row) => (
        <Link to={`/matters/${row.id}`} tabIndex={-1}>
          {row.number}
        </Link>
      ),
    },
    { id: 'title', title: '名称', width: '260px', cell: (row) => row.title },
    { id: 'stage', title: '环节', cell: stage, nowrap: true },
    { id: 'due', title: '期限', cell: (row) => <Due row={row} />, width: '150px' },
    {
      id: 'unit',
      title: '单位',
      cell: (row) => <span title={row.unitName}>{shortNames.get(row.unit) ?? row.unitName}</span>,
      nowrap: true,
    },
    { id: 'handler', title: '经办人', cell: (row) => row.handlerName, nowrap: true },
    { id: 'startedOn', title: '登记日期', cell: (row) => day(row.startedOn), nowrap: true },
    {
      id: 'closedOn',
      title: '办结日期',
      cell: (row) => (row.closedOn ? day(row.closedOn) : ''),
      nowrap: true,
    },
    ...procedure.columns.map(
      (field): RegisterColumn => ({
        id: `field:${field.name}`,
        title: field.title,
        ...(field.widget === 'money' || field.widget === 'integer' ? { align: 'end' as const } : {}),
        cell: (row) => fieldText(field, row.fields[field.name]),
      }),
    ),
  ];
}

/** Shown until the reader chose otherwise. */
export const firstColumns = ['number', 'title', 'stage', 'due', 'unit', 'handler', 'startedOn'];

function stage(row: RegisterRow): string {
  return row.stageNames.join('、');
}

function Due({ row }: { readonly row: RegisterRow }) {
  if (row.closed) return <span className="quiet">{row.outcome ?? '已办结'}</span>;
  return <TimeLeft {...row} />;
}
