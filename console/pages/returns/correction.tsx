import type { ReturnView } from '../../../src/client/contract/returns.ts';
import { day } from '../../format.ts';
import { grouped } from './words.ts';

/** A correction that waits, with every number it changes: the numbers above stay in force until it is accepted. */
export function Correction({ correction }: { readonly correction: NonNullable<ReturnView['correction']> }) {
  const { reason, on, byName, changes } = correction;
  return (
    <div className="notice warn">
      <strong>更正待核：</strong>
      {byName}
      {day(on)}提出，{reason}。审核通过前仍按原来的数计。
      <div className="table-frame">
        <table className="data-table">
          <caption className="unseen">更正的数</caption>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col" className="end">
                原来的数
              </th>
              <th scope="col" className="end">
                更正为
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ code, name, unit, from, to }) => (
              <tr key={code}>
                <td>
                  {name}（{unit}）
                </td>
                <td className="end">{from === null ? '没有' : grouped(from)}</td>
                <td className="end">
                  <strong>{to === null ? '没有' : grouped(to)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes.length === 0 && <p className="quiet">数没有变动，只更正说明。</p>}
    </div>
  );
}
