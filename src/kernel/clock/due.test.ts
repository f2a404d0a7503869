import { describe, expect, test } from 'vitest';
import { createCalendar } from '../calendar/calendar.ts';
import { officialNotices } from '../calendar/notices.ts';
import { RefusedError } from '../errors.ts';
import { type ClockState, evolveClock } from './clock.ts';
import { dueOf } from './due.ts';
import { explain } from './explain.ts';
import { calendar, clock, extendOn, pauseOn, resumeOn, smallLaw } from './support.testing.ts';

const due = (state: ClockState) => dueOf(state, smallLaw, calendar).due;

test('[C6] a start outside the validity is refused and names the rule of that day', () => {
  const wrong = () => due(clock('NEW', '2019-06-01'));
  expect(wrong).toThrow('NEW 《测试法》第五条自2020年1月1日起施行，不适用于2019年6月1日起算的时限');
  expect(wrong).toThrow('当时适用的是OLD 《测试法》第三条');
  expect(() => due(clock('OLD', '2020-01-01'))).toThrow('当时适用的是NEW');
  expect(() => due(clock('D7', '2014-12-31'))).toThrow('当时没有收录');
  try {
    wrong();
  } catch (error) {
    expect((error as RefusedError).refusal.basis?.provision).toBe('OLD');
  }
  expect(due(clock('OLD', '2019-12-31'))).toBe('2020-01-03');
});

test('[C7] the start day does not count', () => {
  expect(due(clock('D7', '2024-03-04'))).toBe('2024-03-11');
  expect(due(clock('WAIT', '2024-03-04'))).toBe('2024-03-18');
});

describe('[C8] paused days do not count', () => {
  test('from the day of the pause up to the day before the resume', () => {
    expect(due(clock('D90', '2024-03-01'))).toBe('2024-05-30');
    expect(due(clock('D90', '2024-03-01', pauseOn('2024-04-01'), resumeOn('2024-04-04')))).toBe('2024-06-03');
    // Three days would be full on Sunday 2 June.
    expect(due(clock('D90', '2024-03-01', pauseOn('2024-04-01'), resumeOn('2024-04-03')))).toBe('2024-06-03');
    expect(due(clock('D90', '2024-03-01', pauseOn('2024-04-01'), resumeOn('2024-04-01')))).toBe('2024-05-30');
  });

  test('of workdays only the workdays in the pause matter', () => {
    expect(due(clock('W20', '2024-03-01'))).toBe('2024-03-29');
    expect(due(clock('W20', '2024-03-01', pauseOn('2024-03-09'), resumeOn('2024-03-11')))).toBe('2024-03-29');
    expect(due(clock('W20', '2024-03-01', pauseOn('2024-03-08'), resumeOn('2024-03-12')))).toBe('2024-04-02');
  });

  test('an open pause takes nothing away yet and is marked', () => {
    const open = dueOf(clock('W20', '2024-03-01', pauseOn('2024-03-08')), smallLaw, calendar);
    expect(open).toMatchObject({ due: '2024-03-29', paused: true });
    const closed = dueOf(
      clock('W20', '2024-03-01', pauseOn('2024-03-08'), resumeOn('2024-03-12')),
      smallLaw,
      calendar,
    );
    expect(closed.paused).toBe(false);
    const stopped = clock('W20', '2024-03-01', pauseOn('2024-03-08'), {
      op: 'stop',
      on: '2024-03-12',
      outcome: '撤回',
    });
    expect(dueOf(stopped, smallLaw, calendar)).toMatchObject({ due: '2024-04-02', paused: false });
  });

  test('a pause after the due day changes nothing', () => {
    expect(due(clock('D7', '2024-03-04', pauseOn('2024-03-12'), resumeOn('2024-03-20')))).toBe('2024-03-11');
  });

  test('a pause on the start day leaves the start day out once', () => {
    expect(due(clock('D7', '2024-03-04', pauseOn('2024-03-04'), resumeOn('2024-03-06')))).toBe('2024-03-12');
  });
});

describe('[C9] the last day', () => {
  test('rolls to the next workday, also an adjusted one', () => {
    expect(due(clock('D7', '2024-09-24'))).toBe('2024-10-08');
    // 29 September 2024 was a Sunday that was worked.
    expect(due(clock('D7', '2024-09-22'))).toBe('2024-09-29');
    expect(due(clock('D7', '2024-09-21'))).toBe('2024-09-29');
  });

  test('is never a day of standstill', () => {
    // Full on Saturday 9 March, rolled to Monday 11; the clock stands still that Monday.
    expect(due(clock('D7', '2024-03-02'))).toBe('2024-03-11');
    expect(due(clock('D7', '2024-03-02', pauseOn('2024-03-11'), resumeOn('2024-03-14')))).toBe('2024-03-14');
  });
});

