import { useMutation } from '@tanstack/react-query';
import { Button, Input, InputNumber, Segmented } from 'antd';
import { useReducer, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ReadingView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import type { StoredFile } from '../../shared/intake.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { useUnsavedGuard } from '../../shared/unsaved.ts';
import { FigureList } from './figure-list.tsx';
import { FindingList } from './finding-list.tsx';
import { Head } from './head.tsx';
import { type Judged, judge, sectionOf } from './judged.ts';
import { MarkedText } from './marked-text.tsx';
import type { SlotChoice } from './slot-choice.ts';
import { TaskList } from './task-list.tsx';

/** What stands beside the text. */
type Side = 'tasks' | 'figures' | 'findings';

/** The text beside its figures, tasks and findings: one is chosen in both at once. */
export function Desk({
  reading,
  file,
  slots,
}: {
  readonly reading: ReadingView;
  readonly file: StoredFile;
  readonly slots: readonly SlotChoice[];
}) {
  const [judged, change] = useReducer(judge, [], () => judge([], { type: 'read', figures: reading.figures }));
  const [chosen, setChosen] = useState(reading.figures[0]?.id);
  const [at, setAt] = useState<number>();
  const { figures, tasks, findings } = reading;
  const [side, setSide] = useState<Side>(tasks.length > 0 ? 'tasks' : 'figures');
  const confirmed = judged.filter(({ standing }) => standing === 'confirmed');
  return (
    <>
      <Head reading={reading} />
      <Keep reading={reading} file={file} judged={judged} confirmed={confirmed} />
      <Segmented<Side>
        className="desk-side no-print"
        value={side}
        onChange={setSide}
        options={[
          ...(tasks.length > 0 ? [{ label: `任务（${tasks.length}）`, value: 'tasks' as const }] : []),
          { label: `数据（${figures.length}）`, value: 'figures' },
          { label: `问题（${findings.length}）`, value: 'findings' },
        ]}
      />
      <div className="desk">
        <MarkedText reading={reading} judged={judged} chosen={chosen} at={at} onChoose={setChosen} />
        {side === 'tasks' && <TaskList tasks={tasks} file={file} onShow={setAt} />}
        {side === 'findings' && <FindingList findings={findings} onShow={setAt} />}
        {side === 'figures' && (
          <FigureList
            reading={reading}
            judged={judged}
            slots={slots}
            chosen={chosen}
            onChoose={setChosen}
            onChange={change}
          />
        )}
      </div>
    </>
  );
}

function Keep({
  reading,
  file,
  judged,
  confirmed,
}: {
  readonly reading: ReadingView;
  readonly file: StoredFile;
  readonly judged: readonly Judged[];
  readonly confirmed: readonly Judged[];
}) {
  const [year, setYear] = useState<number | null>(reading.document.year);
  const [document, setDocument] = useState(reading.document.title ?? '');
  const byId = new Map(reading.figures.map((figure) => [figure.id, figure]));
  const kept = useRef(judged);
  const keep = useMutation({
    mutationFn: async () => {
      const sent = judged;
      const answer = await client.call('reading.confirm', {
        params: {},
        body: {
          year: year!,
          document,
          source: { file },
          figures: confirmed.map(({ id, slot, subject, value, unit }) => {
            const figure = byId.get(id)!;
            return { slot, subject, value, unit, section: sectionOf(reading, figure), text: figure.sentence };
          }),
        },
      });
      kept.current = sent;
      return { ...answer, next: year! + 1 };
    },
  });
  const ready = confirmed.length > 0 && year !== null && document.trim() !== '';
  // What somebody judged is nowhere but in this page until it is kept.
  useUnsavedGuard(
    judged === kept.current
      ? undefined
      : { what: '数据的核对', ...(ready ? { save: () => keep.mutateAsync() } : {}) },
  );
  return (
    <>
      <form
        className="keep no-print"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) keep.mutate();
        }}
      >
        <label htmlFor="keep-year">数据年度</label>
        <InputNumber id="keep-year" min={1990} max={2100} value={year} onChange={setYear} />
        <label htmlFor="keep-document">来源文件</label>
        <Input
          id="keep-document"
          className="grow"
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={!ready} loading={keep.isPending}>
          留存已确认的{confirmed.length}个数据
        </Button>
      </form>
      {keep.error && <Refusal error={keep.error} />}
      {keep.data && (
        <div className="notice done" role="status">
          {keep.data.message}{' '}
          <Link to={`/reports?year=${keep.data.next}`}>去编制{keep.data.next}年度报告</Link>
        </div>
      )}
    </>
  );
}
