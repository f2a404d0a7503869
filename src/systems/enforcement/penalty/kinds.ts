/**
 * Kinds of penalty from the lightest to the most severe, as the yearly statistics of administrative enforcement
 * order them. Where several are imposed together the case counts once, under the most severe.
 */
export const penaltyKinds = {
  warning: '警告',
  criticism: '通报批评',
  fine: '罚款',
  confiscation: '没收违法所得、没收非法财物',
  'licence-suspension': '暂扣许可证件',
  'grade-reduction': '降低资质等级',
  'activity-restriction': '限制开展生产经营活动',
  'production-halt': '责令停产停业',
  'closure-or-ban': '责令关闭、限制从业',
  'licence-revocation': '吊销许可证件',
  detention: '行政拘留',
  other: '其他行政处罚',
} as const;
export type PenaltyKind = keyof typeof penaltyKinds;

/** Kinds that art. 9 has known only since the 2021 text. */
const sinceRevision: ReadonlySet<PenaltyKind> = new Set([
  'criticism',
  'grade-reduction',
  'activity-restriction',
  'closure-or-ban',
]);

/** Kinds for which a hearing must be offered whatever the amount: 2021 text art. 63, and the texts before it art. 42. */
const hearingKinds = {
  revised: new Set<PenaltyKind>([
    'grade-reduction',
    'production-halt',
    'closure-or-ban',
    'licence-revocation',
  ]),
  former: new Set<PenaltyKind>(['production-halt', 'licence-revocation']),
} as const;

const severity = Object.keys(penaltyKinds) as PenaltyKind[];

/** The kind a case is counted under. `other` is graded as the least, since nothing says how heavy it is. */
export function mostSevere(kinds: readonly PenaltyKind[]): PenaltyKind {
  return kinds.reduce((a, b) => (rank(b) > rank(a) ? b : a));
}

function rank(kind: PenaltyKind): number {
  return kind === 'other' ? -1 : severity.indexOf(kind);
}

export function unknownToFormerLaw(kinds: readonly PenaltyKind[]): PenaltyKind[] {
  return kinds.filter((kind) => sinceRevision.has(kind));
}

export function asksForHearing(kinds: readonly PenaltyKind[], revisedLaw: boolean): boolean {
  const asking = revisedLaw ? hearingKinds.revised : hearingKinds.former;
  return kinds.some((kind) => asking.has(kind));
}

/** Whether carrying the penalty out takes more than paying money: whoever is warned or criticised has nothing to do. */
export function takesMoreThanMoney(kinds: readonly PenaltyKind[]): boolean {
  return kinds.some((kind) => !['warning', 'criticism', 'fine'].includes(kind));
}

/**
 * Whether `imposed` goes beyond what was announced: a heavier kind, or one more beside the heaviest. A lighter kind
 * may take the place of the announced one, which is what a defence is for.
 */
export function aggravates(announced: readonly PenaltyKind[], imposed: readonly PenaltyKind[]): boolean {
  const change = rank(mostSevere(imposed)) - rank(mostSevere(announced));
  return change > 0 || (change === 0 && imposed.some((kind) => !announced.includes(kind)));
}

export function kindNames(kinds: readonly PenaltyKind[]): string {
  return kinds.map((kind) => penaltyKinds[kind]).join('、');
}
