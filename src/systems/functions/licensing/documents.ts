import { chineseDate } from '../../../kernel/dates.ts';
import type {
  DocumentBlock,
  DocumentContent,
  DocumentDeclaration,
  DocumentView,
} from '../../../kernel/procedure/declaration.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import { remediesParagraph } from '../../../kernel/wording/remedies.ts';
import { remedyPeriods } from '../../../law/remedies.ts';
import { counterpartName } from '../../counterpart.ts';
import { declineGrounds, type LicenceFacts, serviceMethods, specialProcedures } from './fields.ts';
import { givenStates, type LicenceItem } from './materials.ts';

type View = DocumentView<LicenceFacts>;
type Instrument = DocumentDeclaration<LicenceFacts>;

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const itemOf = (view: View) => view.matter.pins.item as unknown as LicenceItem;
const itemName = (view: View) => itemOf(view).name;

/** Full name: an instrument is addressed to the applicant and wears no mask. */
const applicantName = ({ facts }: View) => counterpartName(facts.applicantKind, facts) ?? '';

/** How the instrument speaks to the applicant. */
const you = ({ facts }: View) => (facts.applicantKind === 'natural' ? '你' : '你单位');

/** An instrument dated by the step that made it. */
function instrument(
  name: string,
  step: string,
  blocks: (view: View) => readonly DocumentBlock[],
  addressee: (view: View) => string = applicantName,
): Instrument {
  return {
    name,
    render: (view): DocumentContent => ({
      title: name,
      number:
        view.facts.decisionNumber && decisions.has(step) ? view.facts.decisionNumber : view.matter.number,
      addressee: addressee(view),
      blocks: blocks(view),
      issuer: view.unitName,
      date: lastTaken(view.matter, step)?.on ?? view.facts.decidedOn ?? view.matter.startedOn,
    }),
  };
}
const decisions: ReadonlySet<string> = new Set(['grant', 'refuse']);

const remedies = (view: View, act: string): DocumentBlock => ({
  kind: 'rights',
  text: remediesParagraph(act, {
    ...remedyPeriods(view.facts.decidedOn ?? view.matter.startedOn),
    reviewBody: view.facts.reviewBody ?? '',
    court: view.facts.court ?? '',
  }),
});

/** Whatever was promised to the public binds beside the law. */
const promise = (view: View) => {
  const days = itemOf(view).promisedDays;
  return days > 0 ? `（承诺时限${days}个工作日）` : '';
};

function materialTable(view: View): DocumentBlock {
  const given = new Map((view.facts.materials ?? []).map((entry) => [entry.code, entry.given]));
  return {
    kind: 'table',
    head: ['序号', '材料名称', '提交情况'],
    rows: itemOf(view).materials.map((material, index) => {
      const state = given.get(material.code) ?? (material.noProofNeeded ? 'shared' : 'missing');
      return [String(index + 1), material.name, givenStates[state]];
    }),
  };
}

/** Both sides are told of the right to a hearing before the decision (行政许可法 arts. 36, 47). */
const hearingRight = (side: string, addressee: (view: View) => string): Instrument =>
  instrument(
    `行政许可听证权利告知书（${side}）`,
    'inform-third-party',
    (view) => [
      paragraph(
        `${applicantName(view)}申请办理的“${itemName(view)}”，直接关系${view.facts.thirdPartyName ?? '利害关系人'}的重大利益：${view.facts.interest ?? ''}`,
      ),
      {
        kind: 'rights',
        text: `你（单位）有权陈述和申辩，并有权要求听证；要求听证的，应当于${view.dueText('hearing-request')}前提出。听证不收取费用。`,
      },
    ],
    addressee,
  );

