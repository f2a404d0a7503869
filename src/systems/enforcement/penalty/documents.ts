import { chineseDate } from '../../../kernel/dates.ts';
import type {
  DocumentBlock,
  DocumentContent,
  DocumentDeclaration,
  DocumentView,
} from '../../../kernel/procedure/declaration.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import { capitalAmount } from '../../../kernel/wording/amount.ts';
import { type Remedies, remediesParagraph } from '../../../kernel/wording/remedies.ts';
import { remedyPeriods } from '../../../law/remedies.ts';
import { counterpartKinds, counterpartName } from '../../counterpart.ts';
import { exemptionGrounds, type PenaltyFacts, serviceMethods } from './fields.ts';
import { kindNames } from './kinds.ts';
import { suitNeedsReview, underRevisedLaw } from './law.ts';

type View = DocumentView<PenaltyFacts>;
type Instrument = DocumentDeclaration<PenaltyFacts>;

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const rights = (text: string): DocumentBlock => ({ kind: 'rights', text });
const form = (rows: readonly (readonly [string, string | undefined])[]): DocumentBlock => ({
  kind: 'form',
  rows: rows.map(([label, value]) => [label, value ?? ''] as const),
});

/** Full name of the party: an instrument is addressed to it and wears no mask. */
const partyName = (facts: PenaltyFacts) => counterpartName(facts.partyKind, facts) ?? '';

const partyRows = (facts: PenaltyFacts): (readonly [string, string | undefined])[] => [
  ['当事人', partyName(facts)],
  ['类别', facts.partyKind && counterpartKinds[facts.partyKind]],
  facts.partyKind === 'natural' ? ['公民身份号码', facts.residentId] : ['统一社会信用代码', facts.creditCode],
  ...(facts.partyKind === 'natural' ? [] : [['法定代表人（负责人）', facts.legalRepresentative] as const]),
  ['住所（住址）', facts.address],
];

/** `罚款人民币伍仟元整（5000元）`. */
const yuan = (amount: number) => `${capitalAmount(amount.toFixed(2).replace(/\.00$/, ''))}（${amount}元）`;
const takenOn = (view: View, step: string) =>
  lastTaken(view.matter, step)?.on ?? view.facts.decidedOn ?? view.matter.startedOn;
const officerLine = (view: View) =>
  (view.facts.officers ?? [])
    .map((person) => `${view.personName(person)}（执法证号${view.certificateNumber(person)}）`)
    .join('、');

function remedies(view: View): Remedies {
  const on = view.facts.decidedOn ?? view.matter.startedOn;
  return {
    ...remedyPeriods(on),
    reviewBody: view.facts.reviewBody ?? '',
    court: view.facts.court ?? '',
    reviewFirst: suitNeedsReview(view.facts, on),
  };
}

function instrument(
  view: View,
  head: {
    readonly title: string;
    readonly number?: string | undefined;
    readonly on: string;
    readonly internal?: boolean;
  },
  blocks: readonly DocumentBlock[],
): DocumentContent {
  return {
    title: head.title,
    ...(head.number === undefined ? {} : { number: head.number }),
    ...(head.internal ? {} : { addressee: partyName(view.facts) }),
    blocks,
    issuer: view.unitName,
    date: head.on,
  };
}

const proposal = (facts: PenaltyFacts) =>
  `拟作出的行政处罚：${[
    // A fine is named with its amount.
    kindNames((facts.proposedKinds ?? []).filter((kind) => kind !== 'fine' || !facts.proposedFine)),
    facts.proposedFine ? `罚款${yuan(facts.proposedFine)}` : '',
    facts.proposedConfiscation ? `没收${yuan(facts.proposedConfiscation)}` : '',
  ]
    .filter(Boolean)
    .join('，')}。`;

const paying = (view: View) =>
  view.facts.fine
    ? [
        paragraph(
          `请自收到本决定书之日起十五日内到${view.facts.bank ?? '指定的银行或者通过电子支付系统'}缴纳罚款${yuan(view.facts.fine)}。` +
            '逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款不超过罚款本数。',
        ),
      ]
    : [];

const filingApproval: Instrument = {
  name: '立案审批表',
  render: (view) =>
    instrument(view, { title: '立案审批表', on: takenOn(view, 'file'), internal: true }, [
      form([
        ['案由', view.facts.violation],
        ...partyRows(view.facts),
        ['违法行为终了日期', chineseDate(view.facts.actEndedOn)],
        ['发现日期', chineseDate(view.facts.discoveredOn)],
        ['立案理由', view.facts.proposal],
        ['承办人员', officerLine(view)],
        ['负责人意见', view.facts.filingOpinion],
      ]),
    ]),
};

/** Days under ten are workdays since 15 July 2021 (行政处罚法 art. 85). */
const defenceRight = (view: View) =>
  `你（单位）可以自收到本告知书之日起${view.facts.defenceDays}${underRevisedLaw(takenOn(view, 'notify')) ? '个工作' : ''}日内陈述和申辩；我机关不会因陈述、申辩加重处罚。`;

