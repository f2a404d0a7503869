import { describe, expect, test } from 'vitest';
import { type CandidateIndicator, candidatesFor } from './candidates.ts';

const indicator = (
  id: string,
  name: string,
  unit: string,
  sourceName: string,
  kinds: Record<string, string> = {},
): CandidateIndicator => ({ id, name, unit, sourceName, kinds });

const indicators = [
  indicator('law-study.lectures', '法治专题讲座', '次', '学法活动'),
  indicator('law-study.sessions', '举办学法活动', '次', '学法活动', {
    court: '旁听庭审',
    group: '理论学习中心组学习',
  }),
  indicator('law-study.attendance', '学法活动参加人次', '人次', '学法活动'),
  indicator('penalty.decided', '作出行政处罚决定', '件', '行政处罚'),
  indicator('penalty.rate', '行政处罚公示率', '%', '行政处罚'),
];
const ids = (text: string, unit: string, query?: string) =>
  candidatesFor({ text, unit }, indicators, query).map(({ indicator: { id } }) => id);

describe('indicators proposed for a demand', () => {
  test('whose name the demand says stands first, with what both say and the unit as reasons', () => {
    const [first] = candidatesFor({ text: '全年举办法治讲座不少于2期', unit: '期' }, indicators);
    expect(first!.indicator.id).toBe('law-study.lectures');
    expect(first!.reasons).toEqual(['都说到“法治”“讲座”', '都按“期”计']);
  });

  test('a kind the demand names is proposed with the indicator', () => {
    const [first] = candidatesFor({ text: '组织旁听庭审1次的学法活动', unit: '次' }, indicators);
    expect([first!.indicator.id, first!.kind]).toEqual(['law-study.sessions', 'court']);
  });

  test('a share is not proposed for a number, nor a number for a share', () => {
    expect(ids('行政处罚公示率达到100%', '%')).toEqual(['penalty.rate']);
    expect(ids('行政处罚公示率达到3件', '件')).not.toContain('penalty.rate');
  });

  test('nothing rather than a guess', () => {
    expect(ids('建成示范点3个', '个')).toEqual([]);
  });

  test('a search finds by characters and by initials of pinyin anywhere, whatever the demand says', () => {
    expect(ids('建成示范点3个', '个', '处罚')).toEqual(['penalty.rate', 'penalty.decided']);
    expect(ids('建成示范点3个', '个', 'ztjz')).toEqual(['law-study.lectures']);
    expect(ids('建成示范点3个', '个', 'zxz')).toEqual(['law-study.sessions']);
    expect(ids('建成示范点3个', '个', '没有')).toEqual([]);
  });
});
