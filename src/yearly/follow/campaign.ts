import type { LegalDate } from '../../kernel/dates.ts';

/** How far an inspection of a unit has come. */
export const stateNames = {
  notified: '待自查',
  inspecting: '检查中',
  rectifying: '整改中',
  rechecking: '待复核',
  rectified: '整改到位',
  clean: '未发现问题',
} as const;
export type InspectionState = keyof typeof stateNames;

/** One unit of a campaign, as its matter says it. */
export interface InspectedUnit {
  readonly state: InspectionState;
  readonly selfCheckBy: LegalDate;
  readonly selfCheckedOn: LegalDate | null;
  readonly rectifyBy: LegalDate | null;
}

/** Where the matter stands: an ended one by how it ended. */
export function stateOf(stage: string, outcome: string | undefined): InspectionState {
  if (stage === 'closed') return outcome === '未发现问题' ? 'clean' : 'rectified';
  return stage as InspectionState;
}

/** What is late on the day, in words; null where nothing is. */
export function lateOf(unit: InspectedUnit, today: LegalDate): string | null {
  if (unit.state === 'notified' && unit.selfCheckBy < today) return '自查报告逾期';
  if (unit.state === 'rectifying' && unit.rectifyBy !== null && unit.rectifyBy < today) return '整改逾期';
  return null;
}

/** Findings put right are those of units that passed the re-check. */
export const isPutRight = (state: InspectionState): boolean => state === 'rectified';

export interface FindingTally {
  readonly key: string;
  readonly total: number;
  readonly open: number;
  readonly units: number;
}

/** Findings by task or by kind, the most first; those without a key stand last. */
export function tallyFindings<F extends { readonly unit: string; readonly putRight: boolean }>(
  findings: readonly F[],
  keyOf: (finding: F) => string,
): FindingTally[] {
  const groups = new Map<string, F[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups]
    .map(([key, group]) => ({
      key,
      total: group.length,
      open: group.filter(({ putRight }) => !putRight).length,
      units: new Set(group.map(({ unit }) => unit)).size,
    }))
    .sort(
      (a, b) =>
        Number(a.key === '') - Number(b.key === '') ||
        b.total - a.total ||
        a.key.localeCompare(b.key, 'zh-CN'),
    );
}
