import { Button, Input, InputNumber, Select } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReadFigure, ReadingView } from '../../../src/client/contract/reports.ts';
import { type Change, type Judged, sectionOf } from './judged.ts';
import type { SlotChoice } from './slot-choice.ts';

interface FigureListProps {
  readonly reading: ReadingView;
  readonly judged: readonly Judged[];
  readonly slots: readonly SlotChoice[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onChange: (change: Change) => void;
}

const standings = { open: '待核对', confirmed: '已确认', rejected: '不采用' } as const;

/** Every read figure; judged without leaving the keyboard: 上下移动，回车确认，退格不采用，E 修改. */
export function FigureList({ reading, judged, slots, chosen, onChoose, onChange }: FigureListProps) {
  const [editing, setEditing] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current
      ?.querySelector(`[data-row="${CSS.escape(chosen ?? '')}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const count = (standing: Judged['standing']) =>
    judged.filter((entry) => entry.standing === standing).length;
  const mapped = judged.filter(({ standing, slot }) => standing === 'open' && slot !== null).length;
  const move = (by: number) => {
    const at = judged.findIndex(({ id }) => id === chosen);
    const next = judged[Math.min(Math.max(at + by, 0), judged.length - 1)];
    if (next) onChoose(next.id);
  };
  const stand = (id: string, standing: Judged['standing']) => {
    onChange({ type: 'stand', id, standing });
    move(1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== undefined || event.target !== event.currentTarget || chosen === undefined) return;
    const acts: { readonly [key: string]: () => void } = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => stand(chosen, 'confirmed'),
      Backspace: () => stand(chosen, 'rejected'),
      Delete: () => stand(chosen, 'rejected'),
      e: () => setEditing(chosen),
      E: () => setEditing(chosen),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  if (judged.length === 0) return <p className="quiet">这份文件里没有读出数据。</p>;
  return (
    <section className="figure-side" aria-label="读出的数据">
      <div className="figure-tools">
        <span className="quiet">
          已确认{count('confirmed')}　待核对{count('open')}　不采用{count('rejected')}
        </span>
        {mapped > 0 && (
          <Button size="small" onClick={() => onChange({ type: 'confirm-mapped' })}>
            确认有对应指标的{mapped}个
          </Button>
        )}
      </div>
      <p className="quiet keys">
        <kbd>↑</kbd>
        <kbd>↓</kbd> 移动　<kbd>回车</kbd> 确认　<kbd>退格</kbd> 不采用　<kbd>E</kbd> 修改
      </p>
      <ul
        className="figure-list"
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list is walked with the arrow keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        aria-label="数据，可用方向键移动"
      >
        {judged.map((entry, at) => {
          const figure = reading.figures[at]!;
          return (
            <li
              key={entry.id}
              data-row={entry.id}
              aria-current={entry.id === chosen}
              className={`${entry.standing} ${entry.id === chosen ? 'chosen' : ''}`}
            >
              {editing === entry.id ? (
                <Edit
                  entry={entry}
                  slots={slots}
                  onDone={(by) => {
                    if (by) onChange({ type: 'edit', id: entry.id, by });
                    setEditing(undefined);
                    list.current?.focus();
                  }}
                />
              ) : (
                <Row
                  entry={entry}
                  figure={figure}
                  section={sectionOf(reading, figure)}
                  relations={
                    entry.id === chosen
                      ? reading.relations.filter(
                          ({ start, end }) => start <= figure.start && figure.end <= end,
                        )
                      : []
                  }
                  slotName={slots.find(({ id }) => id === entry.slot)?.name}
                  onChoose={() => onChoose(entry.id)}
                  onStand={(standing) => onChange({ type: 'stand', id: entry.id, standing })}
                  onEdit={() => {
                    onChoose(entry.id);
                    setEditing(entry.id);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Row({
  entry,
  figure,
  section,
  relations,
  slotName,
  onChoose,
  onStand,
  onEdit,
}: {
  readonly entry: Judged;
  readonly figure: ReadFigure;
  readonly section: string;
  readonly relations: ReadingView['relations'];
  readonly slotName: string | undefined;
  readonly onChoose: () => void;
  readonly onStand: (standing: Judged['standing']) => void;
  readonly onEdit: () => void;
}) {
  return (
    <>
      <button type="button" className="figure-row" tabIndex={-1} onClick={onChoose}>
        <span>
          {entry.subject || '（没有读出事项）'} <strong>{figure.text}</strong>
          {figure.qualifier && <span className="tag">{figure.qualifier}</span>}
        </span>
        <span className="quiet">{[figure.period, section].filter(Boolean).join('　')}</span>
        <span className={slotName ? 'good' : 'quiet'}>
          {slotName ? `对应：${slotName}` : '没有对应的指标'}
        </span>
        {relations.map(({ kind, start, note, holds }) => (
          <span key={`${kind} ${start} ${note}`} className={holds === false ? 'late' : 'quiet'}>
            {note}
          </span>
        ))}
      </button>
      <span className="figure-acts">
        <span className={entry.standing === 'confirmed' ? 'good' : 'quiet'}>{standings[entry.standing]}</span>
        {entry.standing !== 'confirmed' && (
          <button type="button" className="plain" onClick={() => onStand('confirmed')}>
            确认
          </button>
        )}
        {entry.standing !== 'rejected' && (
          <button type="button" className="plain" onClick={() => onStand('rejected')}>
            不采用
          </button>
        )}
        <button type="button" className="plain" onClick={onEdit}>
          修改
        </button>
      </span>
    </>
  );
}

function Edit({
  entry,
  slots,
  onDone,
}: {
  readonly entry: Judged;
  readonly slots: readonly SlotChoice[];
  readonly onDone: (by?: Partial<Omit<Judged, 'id' | 'standing'>>) => void;
}) {
  const [subject, setSubject] = useState(entry.subject);
  const [value, setValue] = useState<number | null>(entry.value);
  const [unit, setUnit] = useState(entry.unit);
  const [slot, setSlot] = useState(entry.slot);
  return (
    <form
      className="figure-edit"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(value === null ? undefined : { subject, value, unit, slot });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <label htmlFor="figure-subject">事项</label>
      <Input
        id="figure-subject"
        autoFocus
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
      />
      <div className="pair">
        <label htmlFor="figure-value">数值</label>
        <InputNumber id="figure-value" value={value} onChange={setValue} />
        <label htmlFor="figure-unit">单位</label>
        <Input id="figure-unit" value={unit} onChange={(event) => setUnit(event.target.value)} />
      </div>
      <label htmlFor="figure-slot">对应指标</label>
      <Select
        id="figure-slot"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="没有对应的指标"
        value={slot}
        onChange={(chosen) => setSlot(chosen ?? null)}
        options={slots.map(({ id, name, unit: of }) => ({ value: id, label: `${name}（${of}）` }))}
      />
      <div className="pair">
        <Button type="primary" size="small" htmlType="submit" disabled={value === null}>
          改好并确认
        </Button>
        <Button size="small" onClick={() => onDone()}>
          不改了
        </Button>
      </div>
    </form>
  );
}
