import { capitalAmount } from '../../kernel/wording/amount.ts';
import type { Instrument } from '../../kernel/wording/document.ts';
import { defineInstrument, fillInstrument } from '../../kernel/wording/instrument.ts';
import type { Remedies } from '../../kernel/wording/remedies.ts';

/** Instruments of a fictional district: what a system's declaration looks like, and how it comes out on paper. */

const organ = '青岚经济开发区市场监督管理分局';
const remedies: Remedies = {
  reviewBody: '岚山市人民政府',
  reviewDays: 60,
  court: '岚山市青岚区人民法院',
  litigationMonths: 6,
};

/** 行政处罚决定书: contents by 行政处罚法 (2021) art. 59. */
const penaltyDecisionTemplate = defineInstrument({
  id: 'example.penalty-decision',
  name: '行政处罚决定书',
  sealed: true,
  fields: {
    party: { label: '当事人' },
    creditCode: { label: '统一社会信用代码', optional: true },
    address: { label: '住所' },
    representative: { label: '法定代表人', optional: true },
    facts: { label: '违法事实' },
    evidence: { label: '证据' },
    violated: { label: '违反的条款' },
    statement: { label: '陈述申辩及复核情况' },
    benchmark: { label: '裁量理由', optional: true },
    basis: { label: '处罚依据' },
    penalty: { label: '处罚内容' },
    performance: { label: '履行方式和期限' },
  },
  parts: [
    {
      kind: 'details',
      entries: [
        ['当事人', '{party}'],
        ['统一社会信用代码', '{creditCode}'],
        ['住所', '{address}'],
        ['法定代表人', '{representative}'],
      ],
    },
    { kind: 'heading', level: 1, text: '违法事实和证据' },
    { kind: 'paragraph', text: '{facts}' },
    { kind: 'paragraph', text: '上述事实，有以下证据证明：' },
    { kind: 'list', field: 'evidence' },
    { kind: 'heading', level: 1, text: '陈述申辩及复核情况' },
    { kind: 'paragraph', text: '{statement}' },
    { kind: 'heading', level: 1, text: '处罚依据和内容' },
    { kind: 'paragraph', text: '你单位的行为违反了{violated}的规定。' },
    { kind: 'paragraph', when: 'benchmark', text: '{benchmark}' },
    { kind: 'paragraph', text: '依据{basis}的规定，本机关决定给予你单位以下行政处罚：{penalty}。' },
    { kind: 'paragraph', text: '{performance}' },
    { kind: 'remedies', act: '本处罚决定' },
    {
      kind: 'paragraph',
      text: '逾期不申请行政复议、不提起行政诉讼又不履行本处罚决定的，本机关将依法申请人民法院强制执行。',
    },
  ],
  copies: '本文书一式三份：一份送达当事人，一份公示，一份归档。',
});

export const penaltyDecision: Instrument = fillInstrument(
  penaltyDecisionTemplate,
  {
    party: '青岚示例食品有限公司',
    creditCode: '（示例）',
    address: '青岚经济开发区示例路1号',
    representative: '某某某',
    facts:
      '2024年8月12日，本机关执法人员持证对当事人的经营场所进行现场检查，发现当事人货架上陈列销售的预包装食品已超过标签标注的保质期。经查，当事人共销售上述食品12袋，货值金额360元，违法所得105.05元。',
    evidence: [
      '现场笔录一份，证明检查时的情况；',
      '询问笔录一份，证明销售数量和价款；',
      '进货票据复印件三份，证明货值金额。',
    ],
    statement:
      '本机关于2024年9月10日向当事人送达行政处罚告知书，当事人在法定期限内未提出陈述、申辩意见，也未要求听证。',
    violated: '《中华人民共和国食品安全法》第三十四条第十项',
    benchmark:
      '鉴于当事人主动下架并销毁剩余食品，减轻了违法行为危害后果，且货值金额较小，依据《中华人民共和国行政处罚法》第三十二条第一项的规定，对当事人减轻处罚。',
    basis: '《中华人民共和国食品安全法》第一百二十四条第一款第五项',
    penalty: `没收违法所得105.05元（${capitalAmount('105.05')}），并处罚款12000元（${capitalAmount(12000)}）`,
    performance:
      '当事人应当自收到本决定书之日起十五日内到指定的银行缴纳罚没款。到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额。',
  },
  { organ, number: '青市监罚决〔2024〕12号', date: '2024-09-27', remedies },
);

const opinion = (label: string, text: string) => [
  { label: true, text: label },
  { text, span: 3, lines: 4, sign: '签名：　　　　　　年　　月　　日' },
];

/** 立案审批表: an internal form, signed in its cells. */
const caseFilingTemplate = defineInstrument({
  id: 'example.case-filing',
  name: '立案审批表',
  sealed: false,
  fields: {
    cause: { label: '案由' },
    source: { label: '案件来源' },
    receivedOn: { label: '发现日期' },
    party: { label: '当事人' },
    contact: { label: '联系电话', optional: true },
    summary: { label: '案情摘要' },
    basis: { label: '立案依据' },
    proposal: { label: '承办人意见' },
  },
  parts: [
    {
      kind: 'form',
      widths: [1.2, 2, 1.2, 2],
      rows: [
        [
          { label: true, text: '案由' },
          { text: '{cause}', span: 3 },
        ],
        [
          { label: true, text: '案件来源' },
          { text: '{source}' },
          { label: true, text: '发现日期' },
          { text: '{receivedOn}' },
        ],
        [
          { label: true, text: '当事人' },
          { text: '{party}' },
          { label: true, text: '联系电话' },
          { text: '{contact}' },
        ],
        [
          { label: true, text: '案情摘要' },
          { text: '{summary}', span: 3, lines: 5 },
        ],
        [
          { label: true, text: '立案依据' },
          { text: '{basis}', span: 3 },
        ],
        opinion('承办人\n意见', '{proposal}'),
        opinion('承办机构\n负责人意见', ''),
        opinion('行政机关\n负责人意见', ''),
      ],
    },
  ],
});

