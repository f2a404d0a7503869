/**
 * The ends a request can come to: the lines of part 三 of the yearly disclosure report (国办公开办函〔2021〕30号),
 * so that its table is counted and never keyed in.
 */
export const answers = {
  open: '予以公开',
  partial: '部分公开',
  'refused-1': '不予公开：属于国家秘密',
  'refused-2': '不予公开：其他法律行政法规禁止公开',
  'refused-3': '不予公开：危及“三安全一稳定”',
  'refused-4': '不予公开：保护第三方合法权益',
  'refused-5': '不予公开：属于三类内部事务信息',
  'refused-6': '不予公开：属于四类过程性信息',
  'refused-7': '不予公开：属于行政执法案卷',
  'refused-8': '不予公开：属于行政查询事项',
  'unavailable-1': '无法提供：本机关不掌握相关政府信息',
  'unavailable-2': '无法提供：没有现成信息需要另行制作',
  'unavailable-3': '无法提供：补正后申请内容仍不明确',
  'unprocessed-1': '不予处理：信访举报投诉类申请',
  'unprocessed-2': '不予处理：重复申请',
  'unprocessed-3': '不予处理：要求提供公开出版物',
  'unprocessed-4': '不予处理：无正当理由大量反复申请',
  'unprocessed-5': '不予处理：要求行政机关确认或重新出具已获取信息',
  'other-1': '其他处理：申请人无正当理由逾期不补正',
  'other-2': '其他处理：申请人逾期未按收费通知要求缴纳费用',
  'other-3': '其他处理：其他',
} as const;
export type Answer = keyof typeof answers;

/** Two ends follow from silence of the applicant and have steps of their own: no reply may state them. */
const { 'other-1': _uncorrected, 'other-2': _unpaid, ...decidable } = answers;
export const replies = decidable;

/** Whether the applicant gets the information, whole or in part. */
export const discloses = (answer: Answer | undefined): boolean => answer === 'open' || answer === 'partial';

/** Whether it is kept from him, which since 2024 goes to review before it goes to court (行政复议法 art. 23). */
export const refuses = (answer: Answer | undefined): boolean =>
  answer === 'partial' || answer?.startsWith('refused-') === true;

/** Whether the third party was asked and said no. */
export const objected = (facts: { readonly consulted?: string; readonly opinion?: string }): boolean =>
  facts.consulted === 'third-party' && facts.opinion === 'disagree';

/** Columns of the same table. */
export const applicantClasses = {
  natural: '自然人',
  enterprise: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  'legal-service': '法律服务机构',
  other: '其他法人或者组织',
} as const;
