import { describe, expect, test } from 'vitest';
import { type InspectedUnit, lateOf, stateOf, tallyFindings } from './campaign.ts';

const unit = (over: Partial<InspectedUnit>): InspectedUnit => ({
  state: 'notified',
  selfCheckBy: '2025-07-10',
  selfCheckedOn: null,
  rectifyBy: null,
  ...over,
});

describe('what is late in a campaign', () => {
  test.each([
    ['the day itself is not late', unit({}), '2025-07-10', null],
    ['no self-check by its day', unit({}), '2025-07-11', '自查报告逾期'],
    [
      'not put right by its day',
      unit({ state: 'rectifying', rectifyBy: '2025-08-15' }),
      '2025-08-16',
      '整改逾期',
    ],
    [
      'waiting for the re-check is not the unit’s delay',
      unit({ state: 'rechecking', rectifyBy: '2025-08-15' }),
      '2025-09-01',
      null,
    ],
    ['an ended one is never late', unit({ state: 'clean' }), '2026-01-01', null],
  ] as const)('%s', (_, given, today, late) => {
    expect(lateOf(given, today)).toBe(late);
  });
});

test('an ended inspection stands as it ended', () => {
  expect(stateOf('closed', '未发现问题')).toBe('clean');
  expect(stateOf('closed', '整改到位')).toBe('rectified');
  expect(stateOf('rectifying', undefined)).toBe('rectifying');
});

test('findings are tallied by key with what is open and in how many units, those without a key last', () => {
  const finding = (key: string, of: string, putRight: boolean) => ({ key, unit: of, putRight });
  const rows = [
    finding('', 'U1', false),
    finding('', 'U1', false),
    finding('', 'U2', false),
    finding('7', 'U1', true),
    finding('11', 'U1', true),
    finding('11', 'U2', false),
  ];
  expect(tallyFindings(rows, ({ key }) => key)).toEqual([
    { key: '11', total: 2, open: 1, units: 2 },
    { key: '7', total: 1, open: 0, units: 1 },
    { key: '', total: 3, open: 3, units: 2 },
  ]);
});
