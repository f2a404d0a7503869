import { f } from '../../../kernel/procedure/fields.ts';
import {
  type CounterpartFacts,
  type CounterpartKind,
  counterpart,
  counterpartKinds,
} from '../../counterpart.ts';
import { type PenaltyKind, penaltyKinds } from './kinds.ts';
import { proceduralRules } from './law.ts';

export const sources = {
  inspection: '行政检查',
  complaint: '投诉举报',
  transfer: '其他机关移送',
  assignment: '上级交办',
  monitoring: '监测抽检',
  prosecutor: '检察意见',
} as const;

/** The party after the fields of the disclosure standard for penalties (双公示 2018). */
export const party = {
  partyKind: f.choice('行政相对人类别', counterpartKinds, { group: '当事人' }),
  ...counterpart('当事人'),
  address: f.text('住址（住所）', { personal: 'address', group: '当事人' }).optional(),
  minor: f.flag('当事人不满十八周岁', { group: '当事人' }).optional(),
};

export const conduct = {
  violation: f.text('案由', {
    max: 60,
    help: '只写违法行为，如“未按规定明码标价”，不写当事人姓名',
    group: '违法行为',
  }),
  actEndedOn: f.date('违法行为发生（终了）日期', { group: '违法行为' }),
  discoveredOn: f.date('发现日期', { group: '违法行为' }),
};

export const rulesChoice = f.choice('适用的程序规定', proceduralRules, { group: '程序' });

export const power = f.listItem('行政处罚事项', 'powers', {
  offers: { kind: 'penalty', ownUnit: true },
  help: '从本单位现行的权责清单中选择',
});

export const officers = f.people('承办执法人员', { help: '不少于两人，均应持有有效的行政执法证件' });

export const kinds = f.choices('处罚种类', penaltyKinds);

/** Choices that close the facts of the case: why no penalty is imposed. */
export const exemptionGrounds = {
  'minor-violation': '违法行为轻微并及时改正，没有造成危害后果',
  'first-offence': '初次违法且危害后果轻微并及时改正',
  'no-fault': '当事人有证据足以证明没有主观过错',
  limitation: '超过行政处罚追责时效',
  'under-fourteen': '不满十四周岁的未成年人',
  'mental-illness': '不能辨认或者不能控制自己行为时有违法行为',
  'not-established': '违法事实不能成立',
} as const;
export type ExemptionGround = keyof typeof exemptionGrounds;

export const defenceResults = { accepted: '采纳', partly: '部分采纳', rejected: '不予采纳' } as const;

export const serviceMethods = {
  'in-person': '直接送达',
  'left-at-residence': '留置送达',
  mail: '邮寄送达',
  entrusted: '委托送达',
  electronic: '电子送达',
} as const;

/** What has been established in a penalty case; each field is set by the step that names it. */
export type PenaltyFacts = CounterpartFacts & {
  readonly procedureRules?: keyof typeof proceduralRules;
  readonly source?: keyof typeof sources;
  readonly partyKind?: CounterpartKind;
  readonly address?: string;
  readonly minor?: boolean;
  readonly violation?: string;
  readonly actEndedOn?: string;
  readonly discoveredOn?: string;
  readonly gravelyHarmful?: boolean;
  readonly specialLimitationYears?: number;
  readonly power?: string;
  readonly officers?: string[];
  readonly findings?: string;
  readonly evidenceText?: string;
  readonly preservedItems?: string;
  readonly legalBasis?: string;
  readonly proposedKinds?: PenaltyKind[];
  readonly proposedFine?: number;
  readonly proposedConfiscation?: number;
  readonly firstProposedFine?: number;
  readonly benchmark?: string;
  readonly tier?: string;
  readonly outsideReason?: string;
  readonly publicInterest?: boolean;
  readonly majorRights?: boolean;
  readonly complex?: boolean;
  readonly corrected?: boolean;
  readonly noticeNumber?: string;
  readonly noticeServedOn?: string;
  readonly hearingOffered?: boolean;
  readonly noticeWaived?: boolean;
  readonly defenceHeard?: boolean;
  readonly defenceReviewed?: boolean;
  readonly defence?: string;
  readonly defenceResult?: keyof typeof defenceResults;
  readonly defenceReasons?: string;
  readonly hearingRequested?: boolean;
  readonly hearingOn?: string;
  readonly hearingAt?: string;
  readonly hearingPlace?: string;
  readonly hearingHost?: string[];
  readonly hearingPublic?: boolean;
  readonly hearingHeldOn?: string;
  readonly onSpot?: boolean;
  readonly onSpotAt?: string;
  readonly onSpotPlace?: string;
  readonly decisionNumber?: string;
  readonly decidedOn?: string;
  readonly major?: boolean;
  readonly reviewed?: boolean;
  readonly kinds?: PenaltyKind[];
  readonly fine?: number;
  readonly confiscation?: number;
  readonly content?: string;
  readonly exemptionGround?: ExemptionGround;
  readonly exemptedAmount?: number;
  readonly exemptionReasons?: string;
  readonly reviewBody?: string;
  readonly court?: string;
  readonly bank?: string;
  readonly carryOut?: string;
  readonly receivedOn?: string;
  readonly serviceMethod?: string;
  readonly paid?: number;
  readonly deferredTo?: string;
  readonly surchargePaid?: number;
  readonly collectedOnSpot?: boolean;
  readonly handedIn?: boolean;
  readonly reported?: boolean;
  readonly performed?: boolean;
  readonly enforcementEnded?: boolean;
  readonly remedyPending?: boolean;
  readonly remedyResult?: string;
  readonly outsideBenchmark?: boolean;
  readonly recipient?: string;
  readonly validUntil?: string;
  readonly filingOpinion?: string;
  readonly proposal?: string;
  readonly exemptionNumber?: string;
  readonly defenceDays?: number;
  readonly closingReport?: string;
};
