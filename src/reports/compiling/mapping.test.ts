import { describe, expect, it } from 'vitest';
import { catalogue } from './figures.testing.ts';
import { allSlots } from './index.ts';
import { suggestedSlots, suggestSlot } from './mapping.ts';
import { slotOf } from './slots.ts';

describe('the slot of a read figure', () => {
  it.each([
    ['立案查处行政处罚案件', '件', 'penalty.received'],
    ['罚没金额', '元', 'penalty.forfeits'],
    ['作出行政处罚决定', '件', 'penalty.decided'],
    ['收到行政复议申请', '件', null],
    ['行政处罚案件行政复议', '件', null],
    ['告知承诺办理', '件', 'licence.on-commitment'],
    ['即办件占比', '%', 'licence.instant-share'],
    ['行政权力事项', '项', 'powers.items'],
    ['取消行政权力事项', '项', null],
    ['持证执法人员', '人', 'certificate.held@enforcement'],
    ['培训执法人员', '人', null],
    ['主任会会前学法', '次', 'law-study.sessions@before-meeting'],
    ['党工委理论学习中心组学法', '次', 'law-study.sessions@group'],
    ['领导干部集中学法活动', '次', 'law-study.sessions'],
    ['领导干部法治专题培训班', '期', 'law-study.sessions@class'],
    ['举办法治专题讲座', '期', 'law-study.lectures'],
    ['开展法治进校园讲座', '场', null],
    ['召开法治建设领导小组会议', '次', 'leading-group-meeting.held@group'],
    ['召开安全生产领导小组会议', '次', null],
    ['听取法治政府建设工作汇报', '次', 'leading-group-meeting.reports-heard'],
    ['收到政府信息公开申请', '件', 'disclosure-request.received'],
    ['政府信息公开申请按期答复', '件', 'disclosure-request.done'],
    ['政府信息公开行政复议', '件', null],
  ])('%s in %s is %s', (subject, unit, slot) => {
    expect(suggestSlot({ subject, unit })).toBe(slot);
  });

  it('is one that a person can choose, too', () => {
    const choosable = new Set(allSlots(catalogue).map(({ id }) => id));
    expect(suggestedSlots.filter((id) => !choosable.has(id))).toEqual([]);
  });

  it('names an indicator that exists', () => {
    for (const { id, indicator } of suggestedSlots.map(slotOf))
      expect(() => catalogue.get(indicator), id).not.toThrow();
  });
});
