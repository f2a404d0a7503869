import { Button } from 'antd';
import { useState } from 'react';
import { number } from '../../format.ts';
import { BatchDialog } from '../../shared/batch/batch-dialog.tsx';
import type { BatchEntry } from '../../shared/batch/run.ts';
import { batchName, type TimeColumn, type Work } from './work.ts';

/** Rows chosen for one step; the first one chosen says which. */
export interface Choice {
  readonly chosen: ReadonlySet<string>;
  readonly works: readonly Work[];
  /** All that wait for the same step as what is chosen. */
  readonly same: readonly Work[];
  mayChoose(work: Work): boolean;
  toggle(work: Work): void;
  choose(works: readonly Work[]): void;
}

export function useChoice(columns: readonly TimeColumn[]): Choice {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const all = columns.flatMap(({ work }) => work);
  // What has gone from the list meanwhile is not chosen any more.
  const works = all.filter((work) => work.batch && keys.has(work.key));
  const name = works[0] && batchName(works[0]);
  return {
    chosen: new Set(works.map(({ key }) => key)),
    works,
    same: name === undefined ? [] : all.filter((work) => batchName(work) === name),
    mayChoose: (work) => work.batch !== null && (name === undefined || batchName(work) === name),
    toggle: (work) =>
      setKeys((present) => {
        const next = new Set(present);
        if (!next.delete(work.key)) next.add(work.key);
        return next;
      }),
    choose: (chosen) => setKeys(new Set(chosen.map(({ key }) => key))),
  };
}

/** What is chosen, and the step for all of it. */
export function ChoiceBar({ choice }: { readonly choice: Choice }) {
  const { works, same, choose } = choice;
  const [entries, setEntries] = useState<readonly BatchEntry[]>();
  const verb = works[0]?.batch?.stepName;
  return (
    <>
      {verb && (
        <div className="batch-bar no-print" role="status">
          <span>已选{number(works.length)}件</span>
          <Button
            type="primary"
            onClick={() => setEntries(works.flatMap(({ batch }) => (batch ? [batch] : [])))}
          >
            {verb}所选{number(works.length)}件
          </Button>
          {same.length > works.length && (
            <Button onClick={() => choose(same)}>
              选中全部等待{verb}的{number(same.length)}件
            </Button>
          )}
          <Button onClick={() => choose([])}>取消选中</Button>
        </div>
      )}
      {entries && (
        <BatchDialog
          entries={entries}
          onClose={() => {
            setEntries(undefined);
            choose([]);
          }}
        />
      )}
    </>
  );
}
