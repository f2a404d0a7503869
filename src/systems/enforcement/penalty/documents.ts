import { limitText } from '../../../kernel/clock/index.ts';
import { chineseDate } from '../../../kernel/dates.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import { decision, noPenalty, onSpotDecision } from './decision-documents.ts';
import { type PenaltyFacts, serviceMethods } from './fields.ts';
import {
  form,
  type Instrument,
  instrument,
  officerLine,
  paragraph,
  partyName,
  partyRows,
  rights,
  takenOn,
  type View,
  yuan,
} from './instrument-parts.ts';
import { kindNames } from './kinds.ts';
import { defenceLimit } from './law.ts';
import { owed } from './steps/words.ts';

const proposal = (facts: PenaltyFacts) =>
  `拟作出的行政处罚：${[
    // A fine is named with its amount.
    kindNames((facts.proposedKinds ?? []).filter((kind) => kind !== 'fine' || !facts.proposedFine)),
    facts.proposedFine ? `罚款${yuan(facts.proposedFine)}` : '',
    facts.proposedConfiscation ? `没收${yuan(facts.proposedConfiscation)}` : '',
  ]
    .filter(Boolean)
    .join('，')}。`;

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

const defenceRight = (view: View) =>
  `你（单位）可以自收到本告知书之日起${limitText(defenceLimit(view.facts, view.facts.defenceDays ?? 0, takenOn(view, 'notify')))}内陈述和申辩；本机关不会因陈述、申辩加重处罚。`;

/** 行政处罚法 art. 56: what is kept, on whose approval and until when; nobody may dispose of it meanwhile. */
const preservationNotice: Instrument = {
  name: '先行登记保存证据通知书',
  render: (view) =>
    instrument(view, { title: '先行登记保存证据通知书', on: takenOn(view, 'preserve') }, [
      paragraph(
        `因你（单位）涉嫌${view.facts.violation}，为防止证据灭失或者以后难以取得，经本机关负责人批准，决定对下列证据先行登记保存：${view.facts.preservedItems ?? ''}`,
      ),
      paragraph(
        `本机关将于${view.dueText('preservation')}前作出处理决定。在此期间，你（单位）和有关人员不得销毁或者转移证据。`,
      ),
      paragraph(`执法人员：${officerLine(view)}`),
    ]),
};

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
          `你（单位）有要求听证的权利，应当于${view.dueText('hearing-request')}前提出；组织听证的费用由本机关承担。`,
        ),
      ],
    ),
};

/** 行政处罚法 art. 64: time and place, and what the party may do there. */
const hearingSummons: Instrument = {
  name: '行政处罚听证通知书',
  render: (view) => {
    const { facts } = view;
    return instrument(view, { title: '行政处罚听证通知书', on: takenOn(view, 'notify-hearing') }, [
      paragraph(`你（单位）就${facts.violation}案要求听证，现通知如下：`),
      form([
        ['听证时间', `${chineseDate(facts.hearingOn)}${facts.hearingAt ?? ''}`],
        ['听证地点', facts.hearingPlace],
        ['听证主持人', (facts.hearingHost ?? []).map(view.personName).join('、')],
        ['听证方式', facts.hearingPublic === false ? '不公开举行' : '公开举行'],
      ]),
      rights(
        '你（单位）可以亲自参加听证，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避。' +
          '无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利。',
      ),
    ]);
  },
};

/** 行政强制法 arts. 35, 54: term, way and amount of what is owed, and the right to be heard. */
const demandLetter: Instrument = {
  name: '催告书',
  render: (view) => {
    const { facts } = view;
    return instrument(view, { title: '催告书', on: takenOn(view, 'demand') }, [
      paragraph(
        `本机关于${chineseDate(facts.decidedOn)}作出处罚决定（${facts.decisionNumber}），你（单位）逾期没有缴纳罚款。` +
          `现催告你（单位）自收到本催告书之日起十个工作日内到${facts.bank ?? '指定的银行或者通过电子支付系统'}缴纳罚款${yuan(owed(facts))}` +
          '和依法加处的罚款（每日按罚款数额的百分之三，不超过罚款本数）。',
      ),
      paragraph('逾期仍不履行的，本机关将依法申请人民法院强制执行。'),
      rights('你（单位）收到本催告书后有权进行陈述和申辩。'),
    ]);
  },
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
  'preservation-notice': preservationNotice,
  'prior-notice': priorNotice,
  'hearing-notice': hearingNotice,
  'hearing-summons': hearingSummons,
  'demand-letter': demandLetter,
  decision,
  'on-spot-decision': onSpotDecision,
  'no-penalty-decision': noPenalty,
  'service-receipt': serviceReceipt,
  'closing-approval': closingApproval,
};
