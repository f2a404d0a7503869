import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { type Answer, client } from '../../api/client.ts';
import { number } from '../../format.ts';
import { BatchDialog } from '../../shared/batch/batch-dialog.tsx';
import type { BatchEntry } from '../../shared/batch/run.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';

type Ready = Answer<'matter.ready'>['rows'][number];

/** Chosen rows of a register: which step each is ready for, and then one of these steps for those that are. */
export function RegisterBatch({
  matters,
  onClose,
}: {
  readonly matters: readonly string[];
  readonly onClose: () => void;
}) {
  const [entries, setEntries] = useState<readonly BatchEntry[]>();
  const { data, error } = useQuery({
    queryKey: ['ready', ...matters],
    queryFn: ({ signal }) =>
      client.call('matter.ready', { params: {}, body: { matters: [...matters] } }, { signal }),
    staleTime: 0,
  });
  if (entries) return <BatchDialog entries={entries} onClose={onClose} />;
  return (
    <Modal
      open
      title={`一并办理：已选${number(matters.length)}件`}
      width={720}
      onCancel={onClose}
      footer={<Button onClick={onClose}>取消</Button>}
    >
      {error && <Refusal error={error} />}
      {!error && !data && <Waiting what="可以办理的环节" rows={4} />}
      {data && <Groups rows={data.rows} onChoose={setEntries} />}
    </Modal>
  );
}

function Groups({
  rows,
  onChoose,
}: {
  readonly rows: readonly Ready[];
  readonly onChoose: (entries: readonly BatchEntry[]) => void;
}) {
  const groups = new Map<string, BatchEntry[]>();
  for (const { next, ...row } of rows) {
    if (!next) continue;
    const entry = { ...row, key: row.matter, step: next.step, stepName: next.name, input: {} };
    groups.set(next.step, [...(groups.get(next.step) ?? []), entry]);
  }
  const shut = rows.filter(({ next }) => !next);
  return (
    <>
      {groups.size === 0 && <p className="notice">所选各件现在都没有可以一并办理的环节。</p>}
      <p className="spaced">
        {[...groups].map(([step, entries]) => (
          <Button key={step} type="primary" onClick={() => onChoose(entries)}>
            {entries[0]?.stepName}（{number(entries.length)}件）
          </Button>
        ))}
      </p>
      {shut.length > 0 && (
        <>
          <h3>不能一并办理的{number(shut.length)}件</h3>
          <ul className="batch-lines">
            {shut.map((row) => (
              <li key={row.matter}>
                <span>
                  {row.number} {row.title}
                </span>
                <span className="told">{row.why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
