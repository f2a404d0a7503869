import type { ProgressDeclaration } from '../../../kernel/publication/progress-declaration.ts';

/** What the applicant sees under his receipt number; nothing of the request itself. */
export const progress: ProgressDeclaration = {
  subject: () => '政府信息公开申请',
  clock: 'answer',
  steps: {
    apply: '收到申请',
    'request-correction': '告知补正',
    supplement: '收到补正',
    accept: '开始办理',
    consult: '征求意见（时间不计入）',
    'receive-opinion': '征求意见结束',
    'opinion-lapsed': '征求意见结束',
    extend: '延长期限',
    'ask-reasons': '要求说明理由',
    charge: '收费通知（时间不计入）',
    pay: '已缴费',
    'answer-on-spot': '当场答复',
    decide: '作出答复',
    deliver: '送达',
    withdraw: '撤回申请',
    abandon: '视为放弃申请',
    'fee-unpaid': '不再处理',
  },
};