export const documents: { readonly [document: string]: Instrument } = {
  receipt: instrument('收件凭证', 'receive', (view) => [
    paragraph(
      `${you(view)}申请办理的“${itemName(view)}”，申请材料已于${chineseDate(view.facts.receivedOn)}收到。`,
    ),
    materialTable(view),
    paragraph(
      `查询办理进度请使用收件编号${view.matter.number}。首问责任人：${view.personName(view.facts.firstAsked ?? '')}。`,
    ),
  ]),
  'correction-notice': instrument('一次性告知补正通知书', 'request-correction', (view) => [
    paragraph(
      `${you(view)}申请办理的“${itemName(view)}”，申请材料不齐全或者不符合法定形式。根据《中华人民共和国行政许可法》第三十二条，现一次性告知需要补正的全部内容：`,
    ),
    {
      kind: 'table',
      head: ['序号', '材料', '要求'],
      rows: (view.facts.missing ?? []).map((entry, index) => [
        String(index + 1),
        entry.name,
        entry.requirement,
      ]),
    },
    paragraph(`请于${view.dueText('correction')}前补正。`),
  ]),
  'acceptance-notice': instrument('受理通知书', 'accept', (view) => [
    paragraph(
      `${you(view)}申请办理的“${itemName(view)}”，经审查符合受理条件，自${chineseDate(view.facts.acceptedOn)}起受理。`,
    ),
    paragraph(`本机关将于${view.dueText('decide')}前作出决定${promise(view)}，依法不计入期限的时间除外。`),
    ...(view.facts.promiseDue
      ? [
          paragraph(
            `${you(view)}承诺于${chineseDate(view.facts.promiseDue)}前补交下列容缺材料，补交后方可送达许可证件：`,
          ),
          materialTable(view),
        ]
      : []),
  ]),
  'decline-notice': instrument('不予受理通知书', 'decline', (view) => [
    paragraph(
      `${you(view)}申请办理的“${itemName(view)}”，${view.facts.ground ? declineGrounds[view.facts.ground] : ''}，本机关决定不予受理。理由：${view.facts.reasons ?? ''}`,
    ),
    ...(view.facts.rightOrgan ? [paragraph(`请向${view.facts.rightOrgan}申请。`)] : []),
    remedies(view, '本决定'),
  ]),
  'special-notice': instrument('特别程序时间告知书', 'special-start', (view) => [
    paragraph(
      `办理“${itemName(view)}”依法需要${view.facts.special ? specialProcedures[view.facts.special] : ''}，所需时间为${view.facts.neededDays ?? ''}日。根据《中华人民共和国行政许可法》第四十五条，上述时间不计算在办理期限内。`,
    ),
  ]),
  'hearing-right-applicant': hearingRight('申请人', applicantName),
  'hearing-right-third-party': hearingRight('利害关系人', ({ facts }) => facts.thirdPartyName ?? ''),
  'hearing-summons': instrument('行政许可听证通知书', 'notify-hearing', (view) => [
    paragraph(`“${itemName(view)}”申请的听证，现将有关事项通知如下：`),
    {
      kind: 'form',
      rows: [
        ['听证时间', `${chineseDate(view.facts.hearingOn)}${view.facts.hearingAt ?? ''}`],
        ['听证地点', view.facts.hearingPlace ?? ''],
        ['听证主持人', (view.facts.host ?? []).map(view.personName).join('、')],
        ['申请人', applicantName(view)],
        ['利害关系人', view.facts.thirdPartyName ?? '无'],
      ],
    },
    {
      kind: 'rights',
      text: '听证公开举行。认为主持人与该行政许可事项有直接利害关系的，有权申请回避；可以提出证据，并进行申辩和质证。',
    },
  ]),
  'extension-notice': instrument('延长办理期限告知书', 'extend', (view) => [
    paragraph(
      `${you(view)}申请办理的“${itemName(view)}”，因${view.facts.extendReason ?? ''}，经批准延长${view.facts.extendDays ?? ''}个工作日，于${view.dueText('decide')}前作出决定。`,
    ),
  ]),
  'grant-decision': instrument('准予行政许可决定书', 'grant', (view) => [
    paragraph(
      `${you(view)}于${chineseDate(view.matter.startedOn)}提出的“${itemName(view)}”申请，经审查符合法定条件。根据《中华人民共和国行政许可法》第三十八条第一款，决定准予行政许可。`,
    ),
    {
      kind: 'form',
      rows: [
        ['许可内容', view.facts.content ?? ''],
        ['许可证件', itemOf(view).result],
        ...(view.facts.licenceNumber ? [['许可编号', view.facts.licenceNumber] as const] : []),
        [
          '有效期',
          `${chineseDate(view.facts.validFrom)}至${view.facts.validTo ? chineseDate(view.facts.validTo) : '长期'}`,
        ],
      ],
    },
    ...(view.facts.onCommitment
      ? [
          paragraph(
            `本许可根据${you(view)}的书面承诺作出。本机关将于${view.dueText('verify')}前核查，承诺不实的依法撤销。`,
          ),
        ]
      : []),
  ]),
  'refusal-decision': instrument('不予行政许可决定书', 'refuse', (view) => [
    paragraph(
      `${you(view)}于${chineseDate(view.matter.startedOn)}提出的“${itemName(view)}”申请，经审查不符合法定条件。根据《中华人民共和国行政许可法》第三十八条第二款，决定不予行政许可。理由：${view.facts.reasons ?? ''}`,
    ),
    remedies(view, '本决定'),
  ]),
  'service-receipt': { name: '送达回证', render: serviceReceipt },
};

/** Kept in the file and signed by the receiver: it names whom it was served on and speaks to nobody. */
function serviceReceipt(view: View): DocumentContent {
  const { facts } = view;
  const refused = facts.decision === 'refused';
  return {
    title: '送达回证',
    number: view.matter.number,
    blocks: [
      {
        kind: 'form',
        rows: [
          ['送达文书', refused ? '不予行政许可决定书' : `准予行政许可决定书、${itemOf(view).result}`],
          ['文号', facts.decisionNumber ?? ''],
          ['受送达人', applicantName(view)],
          ['送达方式', serviceMethods[facts.method as keyof typeof serviceMethods] ?? ''],
          ['送达日期', chineseDate(facts.servedOn)],
          ['签收人', facts.receiver ?? ''],
        ],
      },
    ],
    issuer: view.unitName,
    date: facts.servedOn ?? view.matter.startedOn,
  };
}
