import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import type { MatterView } from '../../../src/client/contract/matters.ts';
import { client } from '../../api/client.ts';
import { day, number, timeOfDay } from '../../format.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { shanghaiDay } from '../../shared/shanghai-day.ts';
import { Waiting } from '../../shared/waiting.tsx';

type Entry = MatterView['record'][number];
type Checked = MatterView['checked'][number];

const levels: Readonly<Record<string, string>> = { red: '红牌', yellow: '黄牌', green: '提醒' };

/** The record as a vertical line, the latest first: who did what from which post, and whether it is sealed. */
export function Record({ matter }: { readonly matter: MatterView }) {
  const [proven, setProven] = useState<Entry>();
  return (
    <>
      <h2>办理记录</h2>
      <ol className="record">
        {linesOf(matter).map((line) =>
          'event' in line ? (
            <li key={line.event}>
              <RecordLine entry={line} onProof={() => setProven(line)} />
            </li>
          ) : (
            <li key={`${line.at} ${line.document}`}>
              <CheckedLine checked={line} />
            </li>
          ),
        )}
      </ol>
      <Drawer
        open={proven !== undefined}
        onClose={() => setProven(undefined)}
        title={proven && `“${proven.name}”的封存证明`}
        size={480}
        destroyOnHidden
      >
        {proven && <Proof matter={matter.id} seq={proven.seq} />}
      </Drawer>
    </>
  );
}

/** Acts and what was said of their documents, the latest first; acts among themselves in the order of the ledger. */
function linesOf({ record, checked }: MatterView): (Entry | Checked)[] {
  const lines: (Entry | Checked)[] = [...record].reverse();
  for (const one of checked) {
    const at = lines.findIndex((line) => line.at <= one.at);
    lines.splice(at < 0 ? lines.length : at, 0, one);
  }
  return lines;
}

/** Who made a document with citations nobody had read, and said that he had checked them. */
function CheckedLine({ checked }: { readonly checked: Checked }) {
  const { document, person, postName, at, citations } = checked;
  return (
    <>
      <h3>制作{document}，确认已核对引用</h3>
      <p className="quiet">{[postName, person].filter(Boolean).join(' ')}</p>
      <p className="quiet">
        {shanghaiDay(at)} {timeOfDay(at)}
      </p>
      <p>核对的引用：{citations}</p>
    </>
  );
}

function RecordLine({ entry, onProof }: { readonly entry: Entry; readonly onProof: () => void }) {
  return (
    <>
      <h3>{entry.name}</h3>
      <p className="quiet">
        {[...new Set([entry.unitName, entry.postName, entry.person])].filter(Boolean).join(' ')}
      </p>
      <p className="quiet spaced">
        <span>{whenDone(entry)}</span>
        <button type="button" className="plain" onClick={onProof}>
          {entry.sealed ? '已封存' : '待封存'}
          <span className="unseen">，查看证明</span>
        </button>
      </p>
      {entry.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {entry.alerts.map((alert) => (
        <p key={alert.message}>
          <span className={`tag ${alert.level}`}>{levels[alert.level] ?? alert.level}</span> {alert.message}
        </p>
      ))}
      {entry.facts.length > 0 && (
        <details>
          <summary>填报内容（{number(entry.facts.length)}项）</summary>
          <dl>
            {entry.facts.map((fact) => (
              <div key={fact.name}>
                <dt>{fact.title}</dt>
                <dd>{fact.text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

/** The day and time of an act; one that was done on paper before has a day, and a day on which it was entered. */
function whenDone({ on, at }: Entry): string {
  const entered = shanghaiDay(at);
  return entered === day(on) ? `${entered} ${timeOfDay(at)}` : `${day(on)}（${entered}补录）`;
}

/** The proof in plain sentences first, then as data that can be checked elsewhere. */
function Proof({ matter, seq }: { readonly matter: string; readonly seq: number }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['proof', matter, seq],
    queryFn: ({ signal }) => client.call('matter.proof', { params: { matter, seq } }, { signal }),
  });
  if (error) return <Refusal error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} />;
  return (
    <div className="proof">
      {data.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {data.proof !== undefined && (
        <details>
          <summary>证明数据</summary>
          <pre>{data.proof.text}</pre>
        </details>
      )}
    </div>
  );
}
