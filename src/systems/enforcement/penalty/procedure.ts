import { dayNumber, type LegalDate } from '../../../kernel/dates.ts';
import { defineProcedure } from '../../../kernel/procedure/declaration.ts';
import { asLongAsFiles } from '../../retention.ts';
import { documents } from './documents.ts';
import type { PenaltyFacts } from './fields.ts';
import { indicators } from './indicators.ts';
import { defenceLimit, periods, underMarketRules } from './law.ts';
import { decisionPublication } from './publications.ts';
import { rules } from './rules.ts';
import { aftermath } from './steps/aftermath.ts';
import { decision } from './steps/decision.ts';
import { execution } from './steps/execution.ts';
import { filing } from './steps/filing.ts';
import { hearing } from './steps/hearing.ts';
import { investigation } from './steps/investigation.ts';
import { notice } from './steps/notice.ts';
import { onSpot } from './steps/on-spot.ts';
import { service } from './steps/service.ts';
import { transfer } from './steps/transfer.ts';

/** Row E6: administrative penalties, by the law of the day of each step. */
export const penalty = defineProcedure<PenaltyFacts>({
  id: 'penalty',
  version: 1,
  row: 'E6',
  name: '行政处罚',
  chapter: 'enforcement',
  about:
    '从案源到结案办理行政处罚案件：两名持证人员调查，先告知后决定，重大案件先审核，决定按期公示，罚缴分离。',
  basis: [
    { law: '行政处罚法', provision: 'CF1-26' },
    { law: '行政处罚法', provision: 'CF0-05' },
    { law: '国办发〔2018〕118号', provision: 'S3-04' },
  ],
  prefix: 'CF',
  stages: {
    clue: { name: '线索核查' },
    filing: { name: '立案审批' },
    investigation: { name: '调查取证' },
    conclusion: { name: '调查终结' },
    notice: { name: '事先告知' },
    hearing: { name: '听证' },
    deliberation: { name: '审议决定' },
    service: { name: '送达' },
    execution: { name: '执行' },
    court: { name: '法院强制执行' },
    justice: { name: '移送司法机关' },
    closed: { name: '结案', final: true },
    'not-filed': { name: '不予立案', final: true },
    transferred: { name: '已移送', final: true },
    terminated: { name: '终止调查', final: true },
  },
  steps: {
    ...filing,
    ...onSpot,
    ...investigation,
    ...notice,
    ...hearing,
    ...decision,
    ...service,
    ...execution,
    ...transfer,
    ...aftermath,
  },
  clocks: {
    filing: { name: '立案核查期限', rule: ({ on }) => periods.filing(on) },
    decision: {
      name: '办案期限',
      rule: ({ facts, on }) => periods.decision(facts, on),
      main: true,
      near: 10,
    },
    preservation: { name: '先行登记保存处理期限', rule: ({ on }) => periods.preservation(on) },
    defence: {
      name: '陈述申辩期限',
      rule: ({ facts, on }) => periods.defence(facts, on),
      // The general law sets no days; the notice does. The market regulator's rules set five workdays (three before 15 July 2021).
      limit: ({ facts, input, on }) =>
        underMarketRules(facts, on) ? undefined : defenceLimit(facts, input.defenceDays as number, on),
      bindsApplicant: true,
    },
    'hearing-request': {
      name: '要求听证期限',
      rule: ({ facts, on }) => periods.hearingRequest(facts, on),
      bindsApplicant: true,
    },
    'hearing-notice': {
      name: '听证通知期限',
      rule: ({ on }) => periods.hearingNotice(on),
      bindsApplicant: true,
    },
    service: { name: '送达期限', rule: ({ facts, on }) => periods.service(facts, on) },
    announcement: { name: '公告期', rule: ({ on }) => periods.announcement(on), bindsApplicant: true },
    payment: { name: '缴款期限', rule: ({ on }) => periods.payment(on), bindsApplicant: true },
    deferral: {
      name: '延期、分期缴纳期限',
      rule: 'CF1-35',
      // The law leaves the day to the head who approves.
      limit: ({ input, on }) => ({
        amount: dayNumber(input.deferredTo as LegalDate) - dayNumber(on),
        unit: 'day',
      }),
      bindsApplicant: true,
    },
    'hand-in': { name: '当场收缴罚款交回期限', rule: ({ on }) => periods.handIn(on), near: 1 },
    reporting: { name: '当场处罚备案期限', rule: ({ on }) => periods.reporting(on) },
    demand: { name: '催告期', rule: 'QZ-17', bindsApplicant: true },
    'court-application': { name: '申请强制执行期限', rule: 'QZ-16', near: 20 },
    closing: { name: '结案期限', rule: ({ on }) => periods.closing(on) },
    'withdrawal:decision': { name: '撤下公示期限', rule: 'CF1-20', near: 1 },
  },
  publications: { decision: decisionPublication },
  rules,
  documents,
  indicators,
  title: (facts) =>
    facts.partyKind === 'natural'
      ? `自然人涉嫌${facts.violation}案`
      : `${facts.organisation}涉嫌${facts.violation}案`,
  search: ['organisation', 'creditCode', 'violation', 'decisionNumber', 'personName'],
  columns: ['partyKind', 'violation', 'decisionNumber', 'kinds', 'fine', 'decidedOn'],
  reports: ['decisionNumber', 'decidedOn', 'kinds', 'fine'],
  retention: asLongAsFiles,
});
