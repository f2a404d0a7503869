import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { alertLevels } from '../../../kernel/supervision/declaration.ts';

export const raise = z.object({
  level: f.choice('预警等级', alertLevels),
  rule: f.text('监察规则', { max: 120, internal: true }),
  ruleName: f.text('规则名称', { max: 120 }),
  message: f.longText('预警内容', { max: 1000 }),
  subject: f.text('被监察办件', { max: 64, internal: true }),
  subjectNumber: f.text('办件编号', { max: 64, opens: 'subject' }),
  subjectTitle: f.text('办件名称', { max: 300 }),
  subjectProcedure: f.text('办件类别', { max: 64, internal: true }),
  /** One alert for one cause: the same late clock does not alarm every morning. */
  cause: f.text('预警事由', { max: 300, internal: true }),
});

export const answer = z.object({
  explanation: f.longText('原因说明', { max: 2000, help: '说明发生的原因和已经采取的措施。' }),
  corrected: f.flag('是否已改正'),
  evidence: f.files('佐证材料').optional(),
});

export const close = z.object({ opinion: f.longText('处理意见', { max: 2000 }) });

export const sendBack = z.object({ opinion: f.longText('退回理由', { max: 2000 }) });

export const revoke = z.object({
  opinion: f.longText('撤销理由', { max: 2000, help: '预警不当的，撤销后不计入统计。' }),
});
