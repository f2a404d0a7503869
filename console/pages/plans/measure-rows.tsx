import { Button, Input, Select } from 'antd';
import type { PlanTaskView, PlanView } from '../../../src/client/contract/plans.ts';
import { Counted } from './counted.tsx';
import { senseNames } from './words.ts';

type Measure = PlanTaskView['measures'][number];

interface MeasureRowsProps {
  readonly task: PlanTaskView;
  readonly view: PlanView;
  readonly readOnly: boolean;
  readonly put: (by: Partial<PlanTaskView>) => void;
}

/** What can be counted of a task. Bound to an indicator it counts itself; else the unit returns the number. */
export function MeasureRows({ task, view, readOnly, put }: MeasureRowsProps) {
  const { measures } = task;
  const change = (at: number, by: Partial<Measure>) =>
    put({ measures: measures.map((measure, n) => (n === at ? { ...measure, ...by } : measure)) });
  const add = () =>
    put({
      measures: [
        ...measures,
        {
          code: freeCode(task),
          text: '',
          target: '1',
          measureUnit: '次',
          sense: 'minimum',
          indicator: null,
          kind: null,
          reach: 'unit',
        },
      ],
    });
  return (
    <fieldset className="measures">
      <legend>量化要求</legend>
      {measures.map((measure, at) => (
        <div key={measure.code} className="measure">
          <Input
            aria-label="要求"
            placeholder="要求"
            value={measure.text}
            readOnly={readOnly}
            onChange={(event) => change(at, { text: event.target.value })}
          />
          <div className="task-line">
            <Select
              aria-label="不少于还是不多于"
              disabled={readOnly}
              value={measure.sense}
              options={Object.entries(senseNames).map(([value, label]) => ({ value, label }))}
              onChange={(sense) => change(at, { sense: sense as Measure['sense'] })}
            />
            <Input
              aria-label="目标值"
              className="short"
              inputMode="decimal"
              value={measure.target}
              readOnly={readOnly}
              onChange={(event) => change(at, { target: event.target.value })}
            />
            <Input
              aria-label="计量单位"
              className="short"
              value={measure.measureUnit}
              readOnly={readOnly}
              onChange={(event) => change(at, { measureUnit: event.target.value })}
            />
            <Counted measure={measure} view={view} readOnly={readOnly} onChange={(by) => change(at, by)} />
            {!readOnly && (
              <Button
                size="small"
                aria-label={`删去量化要求${at + 1}`}
                onClick={() => put({ measures: measures.filter((_, n) => n !== at) })}
              >
                删去
              </Button>
            )}
          </div>
        </div>
      ))}
      {measures.length === 0 && <span className="quiet">没有读出可以计数的要求。</span>}
      {!readOnly && (
        <Button size="small" onClick={add}>
          增加一条
        </Button>
      )}
    </fieldset>
  );
}

function freeCode({ code, measures }: PlanTaskView): string {
  let n = measures.length + 1;
  while (measures.some((measure) => measure.code === `${code}-${n}`)) n += 1;
  return `${code}-${n}`;
}
