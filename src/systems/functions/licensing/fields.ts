import { f } from '../../../kernel/procedure/fields.ts';
import {
  type CounterpartFacts,
  type CounterpartKind,
  counterpart,
  counterpartKinds,
} from '../../counterpart.ts';
import { type GivenMaterial, givenStates } from './materials.ts';

/** The applicant after the fields of the disclosure standard for licences (双公示 2018). */
export const applicant = {
  applicantKind: f.choice('行政相对人类型', counterpartKinds, { group: '申请人' }),
  ...counterpart('申请人'),
};

export const materials = f.rows(
  '材料清单',
  {
    code: f.text('材料', { max: 20 }),
    given: f.choice('提交情况', givenStates),
  },
  {
    max: 100,
    help: '按事项的材料目录逐项登记；没有登记的材料按未提交处理',
    from: {
      field: 'item',
      rows: 'materials',
      key: 'code',
      shows: 'name',
      only: {
        given: { shared: 'noProofNeeded', promised: 'mayPromise', committed: 'mayReplaceByCommitment' },
      },
      preset: { given: { shared: 'noProofNeeded' } },
    },
  },
);

export const declineGrounds = {
  'not-required': '依法不需要取得行政许可',
  'not-competent': '不属于本行政机关职权范围',
  'not-corrected': '逾期不补正或者补正后仍不符合要求',
} as const;

/** What need not be counted in the time limit (行政许可法 art. 45), hearings apart. */
export const specialProcedures = {
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
} as const;

export const opinions = { grant: '建议准予许可', refuse: '建议不予许可' } as const;

export const serviceMethods = {
  window: '窗口领取',
  mail: '邮寄送达',
  electronic: '电子送达',
  'in-person': '直接送达',
} as const;

/** Where the applicant may turn (行政许可法 art. 38); told in every refusal. */
export const remedies = {
  reviewBody: f.text('行政复议机关', { max: 100 }),
  court: f.text('有管辖权的人民法院', { max: 100 }),
};

/** What has been established in a licensing matter; each field is set by the step that names it. */
export type LicenceFacts = CounterpartFacts & {
  readonly item?: string;
  readonly itemName?: string;
  readonly applicantKind?: CounterpartKind;
  readonly materials?: readonly GivenMaterial[];
  readonly firstAsked?: string;
  readonly receivedOn?: string;
  readonly missing?: readonly { readonly name: string; readonly requirement: string }[];
  readonly notices?: number;
  readonly told?: readonly string[];
  readonly acceptedOn?: string;
  readonly promiseDue?: string;
  readonly promiseOpen?: boolean;
  readonly ground?: keyof typeof declineGrounds;
  readonly reasons?: string;
  readonly rightOrgan?: string;
  readonly reviewBody?: string;
  readonly court?: string;
  readonly checkers?: readonly string[];
  readonly neededDays?: number;
  readonly special?: keyof typeof specialProcedures;
  readonly thirdParty?: boolean;
  readonly statementHeard?: boolean;
  readonly hearingOrigin?: string;
  readonly hearingOn?: string;
  readonly hearingAt?: string;
  readonly hearingPlace?: string;
  readonly host?: string[];
  readonly interest?: string;
  readonly thirdPartyName?: string;
  readonly opinion?: keyof typeof opinions;
  readonly extendDays?: number;
  readonly extendReason?: string;
  readonly decision?: 'granted' | 'refused';
  readonly onCommitment?: boolean;
  readonly decisionNumber?: string;
  readonly decidedOn?: string;
  readonly content?: string;
  readonly licenceNumber?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly verifyDays?: number;
  readonly method?: string;
  readonly servedOn?: string;
  readonly receiver?: string;
  readonly revokedOn?: string;
};
