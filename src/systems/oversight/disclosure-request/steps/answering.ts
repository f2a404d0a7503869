import { type Answer, answers, discloses, objected } from '../answers.ts';
import * as fields from '../fields.ts';
import { gate, handlers, regulation, step, taken } from '../words.ts';

const kinds = regulation('第三十六条', 'GK1-10');
const review = regulation('第十七条', 'GK1-01');
const thirdParties = regulation('第三十二条', 'GK1-07');

type Decided = {
  readonly answer: Answer;
  readonly reasons?: string;
  readonly legalBasis?: string;
  readonly content?: string;
  readonly reviewed?: boolean;
  readonly publicInterest?: string;
  readonly thirdPartyTold?: boolean;
};

/** The answer to a request, and what must have gone before each kind of it. */
const decideGates = [
  gate<Decided>({
    id: 'reasons-given',
    holds: ({ input }) => input.answer === 'open' || (!!input.reasons && !!input.legalBasis),
    basis: kinds,
    say: '没有全部公开的，应当写明理由和所依据的法律条文。',
  }),
  gate<Decided>({
    id: 'content-given',
    holds: ({ input }) => !discloses(input.answer) || input.content !== undefined,
    basis: kinds,
    say: '予以公开的，应当写明公开的内容，或者获取该信息的方式、途径和时间。',
  }),
  gate<Decided>({
    id: 'reviewed-before-disclosure',
    holds: ({ input }) => !discloses(input.answer) || input.reviewed === true,
    basis: review,
    say: '公开之前应当进行公开审查和保密审查，请先完成审查。',
  }),
  gate<Decided>({
    id: 'correction-asked',
    holds: (view) => view.input.answer !== 'unavailable-3' || taken(view, 'supplement'),
    basis: regulation('第三十条', 'GK1-04'),
    say: '没有告知过补正，不能以补正后内容仍不明确答复，请先办理“一次告知补正”。',
  }),
  gate<Decided>({
    id: 'excess-explained',
    holds: ({ input, facts }) => input.answer !== 'unprocessed-4' || facts.reasonable === false,
    basis: regulation('第三十五条', 'GK1-09'),
    say: '以大量、反复申请为由不予处理，应当先要求申请人说明理由，并且理由不合理。',
  }),
  gate<Decided>({
    id: 'third-party-asked',
    holds: (view) => view.input.answer !== 'refused-4' || view.facts.consulted === 'third-party',
    basis: thirdParties,
    say: '以第三方合法权益为由不予公开，应当先书面征求第三方的意见。',
  }),
  gate<Decided>({
    id: 'objection-weighed',
    holds: ({ input, facts }) =>
      !discloses(input.answer) ||
      !objected(facts) ||
      (input.publicInterest !== undefined && input.thirdPartyTold === true),
    basis: thirdParties,
    say: '第三方不同意公开，只有不公开会对公共利益造成重大影响的才能公开；请写明影响，并将决定和理由书面告知第三方。',
  }),
];

export const answering = {
  'answer-on-spot': step({
    name: '当场答复',
    from: ['registered'],
    to: ['closed'],
    by: handlers,
    fields: fields.answerOnSpot,
    basis: regulation('第三十三条第一款', 'GK1-06'),
    help: '信息已经公开或者当场可以提供的，当场答复。',
    clocks: [
      { clock: 'review', do: 'stop' },
      { clock: 'answer', do: 'stop' },
    ],
    derive: () => ({ answer: 'open' }),
    outcome: answers.open,
    documents: ['reply'],
  }),
  decide: step({
    name: '作出答复',
    from: ['handling'],
    to: ['delivering'],
    by: ['unit-head'],
    fields: fields.decide,
    basis: kinds,
    gates: decideGates,
    clocks: [{ clock: 'answer', do: 'stop' }],
    claims: [{ kind: 'disclosure-reply-number', field: 'replyNumber', say: '该答复书文号已被使用。' }],
    documents: ['reply', 'third-party-notice'],
    usual: true,
  }),
  deliver: step({
    name: '送达',
    from: ['delivering'],
    to: ['closed'],
    by: handlers,
    fields: fields.deliver,
    basis: regulation('第四十条', 'GK1-16'),
    outcome: ({ facts }) => answers[facts.answer!],
    usual: true,
  }),
  release: step({
    name: '转为主动公开',
    from: ['closed'],
    afterClosing: true,
    by: ['unit-head', 'publisher'],
    fields: fields.release,
    basis: regulation('第四十四条', 'GK1-20'),
    help: '多个申请人就相同信息申请，或者公众需要知晓的，可以主动公开；不是义务。',
    gates: [
      gate({
        id: 'disclosed-answer',
        early: true,
        holds: ({ facts }) => discloses(facts.answer),
        basis: review,
        say: '只有已经公开或者部分公开的信息可以转为主动公开。',
      }),
      gate({
        id: 'released-once',
        early: true,
        holds: ({ matter }) => matter?.publications.answer === undefined,
        basis: review,
        say: '本件已经转为主动公开，内容有误的请办理更正。',
      }),
      gate<{ readonly releaseReviewed: boolean }>({
        id: 'release-reviewed',
        holds: ({ input }) => input.releaseReviewed,
        basis: review,
        say: '主动公开之前应当再作公开审查和保密审查，并去掉个人信息。',
      }),
    ],
    publishes: ['answer'],
  }),
};
