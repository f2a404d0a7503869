import { Button, Modal, Progress } from 'antd';
import { Link } from 'react-router';
import { number } from '../../format.ts';
import { type BatchEntry, type BatchLine, useBatch } from './run.ts';
import './batch.css';

/** One step for several matters: each an act of its own, each with its own answer. Mount it anew for another choice. */
export function BatchDialog({
  entries,
  onClose,
}: {
  readonly entries: readonly BatchEntry[];
  /** `done`: keys of what was carried out. */
  readonly onClose: (done: readonly string[]) => void;
}) {
  const { lines, busy, start, stop } = useBatch(entries);
  const verb = entries[0]?.stepName ?? '';
  const counted = (state: BatchLine['state']) => lines.filter((line) => line.state === state).length;
  const done = counted('done');
  const refused = counted('refused');
  const begun = busy || done + refused > 0;
  const close = () => {
    stop();
    onClose(lines.filter(({ state }) => state === 'done').map(({ entry }) => entry.key));
  };
  return (
    <Modal
      open
      title={`${verb}：共${number(entries.length)}件`}
      width={720}
      onCancel={close}
      footer={
        <>
          {busy ? (
            <Button onClick={stop}>办完这一件后停下</Button>
          ) : (
            <Button onClick={close}>{begun ? '关闭' : '取消'}</Button>
          )}
          {(busy || done < lines.length) && (
            <Button type="primary" loading={busy} onClick={() => void start()}>
              {begun && !busy ? `再办未办成的${number(lines.length - done)}件` : `逐件${verb}`}
            </Button>
          )}
        </>
      }
    >
      <p className="quiet">每一件单独办理、单独留痕，条件不符合的不会办理，也不影响其他各件。</p>
      {begun && (
        <div role="status">
          <Progress
            percent={Math.round(((done + refused) / lines.length) * 100)}
            status={busy ? 'active' : refused > 0 ? 'exception' : 'success'}
            format={() => `${number(done + refused)}/${number(lines.length)}`}
          />
          {!busy && (
            <p className={refused > 0 ? 'notice warn' : 'notice done'}>
              已{verb}
              {number(done)}件{refused > 0 ? `，${number(refused)}件没有办理，原因列在各件之下` : ''}
              {counted('waiting') > 0 ? `，${number(counted('waiting'))}件还没有办` : ''}。
            </p>
          )}
        </div>
      )}
      <ul className="batch-lines">
        {lines.map(({ entry, state, message }) => (
          <li key={entry.key} className={state}>
            <span>
              <Link to={`/matters/${entry.matter}`}>{entry.number}</Link> {entry.title}
            </span>
            {message && <span className="told">{message}</span>}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
