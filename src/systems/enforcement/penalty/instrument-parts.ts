import type {
  DocumentBlock,
  DocumentContent,
  DocumentDeclaration,
  DocumentView,
} from '../../../kernel/procedure/declaration.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import { capitalAmount } from '../../../kernel/wording/amount.ts';
import type { Remedies } from '../../../kernel/wording/remedies.ts';
import { remedyPeriods } from '../../../law/remedies.ts';
import { counterpartKinds, counterpartName } from '../../counterpart.ts';
import type { PenaltyFacts } from './fields.ts';
import { suitNeedsReview } from './law.ts';

// What the instruments of a penalty case are made of.

export type View = DocumentView<PenaltyFacts>;
export type Instrument = DocumentDeclaration<PenaltyFacts>;

export const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
export const rights = (text: string): DocumentBlock => ({ kind: 'rights', text });
export const form = (rows: readonly (readonly [string, string | undefined])[]): DocumentBlock => ({
  kind: 'form',
  rows: rows.map(([label, value]) => [label, value ?? ''] as const),
});

/** Full name of the party: an instrument is addressed to it and wears no mask. */
export const partyName = (facts: PenaltyFacts) => counterpartName(facts.partyKind, facts) ?? '';

export const partyRows = (facts: PenaltyFacts): (readonly [string, string | undefined])[] => [
  ['当事人', partyName(facts)],
  ['类别', facts.partyKind && counterpartKinds[facts.partyKind]],
  facts.partyKind === 'natural' ? ['公民身份号码', facts.residentId] : ['统一社会信用代码', facts.creditCode],
  ...(facts.partyKind === 'natural' ? [] : [['法定代表人（负责人）', facts.legalRepresentative] as const]),
  ['住所（住址）', facts.address],
];

/** `罚款人民币伍仟元整（5000元）`. */
export const yuan = (amount: number) =>
  `${capitalAmount(amount.toFixed(2).replace(/\.00$/, ''))}（${amount}元）`;
export const takenOn = (view: View, step: string) =>
  lastTaken(view.matter, step)?.on ?? view.facts.decidedOn ?? view.matter.startedOn;
export const officerLine = (view: View) =>
  (view.facts.officers ?? [])
    .map((person) => `${view.personName(person)}（执法证号${view.certificateNumber(person)}）`)
    .join('、');

export function remedies(view: View): Remedies {
  const on = view.facts.decidedOn ?? view.matter.startedOn;
  return {
    ...remedyPeriods(on),
    reviewBody: view.facts.reviewBody ?? '',
    court: view.facts.court ?? '',
    reviewFirst: suitNeedsReview(view.facts, on),
  };
}

export function instrument(
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