export const caseFiling: Instrument = fillInstrument(
  caseFilingTemplate,
  {
    cause: '涉嫌销售超过保质期的食品',
    source: '日常监督检查',
    receivedOn: '2024年8月12日',
    party: '青岚示例食品有限公司',
    summary:
      '执法人员现场检查时发现货架上陈列销售的预包装食品已超过标签标注的保质期，涉嫌违反食品安全法的规定，需要进一步调查取证。',
    basis: '《中华人民共和国行政处罚法》第五十四条',
    proposal: '经初步核查，符合立案条件，建议立案调查。',
  },
  { organ, number: '青市监立〔2024〕15号' },
);

/** 一次性告知补正通知书: 行政许可法 art. 32(1)(4). */
const supplementNoticeTemplate = defineInstrument({
  id: 'example.supplement-notice',
  name: '一次性告知补正通知书',
  sealed: true,
  fields: {
    applicant: { label: '申请人' },
    appliedOn: { label: '申请日期' },
    item: { label: '申请事项' },
    materials: { label: '需要补正的材料' },
    until: { label: '补正期限' },
  },
  parts: [
    { kind: 'paragraph', flush: true, text: '{applicant}：' },
    {
      kind: 'paragraph',
      text: '你（单位）于{appliedOn}提出的{item}申请收悉。经审查，申请材料不齐全或者不符合法定形式。依据《中华人民共和国行政许可法》第三十二条第一款第四项的规定，现一次告知需要补正的全部内容：',
    },
    { kind: 'list', field: 'materials' },
    {
      kind: 'paragraph',
      text: '请于{until}前补正上述材料。补正后材料齐全、符合法定形式的，本机关予以受理。',
    },
    { kind: 'paragraph', text: '特此通知。' },
  ],
  copies: '本文书一式两份：一份送达申请人，一份归档。',
});

export const supplementNotice: Instrument = fillInstrument(
  supplementNoticeTemplate,
  {
    applicant: '青岚示例食品有限公司',
    appliedOn: '2024年6月3日',
    item: '食品经营许可',
    materials: [
      '经营场所平面布局图（标注各功能区面积）；',
      '食品安全管理制度文本；',
      '法定代表人身份证明复印件（加盖公章）。',
    ],
    until: '2024年6月17日',
  },
  { organ, number: '青市监补〔2024〕8号', date: '2024-06-04' },
);

/** 送达回证: the ways of service of 民事诉讼法 art. 87–95, through 行政处罚法 art. 61. */
const serviceReceiptTemplate = defineInstrument({
  id: 'example.service-receipt',
  name: '送达回证',
  sealed: false,
  fields: {
    document: { label: '送达文书名称和文号' },
    recipient: { label: '受送达人' },
    place: { label: '送达地点' },
    manner: { label: '送达方式' },
    remark: { label: '备注', optional: true },
  },
  parts: [
    {
      kind: 'form',
      widths: [1.2, 2, 1.2, 2],
      rows: [
        [
          { label: true, text: '送达文书\n名称、文号' },
          { text: '{document}', span: 3, lines: 3 },
        ],
        [
          { label: true, text: '受送达人' },
          { text: '{recipient}', span: 3 },
        ],
        [
          { label: true, text: '送达地点' },
          { text: '{place}' },
          { label: true, text: '送达方式' },
          { text: '{manner}' },
        ],
        [
          { label: true, text: '受送达人\n签名或盖章' },
          { text: '', span: 3, lines: 4, sign: '年　　月　　日　　时　　分' },
        ],
        [
          { label: true, text: '代收人签名\n及与受送达\n人的关系' },
          { text: '', span: 3, lines: 4, sign: '年　　月　　日　　时　　分' },
        ],
        [
          { label: true, text: '拒收事由' },
          { text: '', span: 3 },
        ],
        [
          { label: true, text: '见证人签名' },
          { text: '', span: 3, lines: 3, sign: '年　　月　　日' },
        ],
        [
          { label: true, text: '送达人签名' },
          { text: '', span: 3, lines: 3, sign: '年　　月　　日' },
        ],
        [
          { label: true, text: '备注' },
          { text: '{remark}', span: 3 },
        ],
        [{ text: '注：送达人不得少于两人；代收、拒收的，应当写明情况并由见证人签名。', span: 4 }],
      ],
    },
  ],
});

export const serviceReceipt: Instrument = fillInstrument(
  serviceReceiptTemplate,
  {
    document: '行政处罚决定书（青市监罚决〔2024〕12号）',
    recipient: '青岚示例食品有限公司',
    place: '青岚经济开发区示例路1号',
    manner: '直接送达',
  },
  { organ },
);
