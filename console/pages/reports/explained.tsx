import { Button } from 'antd';
import { Link } from 'react-router';
import type { DraftFigureView, DraftView } from '../../../src/client/contract/reports.ts';

interface ExplainedProps {
  readonly figure: DraftFigureView;
  readonly draft: DraftView;
  readonly readOnly: boolean;
  readonly onInsert: (id: string) => void;
}

/** A figure explained: what is counted, for which period, from where, on which seal, and how it was last year. */
export function Explained({ figure, draft, readOnly, onInsert }: ExplainedProps) {
  const { ask, previous, returned } = figure;
  const bare = figure.id.replace(/~$/, '');
  const change = draft.figures.find(({ id }) => id === `${bare}~`);
  const remarks = [...draft.jumps, ...draft.conflicts].filter(({ id }) => id === bare);
  const search = new URLSearchParams({ indicator: ask.indicator, from: ask.from, to: ask.to });
  if (ask.unit) search.set('unit', ask.unit);
  if (ask.kind) search.set('kind', ask.kind);
  return (
    <section className="explained" aria-label="这个数的说明">
      <h2>
        {figure.name} <strong>{figure.text}</strong>
      </h2>
      <p>{figure.definition}</p>
      <p className="quiet">
        统计期间{ask.from}至{ask.to}
        {figure.denominator !== undefined && `，分子${figure.numerator}，分母${figure.denominator}`}
        {figure.provisional && <span className="tag provisional">年度未结束</span>}
      </p>
      {returned ? (
        <p>
          报送数：采用{returned.by}核对的“{returned.document}”：{returned.text}
        </p>
      ) : (
        <p>
          计算数：由台账计算，以第{draft.seal?.number}号封存为准。
          <Link to={`/figures?${search}`}>打开记录</Link>
        </p>
      )}
      {previous && (
        <p>
          上年{previous.text}
          {previous.source === 'returned' ? `，见“${previous.document}”` : '，由台账计算'}
          {change && !figure.id.endsWith('~') && `，${change.text}`}。
        </p>
      )}
      {remarks.map(({ message }) => (
        <p key={message} className="notice warn">
          {message}
        </p>
      ))}
      {!readOnly && (
        <div className="todo-acts">
          <Button
            size="small"
            // The caret must stay in the paragraph while the button is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onInsert(figure.id)}
          >
            插入到光标处
          </Button>
          {change && !figure.id.endsWith('~') && (
            <Button
              size="small"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onInsert(change.id)}
            >
              插入“{change.text}”
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
