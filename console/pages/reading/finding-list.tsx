import type { ReadingView } from '../../../src/client/contract/reports.ts';

/** What the auditor found: sums and rates that do not hold, and whatever a proof-reader would mark. */
export function FindingList({
  findings,
  onShow,
}: {
  readonly findings: ReadingView['findings'];
  /** Position in the text that is to be seen. */
  readonly onShow: (at: number) => void;
}) {
  if (findings.length === 0) return <p className="quiet">没有发现需要核对的地方。</p>;
  return (
    <div className="figure-side">
      <p className="quiet">需要核对的{findings.length}处，点击看原文</p>
      <ol className="figure-list" aria-label="需要核对的地方">
        {findings.map(({ start, message, suggestion }) => (
          <li key={`${start} ${message}`}>
            <button type="button" className="figure-row" onClick={() => onShow(start)}>
              <span>{message}</span>
              {suggestion && <span className="quiet">建议：{suggestion}</span>}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
