import { describe, expect, test } from 'vitest';
import { RefusedError } from '../errors.ts';
import { type ClockOp, type ClockState, evolveClock, openPause } from './clock.ts';

const start: ClockOp = { op: 'start', clock: 'c', rule: 'R', on: '2024-03-01' };

function run(...ops: ClockOp[]): ClockState {
  return ops.reduce<ClockState | undefined>(evolveClock, undefined) as ClockState;
}

const pause = (on: string): ClockOp => ({ op: 'pause', clock: 'c', on, reason: '听证' });
const resume = (on: string): ClockOp => ({ op: 'resume', clock: 'c', on });
const stop = (on: string): ClockOp => ({ op: 'stop', clock: 'c', on, outcome: '办结' });
const extend = (on: string, amount = 10): ClockOp => ({
  op: 'extend',
  clock: 'c',
  on,
  by: { amount, unit: 'day' },
  approver: '负责人',
  reason: '案情复杂',
});

test('a whole life', () => {
  const state = run(
    start,
    pause('2024-03-05'),
    resume('2024-03-09'),
    extend('2024-03-20'),
    stop('2024-04-01'),
  );
  expect(state).toEqual({
    clock: 'c',
    rule: 'R',
    start: '2024-03-01',
    pauses: [{ from: '2024-03-05', to: '2024-03-09', reason: '听证' }],
    extensions: [
      { on: '2024-03-20', by: { amount: 10, unit: 'day' }, approver: '负责人', reason: '案情复杂' },
    ],
    stopped: { on: '2024-04-01', outcome: '办结' },
  });
});

test('what is not given leaves no trace in the state', () => {
  expect(Object.keys(run(start)).sort()).toEqual(['clock', 'extensions', 'pauses', 'rule', 'start']);
});

test('openPause', () => {
  expect(openPause(run(start))).toBeUndefined();
  expect(openPause(run(start, pause('2024-03-05')))?.from).toBe('2024-03-05');
  expect(openPause(run(start, pause('2024-03-05'), resume('2024-03-06')))).toBeUndefined();
});

describe('[C2] starting and stopping', () => {
  test.each([pause('2024-03-05'), resume('2024-03-05'), extend('2024-03-05'), stop('2024-03-05')])(
    '$op needs a running clock',
    (op) => {
      expect(() => run(op)).toThrow('尚未起算');
      expect(() => run(start, stop('2024-03-02'), op)).toThrow('已于2024年3月2日终止');
    },
  );

  test('a running clock does not start again, a stopped one does', () => {
    expect(() => run(start, start)).toThrow('不能重复起算');
    expect(run(start, stop('2024-03-02'), { ...start, on: '2024-03-10' }).start).toBe('2024-03-10');
  });

  test('an operation on another clock is refused', () => {
    expect(() => run(start, { ...stop('2024-03-05'), clock: 'd' })).toThrow(RefusedError);
  });
});

test('[C3] operations come in the order of their days', () => {
  expect(() => run(start, pause('2024-02-29'))).toThrow('早于该时限上一次变动的日期2024年3月1日');
  expect(() => run(start, pause('2024-03-05'), resume('2024-03-04'))).toThrow('2024年3月5日');
  expect(() => run(start, extend('2024-03-20'), stop('2024-03-19'))).toThrow('2024年3月20日');
  expect(() => run({ ...start, on: '2024-02-30' })).toThrow(RangeError);
});

test('[C4] pauses alternate with resumes', () => {
  expect(() => run(start, resume('2024-03-05'))).toThrow('没有中止');
  expect(() => run(start, pause('2024-03-05'), pause('2024-03-06'))).toThrow('已经中止');
  expect(run(start, pause('2024-03-05'), resume('2024-03-06'), pause('2024-03-06')).pauses).toHaveLength(2);
});

test('[C5] limits are whole and positive; only a promise may be 0', () => {
  expect(() => run(start, extend('2024-03-05', 0))).toThrow('不小于1');
  expect(() => run(start, extend('2024-03-05', 1.5))).toThrow('整数');
  expect(() => run({ ...start, limit: { amount: 0, unit: 'day' } })).toThrow('不小于1');
  expect(() => run({ ...start, promised: { amount: -1, unit: 'day' } })).toThrow('不小于0');
  expect(run({ ...start, promised: { amount: 0, unit: 'workday' } }).promised?.amount).toBe(0);
});