test('[C10] months and years end on the same day, or on the last of the month', () => {
  expect(due(clock('M1', '2024-01-31'))).toBe('2024-02-29');
  expect(due(clock('M1', '2023-01-31'))).toBe('2023-02-28');
  expect(due(clock('M1', '2024-03-11'))).toBe('2024-04-11');
  expect(due(clock('Y1', '2024-02-29'))).toBe('2025-02-28');
  expect(due(clock('M1', '2024-03-11', pauseOn('2024-03-20'), resumeOn('2024-03-25')))).toBe('2024-04-16');
});

describe('[C11] an extension', () => {
  test('adds to the limit, not to the rolled day', () => {
    // 90 days from 3 March are full on Saturday 1 June, 120 days on Monday 1 July.
    expect(due(clock('D90', '2024-03-03'))).toBe('2024-06-03');
    expect(due(clock('D90', '2024-03-03', extendOn('2024-05-20', 30, 'day')))).toBe('2024-07-01');
  });

  test('of the same unit is counted as one limit', () => {
    expect(due(clock('M1', '2024-01-31', extendOn('2024-02-01', 1, 'month')))).toBe('2024-04-01');
    expect(due(clock('W20', '2024-03-01', extendOn('2024-03-10', 10, 'workday')))).toBe('2024-04-15');
  });

  test('of another unit is counted on from the last day', () => {
    expect(due(clock('W20', '2024-03-01', extendOn('2024-03-10', 5, 'day')))).toBe('2024-04-03');
  });
});

describe('[C12] hours', () => {
  const hours = (...more: Parameters<typeof evolveClock>[1][]) =>
    [
      { op: 'start', clock: 'c', rule: 'H24', on: '2024-05-01', at: '2024-05-01T14:30:00.000Z' } as const,
      ...more,
    ].reduce<ClockState | undefined>(evolveClock, undefined) as ClockState;

  test('run through, holiday or not', () => {
    expect(dueOf(hours(), smallLaw, calendar)).toMatchObject({
      dueAt: '2024-05-02T14:30:00.000Z',
      due: '2024-05-02',
    });
  });

  test('end on the legal day in Shanghai', () => {
    const state = { ...hours(), startAt: '2024-05-01T16:30:00.000Z', start: '2024-05-02' };
    expect(dueOf(state, smallLaw, calendar)).toMatchObject({
      dueAt: '2024-05-02T16:30:00.000Z',
      due: '2024-05-03',
    });
  });

  test('leave paused legal days out, and take an extension in hours', () => {
    const state = hours(
      { op: 'pause', clock: 'c', on: '2024-05-02', reason: '鉴定' },
      { op: 'resume', clock: 'c', on: '2024-05-04' },
      {
        op: 'extend',
        clock: 'c',
        on: '2024-05-04',
        by: { amount: 24, unit: 'hour' },
        approver: '负责人',
        reason: '复杂',
      },
    );
    expect(dueOf(state, smallLaw, calendar).dueAt).toBe('2024-05-05T14:30:00.000Z');
  });

  test('need the instant, and an extension in hours', () => {
    expect(() => due(clock('H24', '2024-05-01'))).toThrow('请给出起算的时刻');
    expect(() =>
      due(
        hours({
          op: 'extend',
          clock: 'c',
          on: '2024-05-01',
          by: { amount: 1, unit: 'day' },
          approver: '甲',
          reason: '乙',
        }),
      ),
    ).toThrow('延长也应当以小时计算');
  });
});

test('[C13] a date named by law is the next one and does not roll', () => {
  expect(due(clock('FEB', '2024-12-31'))).toBe('2025-02-28');
  expect(due(clock('FEB', '2024-01-10'))).toBe('2024-02-29');
  expect(due(clock('FEB', '2024-02-29'))).toBe('2025-02-28');
  // 28 February 2027 is a Sunday.
  expect(dueOf(clock('FEB', '2026-12-31'), smallLaw, calendar)).toMatchObject({
    due: '2027-02-28',
    provisional: false,
  });
  expect(due(clock('JUNE', '2024-03-01'))).toBe('2025-06-30');
  expect(due(clock('ONCE', '2020-05-01'))).toBe('2021-12-31');
  expect(() => due(clock('ONCE', '2022-05-01'))).toThrow('早于起算日');
});

test('[C14] a limit set at the start is shorter, or replaces none', () => {
  const set = (rule: string, amount: number, unit: 'day' | 'workday') => ({
    ...clock(rule, '2024-03-04'),
    limit: { amount, unit },
  });
  expect(due(set('D7', 3, 'day'))).toBe('2024-03-07');
  expect(due(set('NONE', 3, 'day'))).toBe('2024-03-07');
  expect(() => due(set('D7', 8, 'day'))).toThrow('只能等于或者短于法定期限');
  expect(due(set('WAIT', 15, 'workday'))).toBe('2024-03-25');
});

