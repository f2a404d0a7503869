import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { attendanceRows } from '../attendance.ts';
import { bodies } from '../leaders.ts';

export const studyKinds = {
  'before-meeting': '会前学法',
  group: '理论学习中心组学习',
  lecture: '法治专题讲座',
  class: '法治专题培训班',
  court: '旁听庭审',
  test: '法律知识测试',
} as const;

/** A planned session, as a row of the year's plan and as the opening of its matter. */
export const planned = {
  subject: f.text('学习主题'),
  kind: f.choice('形式', studyKinds),
  body: f.choice('组织层级', bodies),
  unit: f.unit('组织单位'),
  day: f.date('计划日期'),
};

export const arrange = z.object({
  ...planned,
  speaker: f.text('主讲人', { max: 80 }).optional(),
  /** Set where the session comes from the plan of the year. */
  inPlan: f.provided(f.flag('年度计划内')).optional(),
});

const held = {
  heldOn: f.date('举办日期'),
  laws: f.text('学习内容', { max: 300, help: '法律、法规、规章的名称' }),
  present: f.integer('参加人数', { min: 1, max: 100_000, unit: '人' }),
  expected: f.integer('应到人数', { min: 1, max: 100_000, unit: '人' }).optional(),
  attendance: attendanceRows('领导干部出席情况', { min: 0, asked: true }).optional(),
  principal: f.flag('主要负责人参加'),
  passed: f.integer('测试合格人数', { min: 0, max: 100_000, unit: '人', help: '只有测试填写' }).optional(),
  materials: f.files('通知、签到、课件等材料').optional(),
};

export const hold = z.object(held);
export const record = z.object({
  subject: planned.subject,
  kind: planned.kind,
  body: planned.body,
  unit: planned.unit,
  ...held,
});
export const postpone = z.object({
  day: f.date('新的日期'),
  postponeReason: f.longText('改期原因', { max: 500 }),
});
export const cancel = z.object({ cancelReason: f.longText('取消原因', { max: 500 }) });

export type StudyFacts = Facts & Partial<z.infer<typeof arrange> & z.infer<typeof hold>>;
