import { Button, Input } from 'antd';
import { useState } from 'react';
import type { LiveFinding } from './use-findings.ts';

interface FindingsProps {
  readonly findings: readonly LiveFinding[];
  readonly reading: boolean;
  readonly readOnly: boolean;
  readonly chosen: LiveFinding | undefined;
  readonly onChoose: (finding: LiveFinding) => void;
  readonly onAccept: (finding: LiveFinding) => void;
  readonly onExplain: (finding: LiveFinding, reason: string | undefined) => void;
}

/** What a proof-reader would mark, each to be mended or answered for before the report goes on. */
export function Findings(props: FindingsProps) {
  const { findings, reading } = props;
  const open = findings.filter(({ reason }) => reason === undefined);
  const explained = findings.filter(({ reason }) => reason !== undefined);
  return (
    <>
      <p className="quiet" role="status">
        {reading
          ? '正在审读…'
          : open.length === 0
            ? '没有需要处理的问题，可以送审。'
            : `还有${open.length}个问题，改正或者说明理由后才能审核通过。`}
      </p>
      <List {...props} findings={open} />
      {explained.length > 0 && (
        <details>
          <summary>已说明理由{explained.length}个</summary>
          <List {...props} findings={explained} />
        </details>
      )}
    </>
  );
}

const keyOf = ({ code, words, context, start, at }: LiveFinding): string =>
  `${code} ${at?.chapter} ${at?.block} ${start} ${words} ${context}`;

function List(props: FindingsProps) {
  return (
    <ul className="finding-list">
      {props.findings.map((finding) => (
        <li key={keyOf(finding)} className={finding === props.chosen ? 'chosen' : ''}>
          <Item {...props} finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function Item({
  finding,
  readOnly,
  onChoose,
  onAccept,
  onExplain,
}: FindingsProps & { readonly finding: LiveFinding }) {
  const [explaining, setExplaining] = useState(false);
  const [reason, setReason] = useState('');
  const { name, severity, words, message, suggestion } = finding;
  return (
    <>
      <button type="button" className="plain finding" onClick={() => onChoose(finding)}>
        <span className={`tag ${severity}`}>{name}</span> {words && <q>{words}</q>}
        <span className="finding-message">{message}</span>
      </button>
      {finding.reason !== undefined && (
        <p className="quiet">
          理由：{finding.reason}
          {finding.explained && `（${finding.explained.by}）`}
        </p>
      )}
      {!readOnly && !explaining && (
        <div className="todo-acts">
          {suggestion !== null && finding.reason === undefined && (
            <Button size="small" onClick={() => onAccept(finding)}>
              改为“{suggestion}”
            </Button>
          )}
          {finding.reason === undefined ? (
            <Button size="small" type="text" onClick={() => setExplaining(true)}>
              说明理由
            </Button>
          ) : (
            <Button size="small" type="text" onClick={() => onExplain(finding, undefined)}>
              撤回理由
            </Button>
          )}
        </div>
      )}
      {explaining && (
        <form
          className="explain-form"
          onSubmit={(event) => {
            event.preventDefault();
            onExplain(finding, reason.trim());
            setExplaining(false);
          }}
        >
          <Input.TextArea
            autoFocus
            aria-label="保留原文的理由"
            placeholder="写明为什么保留原文；理由随报告留存"
            autoSize={{ minRows: 2, maxRows: 4 }}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="todo-acts">
            <Button size="small" type="primary" htmlType="submit" disabled={reason.trim().length < 2}>
              记下理由
            </Button>
            <Button size="small" onClick={() => setExplaining(false)}>
              取消
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