test('[C15] a rule without a limit says so', () => {
  expect(() => due(clock('NONE', '2024-03-04'))).toThrow('没有规定期限');
  expect(() => due(clock('NONE', '2024-03-04'))).toThrow(RefusedError);
});

test('[C16] the promised date stands beside the legal one; an extension does not move it', () => {
  const promised = { amount: 5, unit: 'workday' } as const;
  const plain = { ...clock('W20', '2024-03-01'), promised };
  expect(dueOf(plain, smallLaw, calendar)).toMatchObject({ due: '2024-03-29', promised: '2024-03-08' });
  const later = {
    ...clock(
      'W20',
      '2024-03-01',
      pauseOn('2024-03-05'),
      resumeOn('2024-03-06'),
      extendOn('2024-03-10', 10, 'workday'),
    ),
    promised,
  };
  expect(dueOf(later, smallLaw, calendar)).toMatchObject({ due: '2024-04-16', promised: '2024-03-11' });
  const sameDay = { ...plain, promised: { amount: 0, unit: 'workday' } as const };
  expect(dueOf(sameDay, smallLaw, calendar).promised).toBe('2024-03-01');
});

describe('[C17] provisional', () => {
  test.each([
    ['W20', '2026-11-30', '2026-12-28', false],
    ['W20', '2026-12-10', '2027-01-08', true],
    ['D7', '2026-12-24', '2026-12-31', false],
    ['D7', '2026-12-25', '2027-01-04', true],
    ['M1', '2026-12-15', '2027-01-15', true],
  ])('%s from %s ends on %s: %s', (rule, on, end, provisional) => {
    expect(dueOf(clock(rule, on), smallLaw, calendar)).toMatchObject({ due: end, provisional });
  });

  test('is told, and a promise alone can make it so', () => {
    const state = { ...clock('D7', '2026-12-24'), promised: { amount: 6, unit: 'workday' } as const };
    const found = dueOf(state, smallLaw, calendar);
    expect(found).toMatchObject({ due: '2026-12-31', promised: '2027-01-04', provisional: true });
    expect(explain(found).at(-1)).toBe(
      '暂定：2027年的节假日安排通知尚未录入，按周末和法定节假日推算，录入通知后重新计算。',
    );
  });
});

test('[C18] an unverified provision is told', () => {
  const found = dueOf(clock('GUESS', '2024-03-04'), smallLaw, calendar);
  expect(found.unverified).toBe(true);
  expect(explain(found).at(-1)).toContain('未核实：GUESS');
  expect(dueOf(clock('D7', '2024-03-04'), smallLaw, calendar).unverified).toBe(false);
});

test('[C19] a new calendar recomputes the date and keeps what was done', () => {
  const before = createCalendar(officialNotices.filter((notice) => notice.year !== 2024));
  const state = clock('D7', '2024-01-28', pauseOn('2024-01-30'), resumeOn('2024-02-03'));
  const [old, now] = [dueOf(state, smallLaw, before), dueOf(state, smallLaw, calendar)];
  expect(old).toMatchObject({ due: '2024-02-08', provisional: true, calendar: before.version });
  expect(now).toMatchObject({ due: '2024-02-08', provisional: false, calendar: calendar.version });
  const spring = clock('D7', '2024-02-07');
  expect(dueOf(spring, smallLaw, before).due).toBe('2024-02-14');
  expect(dueOf(spring, smallLaw, calendar).due).toBe('2024-02-18');
  expect(now.lines.map((line) => line.date)).toEqual(old.lines.slice(0, -1).map((line) => line.date));
});

test('explain tells the whole computation', () => {
  const state = clock(
    'D90',
    '2024-06-01',
    pauseOn('2024-07-01'),
    resumeOn('2024-07-11'),
    extendOn('2024-08-01', 30, 'day'),
  );
  expect(explain(dueOf(state, smallLaw, calendar))).toEqual([
    '适用D90 《测试法》：D90。（依据：《测试法》）',
    '2024年6月1日为起算日，当日不计入，自2024年6月2日起计算。（依据：《测试法》）',
    '2024年7月1日至2024年7月10日中止（鉴定），10日（其中工作日8日）不计入。',
    '2024年8月1日经负责人批准延长30日：案情复杂。',
    '计满120日：2024年10月9日。',
  ]);
  expect(explain(dueOf(clock('D7', '2024-09-24'), smallLaw, calendar)).at(-1)).toBe(
    '2024年10月1日为国庆节，顺延至其后第一个工作日2024年10月8日。（依据：《测试法》）',
  );
});
