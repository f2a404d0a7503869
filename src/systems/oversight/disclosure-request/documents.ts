import { chineseDate } from '../../../kernel/dates.ts';
import type {
  DocumentBlock,
  DocumentDeclaration,
  DocumentView,
} from '../../../kernel/procedure/declaration.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import { remediesParagraph } from '../../../kernel/wording/remedies.ts';
import { remedyPeriods, reviewComesFirst } from '../../../law/remedies.ts';
import { answers, discloses, objected, refuses } from './answers.ts';
import { forms, type RequestFacts, ways } from './fields.ts';

type View = DocumentView<RequestFacts>;
type Instrument = DocumentDeclaration<RequestFacts>;

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });

/** Full name: an instrument is addressed to the applicant and wears no mask. */
const applicantName = ({ facts }: View) =>
  (facts.applicantClass === 'natural' ? facts.personName : facts.organisation) ?? '';

const asked = ({ facts }: View) =>
  `你（单位）申请公开“${facts.subject ?? ''}”，本机关于${chineseDate(facts.receivedOn)}收到。`;

/** An instrument dated by the latest of the steps that make it. */
function instrument(
  name: string,
  steps: readonly string[],
  blocks: (view: View) => readonly DocumentBlock[],
  addressee: (view: View) => string = applicantName,
): Instrument {
  return {
    name,
    render: (view) => ({
      title: name,
      number: view.facts.replyNumber ?? view.matter.number,
      addressee: addressee(view),
      blocks: blocks(view),
      issuer: view.unitName,
      date: dateOf(view, steps),
    }),
  };
}

function dateOf({ matter }: View, steps: readonly string[]): string {
  return steps.map((step) => lastTaken(matter, step)?.on).find((on) => on !== undefined) ?? matter.startedOn;
}

const replySteps = ['decide', 'answer-on-spot'];

/** Since 2024 a refusal goes to review before it goes to court (行政复议法 art. 23). */
function remedies(view: View): DocumentBlock {
  const { reviewBody = '', court = '', answer } = view.facts;
  const on = dateOf(view, replySteps);
  const reviewFirst = refuses(answer) && reviewComesFirst(on);
  return {
    kind: 'rights',
    text: remediesParagraph('本答复', { ...remedyPeriods(on), reviewBody, court, reviewFirst }),
  };
}

function result(view: View): readonly DocumentBlock[] {
  const { answer, content, reasons, legalBasis } = view.facts;
  const head = `经审查，本机关答复如下：${answer ? answers[answer] : ''}。`;
  return [
    paragraph(legalBasis ? `${head}依据：${legalBasis}。` : head),
    ...(reasons ? [paragraph(`理由：${reasons}`)] : []),
    ...(content ? [paragraph(discloses(answer) ? `公开内容：${content}` : content)] : []),
  ];
}

export const documents: { readonly [document: string]: Instrument } = {
  receipt: instrument('政府信息公开申请登记回执', ['apply'], (view) => [
    paragraph(asked(view)),
    {
      kind: 'form',
      rows: [
        ['登记编号', view.matter.number],
        ['申请方式', view.facts.way ? ways[view.facts.way] : ''],
        ['获取方式', view.facts.form ? forms[view.facts.form] : ''],
        ['答复期限', view.dueText('answer')],
      ],
    },
    paragraph('凭登记编号可以查询办理进度。依法不计入期限的时间和依法延长的期限另行告知。'),
  ]),
  'correction-notice': instrument('政府信息公开申请补正告知书', ['request-correction'], (view) => [
    paragraph(asked(view)),
    paragraph(`申请内容不明确，现一次告知需要补正的事项：${view.facts.unclear ?? ''}`),
    ...(view.dueOf('correction') === undefined
      ? []
      : [
          paragraph(
            `请于${view.dueText('correction')}前补正，答复期限自收到补正之日起计算；无正当理由逾期不补正的，视为放弃申请。`,
          ),
        ]),
  ]),
  'consultation-letter': instrument(
    '政府信息公开征求意见书',
    ['consult'],
    (view) => [
      paragraph(
        `本机关收到公开“${view.facts.subject ?? ''}”的申请，涉及你（单位）：${view.facts.interests ?? ''}`,
      ),
      paragraph(`请于${view.dueText('opinion')}前书面提出是否同意公开的意见，不同意的说明理由。`),
    ],
    ({ facts }) => facts.thirdPartyName ?? '',
  ),
  'extension-notice': instrument('政府信息公开延长答复期限告知书', ['extend'], (view) => [
    paragraph(asked(view)),
    paragraph(
      `因${view.facts.extendReason ?? ''}，经批准延长${view.facts.extendDays ?? ''}个工作日，于${view.dueText('answer')}前答复。`,
    ),
  ]),
  'fee-notice': instrument('政府信息公开收费通知书', ['charge'], (view) => [
    paragraph(asked(view)),
    paragraph(
      `办理本申请应当缴纳费用${view.facts.fee ?? ''}元，请于${view.dueText('payment')}前缴纳；逾期未缴纳的，不再处理本申请。`,
    ),
  ]),
  // 政府信息公开条例 art. 32: what is disclosed against a third party's will, and why, it is told in writing.
  'third-party-notice': {
    ...instrument(
      '政府信息公开决定告知书（第三方）',
      ['decide'],
      (view) => [
        paragraph(
          `关于公开“${view.facts.subject ?? ''}”的申请，你（单位）提出了不同意公开的意见。本机关认为不公开可能对公共利益造成重大影响：${view.facts.publicInterest ?? ''}`,
        ),
        paragraph(`依据《政府信息公开条例》第三十二条，本机关决定公开：${view.facts.content ?? ''}`),
        // Nothing is kept from the third party: review need not come first.
        {
          kind: 'rights',
          text: remediesParagraph('本决定', {
            ...remedyPeriods(dateOf(view, ['decide'])),
            reviewBody: view.facts.reviewBody ?? '',
            court: view.facts.court ?? '',
          }),
        },
      ],
      ({ facts }) => facts.thirdPartyName ?? '',
    ),
    applies: (facts) => discloses(facts.answer) && objected(facts),
  },
  reply: instrument('政府信息公开申请答复书', replySteps, (view) => [
    paragraph(asked(view)),
    ...result(view),
    remedies(view),
  ]),
};
