import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { attendanceRows } from '../attendance.ts';

export const meetingKinds = {
  group: '领导小组会议',
  office: '领导小组办公室会议',
  party: '党委（党工委）会议',
  government: '政府常务会议（主任办公会）',
} as const;

export const agendaKinds = {
  report: '听取法治建设情况汇报',
  plan: '部署年度重点工作',
  problem: '研究重大问题',
  study: '会前学法',
  statement: '述法',
  other: '其他议题',
} as const;

const agendaRow = {
  topic: f.text('议题'),
  kind: f.choice('类别', agendaKinds),
  unit: f.unit('汇报单位').optional(),
};
const decisionRow = {
  text: f.text('议定事项', { max: 500 }),
  unit: f.unit('承办单位'),
  day: f.date('完成日期'),
};

export const call = z.object({
  name: f.text('会议名称'),
  kind: f.choice('会议类别', meetingKinds),
  plannedOn: f.date('召开日期'),
  place: f.text('地点', { max: 100 }).optional(),
  host: f.text('主持人', { max: 50 }),
  agenda: f.rows('议题', agendaRow, { min: 1, max: 50 }),
});

export const postpone = z.object({
  plannedOn: f.date('召开日期'),
  postponeReason: f.longText('改期原因', { max: 500 }),
});

export const hold = z.object({
  heldOn: f.date('实际召开日期'),
  agenda: f.rows('实际研究的议题', agendaRow, { max: 50, help: '与通知一致的不必填写' }).optional(),
  attendance: attendanceRows('出席情况', { min: 1 }),
});

export const minutes = z.object({
  minutesNumber: f.text('纪要文号', { max: 60 }).optional(),
  minutesFiles: f.files('会议纪要', { min: 1 }),
  decisions: f.rows('议定事项', decisionRow, { max: 50, help: '每一项由承办单位按期落实' }).optional(),
});

export const cancel = z.object({ cancelReason: f.longText('取消原因', { max: 500 }) });
export const close = z.object({});

export type MeetingFacts = Facts &
  Partial<z.infer<typeof call> & z.infer<typeof hold> & z.infer<typeof minutes> & z.infer<typeof postpone>>;
