import { Button, Select } from 'antd';
import { type Dispatch, useEffect, useRef, useState } from 'react';
import type { PlanView } from '../../../src/client/contract/plans.ts';
import { unitsToChoose } from '../../../src/client/units.ts';
import { useSession } from '../../api/queries.ts';
import { shortDay } from '../../format.ts';
import { DayPicker } from '../../shared/day-picker.tsx';
import { type Change, lacks, type Written } from './written.ts';

interface TaskListProps {
  readonly written: Written;
  readonly chosen: string | undefined;
  readonly readOnly: boolean;
  readonly units: PlanView['units'];
  readonly onChoose: (code: string) => void;
  readonly onChange: Dispatch<Change>;
  readonly newCode: () => string;
}

/** All tasks in a glance, walked with the arrow keys, and what can be filled for many at once. */
export function TaskList(props: TaskListProps) {
  const { written, chosen, readOnly, units, onChoose, onChange, newCode } = props;
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled when another task is chosen
  useEffect(() => {
    const box = list.current!;
    const row = box.querySelector<HTMLElement>('[aria-current="true"]');
    if (row) box.scrollTop = row.offsetTop - box.clientHeight / 2;
  }, [chosen]);
  const { tasks } = written;
  const short = new Map(units.map(({ code, shortName }) => [code, shortName]));
  const move = (by: number) => {
    const next = tasks[tasks.findIndex(({ code }) => code === chosen) + by];
    if (next) onChoose(next.code);
  };
  const confirmed = tasks.filter((task) => task.confirmed).length;
  return (
    <section className="task-side" aria-label="任务">
      <div className="task-tools">
        <span>
          共{tasks.length}项，已确认{confirmed}项
        </span>
        {!readOnly && (
          <span className="quiet no-print keys">
            <kbd>Ctrl</kbd> <kbd>↑</kbd> <kbd>↓</kbd> 移动　<kbd>Ctrl</kbd> <kbd>回车</kbd> 确认并到下一项
          </span>
        )}
      </div>
      {!readOnly && <Fill {...props} />}
      <ul
        className="task-list"
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list is walked with the arrow keys
        tabIndex={0}
        aria-label="任务，可用方向键移动"
        onKeyDown={(event) => {
          if (event.ctrlKey || event.target !== event.currentTarget) return;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            move(event.key === 'ArrowDown' ? 1 : -1);
          }
        }}
      >
        {tasks.map((task) => {
          const missing = lacks(task);
          const owners = task.units
            .filter(({ role }) => role !== 'cooperating')
            .flatMap((entry) => entry.units.map((code) => short.get(code) ?? code));
          return (
            <li key={task.code} aria-current={task.code === chosen}>
              <button type="button" tabIndex={-1} onClick={() => onChoose(task.code)}>
                <span className="title">
                  {task.number}．{task.title || '（没有标题）'}
                </span>
                <span className="quiet spaced">
                  {owners.length > 0 && (
                    <span>
                      {owners.slice(0, 3).join('、')}
                      {owners.length > 3 && `等${owners.length}个`}
                    </span>
                  )}
                  {task.due && <span>{shortDay(task.due, `${written.year}-01-01`)}</span>}
                </span>
              </button>
              {task.confirmed ? (
                <span className="good">已确认</span>
              ) : missing.length > 0 ? (
                <span className="near">缺{missing.join('、')}</span>
              ) : (
                <span className="quiet">待确认</span>
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && tasks.length === 0 && (
        <Button onClick={() => onChange({ type: 'add', after: undefined, code: newCode() })}>
          增加第一项任务
        </Button>
      )}
    </section>
  );
}

/** One day or one unit for all tasks that have none; and all that lack nothing confirmed at once. */
function Fill({ written, units, onChange }: TaskListProps) {
  const [due, setDue] = useState(`${written.year}-12-31`);
  const [unit, setUnit] = useState<string>();
  const { today } = useSession();
  const undated = written.tasks.filter((task) => task.due === null).length;
  const bare = written.tasks.filter((task) => lacks(task).includes('责任单位')).length;
  const complete = written.tasks.filter((task) => !task.confirmed && lacks(task).length === 0).length;
  return (
    <div className="task-fill no-print">
      {undated > 0 && (
        <span>
          <DayPicker
            aria-label="没有时限的任务的完成时限"
            size="small"
            value={due}
            onChange={(day) => day && setDue(day)}
          />
          <Button size="small" onClick={() => onChange({ type: 'fill-due', due })}>
            用于没有时限的{undated}项
          </Button>
        </span>
      )}
      {bare > 0 && (
        <span>
          <Select
            aria-label="没有责任单位的任务的牵头单位"
            size="small"
            className="unit"
            placeholder="选择牵头单位"
            value={unit}
            showSearch={{ optionFilterProp: 'label' }}
            options={unitsToChoose(units, today).map(({ code, shortName }) => ({
              value: code,
              label: shortName,
            }))}
            onChange={setUnit}
          />
          <Button
            size="small"
            disabled={unit === undefined}
            onClick={() => onChange({ type: 'fill-units', role: 'lead', units: [unit!] })}
          >
            用于没有责任单位的{bare}项
          </Button>
        </span>
      )}
      {complete > 0 && (
        <Button size="small" onClick={() => onChange({ type: 'confirm-complete' })}>
          确认不缺内容的{complete}项
        </Button>
      )}
    </div>
  );
}
