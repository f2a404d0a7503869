import { useMutation } from '@tanstack/react-query';
import { Button, Input, InputNumber, Segmented } from 'antd';
import { useReducer, useState } from 'react';
import { Link } from 'react-router';
import type { ReadingView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import type { StoredFile } from '../../shared/intake.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { FigureList } from './figure-list.tsx';
import { type Judged, judge, sectionOf } from './judged.ts';
import { MarkedText } from './marked-text.tsx';
import type { SlotChoice } from './slot-choice.ts';
import { TaskList } from './task-list.tsx';

/** The text beside its figures and tasks: one is chosen in both at once. */
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
  const [side, setSide] = useState<'figures' | 'tasks'>(reading.tasks.length > 0 ? 'tasks' : 'figures');
  const confirmed = judged.filter(({ standing }) => standing === 'confirmed');
  return (
    <>
      <Head reading={reading} />
      <Findings reading={reading} onShow={setAt} />
      <Keep reading={reading} file={file} confirmed={confirmed} />
      {reading.tasks.length > 0 && (
        <Segmented
          className="desk-side"
          value={side}
          onChange={setSide}
          options={[
            { label: `任务（${reading.tasks.length}）`, value: 'tasks' },
            { label: `数据（${reading.figures.length}）`, value: 'figures' },
          ]}
        />
      )}
      <div className="desk">
        <MarkedText reading={reading} judged={judged} chosen={chosen} at={at} onChoose={setChosen} />
        {side === 'tasks' ? (
          <TaskList tasks={reading.tasks} file={file} onShow={setAt} />
        ) : (
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

function Head({ reading: { document, sections, figures } }: { readonly reading: ReadingView }) {
  const top = sections.filter(({ level }) => level === 1);
  const facts: readonly (readonly [string, string | null])[] = [
    ['标题', document.title],
    ['制发机关', document.issuer],
    ['文号', document.number],
    ['日期', document.date],
    ['体例', document.skeletonName],
    ['读出', `${sections.length}个标题，${figures.length}个数据`],
    ['章节', top.map(({ number, title }) => (number ? `${number}、${title}` : title)).join('；') || null],
  ];
  return (
    <dl className="facts reading-head">
      {facts.map(([title, value]) =>
        value === null ? null : (
          <div key={title} className={title === '标题' || title === '章节' ? 'wide' : undefined}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** What the auditor found: sums and rates that do not hold, and whatever a proof-reader would mark. */
function Findings({
  reading: { findings },
  onShow,
}: {
  readonly reading: ReadingView;
  readonly onShow: (at: number) => void;
}) {
  const wrong = findings.map(({ start, message, suggestion }) => ({
    start,
    note: suggestion ? `${message}建议：${suggestion}` : message,
  }));
  if (wrong.length === 0) return null;
  return (
    <div className="notice warn reading-findings">
      <strong>需要核对的{wrong.length}处</strong>
      <ul>
        {wrong.map(({ start, note }) => (
          <li key={`${start} ${note}`}>
            <button type="button" className="plain" onClick={() => onShow(start)}>
              {note}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Keep({
  reading,
  file,
  confirmed,
}: {
  readonly reading: ReadingView;
  readonly file: StoredFile;
  readonly confirmed: readonly Judged[];
}) {
  const [year, setYear] = useState<number | null>(reading.document.year);
  const [document, setDocument] = useState(reading.document.title ?? '');
  const byId = new Map(reading.figures.map((figure) => [figure.id, figure]));
  const keep = useMutation({
    mutationFn: () =>
      client.call('reading.confirm', {
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
      }),
  });
  const ready = confirmed.length > 0 && year !== null && document.trim() !== '';
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
          {keep.data.message} <Link to="/reports">去编制年度报告</Link>
        </div>
      )}
    </>
  );
}
