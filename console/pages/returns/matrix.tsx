import { Link } from 'react-router';
import type { ReturnBoard, ReturnBoardRow } from '../../../src/client/contract/returns.ts';
import { changeOf, grouped } from './words.ts';

/** Units down, items across, the totals on top beside those of the period before. */
export function Matrix({
  board,
  rows,
}: {
  readonly board: ReturnBoard;
  readonly rows: readonly ReturnBoardRow[];
}) {
  const { items, totals, round } = board;
  const known = new Map(totals.map((total) => [total.code, total]));
  const cells = (text: (code: string) => string) =>
    items.map(({ code }) => (
      <td key={code} className="end nowrap">
        {text(code)}
      </td>
    ));
  return (
    <div className="table-frame" style={{ maxHeight: '70vh' }}>
      <table className="data-table returns-matrix">
        <caption className="unseen">各单位的数和合计</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            {items.map(({ code, name, unit, definition }) => (
              <th key={code} scope="col" title={definition || undefined}>
                <span className="quiet">{code}</span>
                <br />
                {name}（{unit}）
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="sum">
            <th scope="row">合计</th>
            {cells((code) => grouped(known.get(code)?.value ?? ''))}
          </tr>
          <tr className="before">
            <th scope="row">比上期</th>
            {cells((code) => changeOf(known.get(code)?.value ?? '', known.get(code)?.last))}
          </tr>
          <tr className="before">
            <th scope="row">比上年同期</th>
            {cells((code) => changeOf(known.get(code)?.value ?? '', known.get(code)?.lastYear))}
          </tr>
          {rows.map((row) => (
            <UnitRow
              key={row.id}
              row={row}
              items={items}
              path={`/returns/${round.form}/${round.period}/${row.unit}`}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UnitRow({
  row,
  items,
  path,
}: {
  readonly row: ReturnBoardRow;
  readonly items: ReturnBoard['items'];
  readonly path: string;
}) {
  const values = new Map(row.values.map((value) => [value.code, value]));
  const counts = row.stage === 'submitted' || row.stage === 'accepted';
  return (
    <tr>
      <th scope="row">
        <Link to={path}>{row.unitName}</Link>
        {!counts && <span className="quiet">　{row.stageName}</span>}
      </th>
      {items.map(({ code, owedBy }) => {
        const value = counts ? values.get(code) : undefined;
        const closed = owedBy !== undefined && !owedBy.includes(row.unit);
        return (
          <td
            key={code}
            className={['end nowrap', closed && 'closed', value?.comment && 'commented']
              .filter(Boolean)
              .join(' ')}
            title={value?.comment}
          >
            {value ? grouped(value.value) : ''}
          </td>
        );
      })}
    </tr>
  );
}
