import { Button, Input, Select } from 'antd';
import { type Dispatch, useRef } from 'react';
import type { PlanTaskView, PlanView } from '../../../src/client/contract/plans.ts';
import { unitMarked, unitsToChoose } from '../../../src/client/units.ts';
import { useSession } from '../../api/queries.ts';
import { DayPicker } from '../../shared/day-picker.tsx';
import { MeasureRows } from './measure-rows.tsx';
import { type Role, roleNames, sourceNames } from './words.ts';
import { type Change, lacks } from './written.ts';

interface TaskFormProps {
  readonly task: PlanTaskView;
  readonly view: PlanView;
  readonly readOnly: boolean;
  readonly last: boolean;
  readonly onChange: Dispatch<Change>;
  readonly onConfirm: () => void;
  readonly newCode: () => string;
}

/** Everything a task says, to be put right beside the text it was read from. */
export function TaskForm(props: TaskFormProps) {
  const { task, view, readOnly, last, onChange, onConfirm, newCode } = props;
  const caret = useRef(0);
  const put = (by: Partial<PlanTaskView>) => onChange({ type: 'task', code: task.code, by });
  const missing = lacks(task);
  return (
    <form
      id="task-form"
      className="task-form"
      aria-label={`第${task.number}项任务`}
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm();
      }}
    >
      <div className="task-line">
        <label htmlFor="task-number">序号</label>
        <Input
          id="task-number"
          className="short"
          value={task.number}
          readOnly={readOnly}
          onChange={(event) => put({ number: event.target.value })}
        />
        <label htmlFor="task-part">部分</label>
        <Input
          id="task-part"
          value={task.part}
          readOnly={readOnly}
          onChange={(event) => put({ part: event.target.value })}
        />
      </div>
      <label htmlFor="task-title">任务</label>
      <Input
        id="task-title"
        value={task.title}
        readOnly={readOnly}
        onChange={(event) => put({ title: event.target.value })}
      />
      <label htmlFor="task-text">内容</label>
      <Input.TextArea
        id="task-text"
        autoSize={{ minRows: 2, maxRows: 5 }}
        value={task.text}
        readOnly={readOnly}
        onChange={(event) => put({ text: event.target.value })}
        onSelect={(event) => {
          caret.current = event.currentTarget.selectionStart;
        }}
      />
      {(Object.keys(roleNames) as Role[]).map((role) => (
        <Units key={role} role={role} {...props} />
      ))}
      <Due task={task} year={view.draft.year} readOnly={readOnly} put={put} />
      <MeasureRows task={task} view={view} readOnly={readOnly} put={put} />
      {!readOnly && (
        <div className="task-acts">
          <Button type="primary" htmlType="submit" disabled={missing.length > 0} title="Ctrl 回车">
            {task.confirmed ? '已确认，到下一项' : '确认，到下一项'}
          </Button>
          {missing.length > 0 && <span className="near">还缺：{missing.join('、')}</span>}
          <span className="grow" />
          <Button
            size="small"
            title="从内容中光标所在处分开"
            onClick={() => onChange({ type: 'split', code: task.code, at: caret.current, fresh: newCode() })}
          >
            在光标处拆分
          </Button>
          <Button size="small" disabled={last} onClick={() => onChange({ type: 'merge', code: task.code })}>
            并入下一项
          </Button>
          <Button size="small" onClick={() => onChange({ type: 'add', after: task.code, code: newCode() })}>
            在后面增加
          </Button>
          <Button size="small" danger onClick={() => onChange({ type: 'remove', code: task.code })}>
            删去
          </Button>
        </div>
      )}
    </form>
  );
}

/** The units of a role: printed names with what they stand for, and those chosen besides. */
function Units({ role, task, view, readOnly, onChange }: TaskFormProps & { readonly role: Role }) {
  const entries = task.units.map((entry, at) => ({ ...entry, at })).filter((entry) => entry.role === role);
  const own = entries.find(({ printed }) => printed === '');
  const id = `task-${role}`;
  const { today } = useSession();
  const optionsWith = (chosen: readonly string[]) =>
    unitsToChoose(view.units, today, chosen).map((unit) => ({
      value: unit.code,
      label: unitMarked(unit.shortName, unit, today),
      name: unit.name,
    }));
  const select = (props: {
    id: string;
    units: readonly string[];
    label: string;
    onPut: (units: string[]) => void;
  }) => (
    <Select
      id={props.id}
      aria-label={props.label}
      mode="multiple"
      maxTagCount={6}
      disabled={readOnly}
      value={[...props.units]}
      options={optionsWith(props.units)}
      showSearch={{ optionFilterProp: ['label', 'name'] }}
      placeholder="选择单位"
      onChange={props.onPut}
    />
  );
  return (
    <div className="task-units">
      <label htmlFor={id}>{roleNames[role]}</label>
      {entries
        .filter(({ printed }) => printed !== '')
        .map(({ printed, units, source, at }) => (
          <div key={printed} className="printed">
            <span className={units.length === 0 ? 'late' : undefined} title={sourceNames[source]}>
              {printed}
            </span>
            {select({
              id: `${id}-${at}`,
              units,
              label: `“${printed}”对应的单位`,
              onPut: (chosen) => onChange({ type: 'units', code: task.code, at, units: chosen }),
            })}
          </div>
        ))}
      {select({
        id,
        units: own?.units ?? [],
        label: roleNames[role],
        onPut: (chosen) => onChange({ type: 'chosen-units', code: task.code, role, units: chosen }),
      })}
      {own && own.source !== 'chosen' && (
        <span className="tag yellow">{sourceNames[own.source]}，请核对</span>
      )}
    </div>
  );
}

function Due({
  task,
  year,
  readOnly,
  put,
}: {
  readonly task: PlanTaskView;
  readonly year: number;
  readonly readOnly: boolean;
  readonly put: (by: Partial<PlanTaskView>) => void;
}) {
  const usual = [
    ['一季度', '03-31'],
    ['上半年', '06-30'],
    ['三季度', '09-30'],
    ['年底', '12-31'],
  ] as const;
  return (
    <div className="task-line">
      <label htmlFor="task-due">完成时限</label>
      <DayPicker
        id="task-due"
        optional
        value={task.due}
        disabled={readOnly}
        onChange={(due) => put({ due: due ?? null })}
      />
      {!readOnly &&
        usual.map(([name, end]) => (
          <Button key={name} size="small" onClick={() => put({ due: `${year}-${end}` })}>
            {name}
          </Button>
        ))}
      {task.dueText && <span className="quiet">原文：{task.dueText}</span>}
    </div>
  );
}