/** One notice is served: with the right to a hearing, or without. */
const priorNotice: Instrument = {
  name: '行政处罚事先告知书',
  applies: (facts) => facts.hearingOffered !== true,
  render: (view) =>
    instrument(
      view,
      { title: '行政处罚事先告知书', number: view.facts.noticeNumber, on: takenOn(view, 'notify') },
      [
        paragraph(`经查明：${view.facts.findings}`),
        paragraph(`上述行为违反有关规定，处罚依据：${view.facts.legalBasis}。`),
        paragraph(proposal(view.facts)),
        rights(defenceRight(view)),
      ],
    ),
};

const hearingNotice: Instrument = {
  name: '行政处罚听证告知书',
  applies: (facts) => facts.hearingOffered === true,
  render: (view) =>
    instrument(
      view,
      { title: '行政处罚听证告知书', number: view.facts.noticeNumber, on: takenOn(view, 'notify') },
      [
        paragraph(`经查明：${view.facts.findings}`),
        paragraph(`处罚依据：${view.facts.legalBasis}。`),
        paragraph(proposal(view.facts)),
        rights(defenceRight(view)),
        rights(
          `你（单位）有要求听证的权利，应当于${view.dueText('hearing-request')}前提出；组织听证的费用由我机关承担。`,
        ),
      ],
    ),
};

const decision: Instrument = {
  name: '行政处罚决定书',
  render: (view) =>
    instrument(
      view,
      { title: '行政处罚决定书', number: view.facts.decisionNumber, on: takenOn(view, 'decide') },
      [
        form(partyRows(view.facts)),
        paragraph(`经查明：${view.facts.findings}`),
        paragraph(
          view.facts.defenceHeard
            ? `你（单位）提出的陈述申辩意见已经复核，复核理由已记入案卷。`
            : '你（单位）在规定期限内没有提出陈述申辩意见。',
        ),
        paragraph(`依据${view.facts.legalBasis}，我机关决定：${view.facts.content}`),
        ...paying(view),
        rights(remediesParagraph('本处罚决定', remedies(view))),
      ],
    ),
};

const onSpotDecision: Instrument = {
  name: '当场行政处罚决定书',
  render: (view) =>
    instrument(
      view,
      { title: '当场行政处罚决定书', number: view.facts.decisionNumber, on: view.facts.decidedOn! },
      [
        form(partyRows(view.facts)),
        paragraph(`违法事实：${view.facts.findings}`),
        paragraph(`依据${view.facts.legalBasis}，当场决定：${view.facts.content}。`),
        ...(view.facts.collectedOnSpot ? [paragraph('罚款已当场收缴，出具专用票据。')] : paying(view)),
        paragraph(`执法人员：${officerLine(view)}`),
        rights(remediesParagraph('本处罚决定', remedies(view))),
      ],
    ),
};

const noPenalty: Instrument = {
  name: '不予行政处罚决定书',
  render: (view) =>
    instrument(
      view,
      {
        title: '不予行政处罚决定书',
        number: view.facts.exemptionNumber,
        on: takenOn(view, 'decide-no-penalty'),
      },
      [
        form(partyRows(view.facts)),
        paragraph(`经查明：${view.facts.findings}`),
        paragraph(
          `因${exemptionGrounds[view.facts.exemptionGround!]}，依法决定不予行政处罚。${view.facts.exemptionReasons ?? ''}`,
        ),
        rights(remediesParagraph('本决定', remedies(view))),
      ],
    ),
};

const serviceReceipt: Instrument = {
  name: '送达回证',
  render: (view) =>
    instrument(view, { title: '送达回证', on: view.facts.receivedOn!, internal: true }, [
      form([
        ['送达文书', `行政处罚决定书${view.facts.decisionNumber ?? view.facts.exemptionNumber ?? ''}`],
        ['受送达人', partyName(view.facts)],
        ['送达方式', methodName(view.facts.serviceMethod)],
        ['收件人', view.facts.recipient],
        ['送达日期', chineseDate(view.facts.receivedOn)],
        ['送达人', officerLine(view)],
      ]),
    ]),
};

function methodName(method: string | undefined): string {
  if (method === 'announcement') return '公告送达';
  return serviceMethods[method as keyof typeof serviceMethods] ?? '';
}

const closingApproval: Instrument = {
  name: '结案审批表',
  render: (view) =>
    instrument(view, { title: '结案审批表', on: takenOn(view, 'close'), internal: true }, [
      form([
        ['案由', view.facts.violation],
        ...partyRows(view.facts),
        ['立案日期', chineseDate(lastTaken(view.matter, 'file')?.on)],
        ['决定书文号', view.facts.decisionNumber ?? view.facts.exemptionNumber],
        ['处理结果', view.facts.content ?? '不予行政处罚'],
        ['罚款缴纳', `应缴${view.facts.fine ?? 0}元，已缴${view.facts.paid ?? 0}元`],
        ['结案报告', view.facts.closingReport],
      ]),
    ]),
};

export const documents = {
  'filing-approval': filingApproval,
  'prior-notice': priorNotice,
  'hearing-notice': hearingNotice,
  decision,
  'on-spot-decision': onSpotDecision,
  'no-penalty-decision': noPenalty,
  'service-receipt': serviceReceipt,
  'closing-approval': closingApproval,
};
