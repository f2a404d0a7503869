import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { addDays, type LegalDate } from '../dates.ts';
import { dueOf } from './due.ts';
import { checkExtension } from './extension.ts';
import { standing, workdaysLeft } from './standing.ts';
import { calendar, clock, extendOn, pauseOn, resumeOn, smallLaw } from './support.testing.ts';

const dueDay = (state: ReturnType<typeof clock>): LegalDate => dueOf(state, smallLaw, calendar).due;

const rules = fc.constantFrom('W20', 'D90', 'D7', 'M1', 'Y1');
const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2015-01-05', n));

describe('[C20]', () => {
  test('a later start never gives an earlier due date, with and without a common pause', () => {
    fc.assert(
      fc.property(rules, days, fc.nat(40), fc.nat(60), fc.nat(30), (rule, on, later, wait, length) => {
        const next = addDays(on, later);
        const [from, to] = [addDays(next, wait), addDays(next, wait + length)];
        const both = [on, next].map((day) => dueDay(clock(rule, day, pauseOn(from), resumeOn(to))));
        expect(both[0]! <= both[1]!).toBe(true);
        expect(dueDay(clock(rule, on)) <= dueDay(clock(rule, next))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('no due date lies before its start, and an extension never shortens', () => {
    fc.assert(
      fc.property(rules, days, fc.integer({ min: 1, max: 60 }), (rule, on, more) => {
        const plain = dueDay(clock(rule, on));
        expect(plain > on).toBe(true);
        expect(dueDay(clock(rule, on, extendOn(on, more, 'day'))) >= plain).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('[C8] pause and resume conserve what is left', () => {
  /** Days left to count after the morning of `day`: workdays for workday limits, else calendar days. */
  const left = (rule: string, day: LegalDate, end: LegalDate): number => {
    if (rule === 'W20') {
      return calendar.workdaysBetween(addDays(day, -1), end);
    }
    return (Date.parse(end) - Date.parse(day)) / 86_400_000 + 1;
  };

  test('workdays: exactly', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 25 }), fc.nat(60), (on, wait, length) => {
        const [from, to] = [addDays(on, wait), addDays(on, wait + length)];
        const without = dueDay(clock('W20', on));
        fc.pre(from <= without);
        const withPause = dueDay(clock('W20', on, pauseOn(from), resumeOn(to)));
        expect(left('W20', to, withPause)).toBe(left('W20', from, without));
      }),
      { numRuns: 300 },
    );
  });

  test('days: exactly before rolling, never fewer after it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 89 }), fc.nat(60), (on, wait, length) => {
        const [from, to] = [addDays(on, wait), addDays(on, wait + length)];
        const full = addDays(on, 90);
        const withPause = dueDay(clock('D90', on, pauseOn(from), resumeOn(to)));
        expect(withPause).toBe(calendar.rollToWorkday(addDays(full, length)));
        expect(left('D90', to, withPause)).toBeGreaterThanOrEqual(left('D90', from, full));
      }),
      { numRuns: 300 },
    );
  });

  test('one pause is the same as two that follow on each other', () => {
    fc.assert(
      fc.property(rules, days, fc.nat(80), fc.nat(20), fc.nat(20), (rule, on, wait, a, b) => {
        const [from, mid, to] = [addDays(on, wait), addDays(on, wait + a), addDays(on, wait + a + b)];
        const once = dueDay(clock(rule, on, pauseOn(from), resumeOn(to)));
        const twice = dueDay(clock(rule, on, pauseOn(from), resumeOn(mid), pauseOn(mid), resumeOn(to)));
        expect(twice).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe('[C1] the time zone of the machine has no effect', () => {
  const zone = process.env.TZ;
  afterAll(() => {
    if (zone === undefined) {
      delete process.env.TZ;
    } else {
      process.env.TZ = zone;
    }
  });

  const sample = () =>
    ['W20', 'D90', 'M1', 'Y1'].flatMap((rule) =>
      ['2024-03-30', '2024-10-26', '2018-12-28', '2023-12-31'].map((on) =>
        dueOf(clock(rule, on, pauseOn(addDays(on, 5)), resumeOn(addDays(on, 9))), smallLaw, calendar),
      ),
    );

  test('in six zones the answers are the same', () => {
    process.env.TZ = 'Asia/Shanghai';
    const expected = sample();
    for (const tz of [
      'UTC',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Europe/London',
      'Australia/Lord_Howe',
    ]) {
      process.env.TZ = tz;
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(tz);
      expect(sample()).toEqual(expected);
    }
  });
});

describe('[C11] checkExtension', () => {
  const check = (state: ReturnType<typeof clock>, amount: number, unit: 'day' | 'workday', on: LegalDate) =>
    checkExtension(state, { amount, unit }, smallLaw, calendar, on);

  test('allows what the provision allows, up to the due day', () => {
    expect(check(clock('W20', '2024-03-01'), 10, 'workday', '2024-03-29')).toBeUndefined();
    expect(check(clock('W20', '2024-03-01'), 3, 'workday', '2024-03-04')).toBeUndefined();
  });

  test.each([
    [
      'longer',
      clock('W20', '2024-03-01'),
      11,
      'workday',
      '2024-03-04',
      '最多允许延长10个工作日，由机关负责人批准',
    ],
    ['another unit', clock('W20', '2024-03-01'), 10, 'day', '2024-03-04', '拟延长10日超出规定'],
    ['after the due day', clock('W20', '2024-03-01'), 10, 'workday', '2024-03-30', '已于2024年3月29日届满'],
    ['none allowed', clock('D7', '2024-03-01'), 1, 'day', '2024-03-04', '没有规定可以延长'],
    [
      'a second time',
      clock('W20', '2024-03-01', extendOn('2024-03-04', 5, 'workday')),
      5,
      'workday',
      '2024-03-05',
      '只允许延长一次',
    ],
    [
      'a stopped clock',
      clock('W20', '2024-03-01', { op: 'stop', on: '2024-03-04', outcome: '办结' }),
      5,
      'workday',
      '2024-03-05',
      '已于2024年3月4日终止',
    ],
  ] as const)('refuses %s', (_, state, amount, unit, on, message) => {
    expect(check(state, amount, unit, on)?.message).toContain(message);
  });

  test('a second extension fixed case by case', () => {
    const once = clock('D90', '2024-03-01', extendOn('2024-05-01', 30, 'day'));
    expect(check(once, 200, 'day', '2024-06-20')).toBeUndefined();
    const twice = clock(
      'D90',
      '2024-03-01',
      extendOn('2024-05-01', 30, 'day'),
      extendOn('2024-06-20', 200, 'day'),
    );
    expect(check(twice, 1, 'day', '2024-06-21')?.message).toContain('只允许延长2次');
  });
});

describe('[C21] standing', () => {
  test.each([
    ['2024-09-25', 4, 'on-time'],
    ['2024-09-26', 3, 'near'],
    ['2024-09-29', 1, 'near'],
    ['2024-09-30', 0, 'near'],
    ['2024-10-01', -1, 'late'],
    ['2024-10-08', -1, 'late'],
    ['2024-10-09', -2, 'late'],
  ])('due 2024-09-30, on %s: %i left, %s', (today, left, expected) => {
    expect(workdaysLeft('2024-09-30', today, calendar)).toBe(left);
    expect(standing('2024-09-30', today, calendar)).toBe(expected);
  });

  test('near can be declared', () => {
    expect(standing('2024-09-30', '2024-09-24', calendar, 5)).toBe('near');
    expect(standing('2024-09-30', '2024-09-29', calendar, 0)).toBe('on-time');
  });
});
