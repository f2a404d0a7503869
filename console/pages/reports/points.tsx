import type { ReportView } from '../../../src/client/contract/reports.ts';
import { openIn, type Written } from './written.ts';

interface Point {
  readonly message: string;
  readonly figure?: string;
  readonly kind: '待写' | '变动' | '口径' | '无来源';
}

/** What a clerk should look at: passages to write, figures that jumped or contradict what was published, typed numbers. */
export function pointsOf({ draft, unmapped }: ReportView, written: Written): Point[] {
  const open = [{ title: '引言', blocks: written.opening }, ...written.chapters].flatMap(
    ({ title, blocks }) => {
      const count = openIn(blocks);
      return count > 0 ? [{ kind: '待写' as const, message: `“${title}”还有${count}处待补写。` }] : [];
    },
  );
  return [
    ...open,
    ...draft.jumps.map(({ id, message }) => ({ kind: '变动' as const, message, figure: id })),
    ...draft.conflicts.map(({ id, message }) => ({ kind: '口径' as const, message, figure: id })),
    ...unmapped.map(({ text }) => ({
      kind: '无来源' as const,
      message: `“${text}”是手写的数，背后没有记录；有对应指标的，请改用数据。`,
    })),
  ];
}

interface PointsProps {
  readonly points: readonly Point[];
  readonly view: ReportView;
  readonly onFigure: (id: string) => void;
}

export function Points({ points, view, onFigure }: PointsProps) {
  const { missing, coverage } = view.draft;
  return (
    <>
      {coverage && coverage.slots > 0 && (
        <p className="quiet">
          体例所列{coverage.slots}个指标，台账直接得出{coverage.filled}个（
          {Math.round((100 * coverage.filled) / coverage.slots)}%）。
        </p>
      )}
      {points.length === 0 && <p className="quiet">没有待处理的事项。</p>}
      <ul className="points">
        {points.map(({ kind, message, figure }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two typed numbers may read the same
          <li key={at}>
            <span className="tag">{kind}</span>{' '}
            {figure === undefined ? (
              message
            ) : (
              <button type="button" className="plain" onClick={() => onFigure(figure)}>
                {message}
              </button>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <details>
          <summary>没有数据的指标{missing.length}个</summary>
          <ul className="points">
            {missing.map(({ id, name, reason }) => (
              <li key={id}>
                {name}：<span className="quiet">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
