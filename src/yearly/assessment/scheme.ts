import type { Rule, WhenAbsent } from './scoring/rule.ts';

/** Where the value of an item comes from. */
export type Source =
  /** A figure of the product, computed from records or returned by the unit (`periodic-return.value`). */
  | { readonly kind: 'indicator'; readonly indicator: string; readonly measure?: string | undefined }
  /** Share of the unit's work-plan tasks of the year that are completed. */
  | { readonly kind: 'tasks' }
  /** Clocks of the unit that fell due in the year and were missed; of one procedure, or of all. */
  | { readonly kind: 'late'; readonly procedure?: string | undefined; readonly clock?: string | undefined }
  /** What no record holds: the unit hands in material, a verifier enters what it shows. */
  | { readonly kind: 'evidence' }
  /** Points given by two reviewers who do not know of each other, by a third where they differ too much. */
  | { readonly kind: 'reviewers' };

export interface SchemeItem {
  /** `1.1.1`: first level, second level, item; set by the place in the tree. */
  readonly code: string;
  /** What is asked for; a third-level indicator. */
  readonly title: string;
  /** The scoring standard in words, as printed in the scheme. */
  readonly standard: string;
  /** Full marks by class of unit; a class that is not named is not assessed on it. Empty for bonus and veto. */
  readonly points: { readonly [unitClass: string]: number };
  readonly source: Source;
  readonly rule: Rule;
  /** 次, 件, 人 …: what is counted. */
  readonly unit: string;
  readonly whenAbsent: WhenAbsent;
  /** Times the full marks that are lost where material is false. */
  readonly falseFactor: number;
}
export interface SchemeGroup {
  readonly title: string;
  /** 二级指标. */
  readonly parts: readonly { readonly title: string; readonly items: readonly SchemeItem[] }[];
  /** Weight the scheme announces for the first level, by class; checked against its items. */
  readonly announced: { readonly [unitClass: string]: number };
}
export interface UnitClass {
  readonly id: string;
  readonly name: string;
  readonly units: readonly string[];
}
/** A grade, from its least score down to the next. */
export interface Band {
  readonly name: string;
  readonly from: number;
}
/** A scheme of assessment: what is looked at, how it is scored, who is compared with whom. */
export interface Scheme {
  readonly title: string;
  readonly year: number;
  /** Full marks of every class. */
  readonly total: number;
  readonly classes: readonly UnitClass[];
  readonly groups: readonly SchemeGroup[];
  /** From the highest down. */
  readonly bands: readonly Band[];
  /** Two reviewers further apart than this share of an item's full marks call a third. */
  readonly reviewGap: number;
  /** The overall yearly assessment in which this one counts, with its weight in percent; null where not yet known. */
  readonly overall: { readonly name: string; readonly weight: number } | null;
  /** What the public is shown of the result and by which decision; absent or null: nothing. */
  readonly publicity?: { readonly show: 'grades' | 'ranks'; readonly decision: string } | null | undefined;
}

export const itemsOf = (scheme: Scheme): SchemeItem[] =>
  scheme.groups.flatMap(({ parts }) => parts.flatMap(({ items }) => items));

/** The items a class is assessed on, with bonus and veto, which hold for all. */
export const itemsFor = (scheme: Scheme, unitClass: string): SchemeItem[] =>
  itemsOf(scheme).filter((item) => isOutside(item) || (item.points[unitClass] ?? 0) > 0);

/** Bonus and veto stand outside the full marks. */
export const isOutside = ({ rule }: SchemeItem): boolean => rule.kind === 'bonus' || rule.kind === 'veto';

export const isJudged = ({ source }: SchemeItem): boolean => source.kind === 'reviewers';

export const classOf = (scheme: Scheme, unit: string): UnitClass | undefined =>
  scheme.classes.find(({ units }) => units.includes(unit));

/** Gives every item the code of its place. */
export function numbered(scheme: Scheme): Scheme {
  return {
    ...scheme,
    groups: scheme.groups.map((group, g) => ({
      ...group,
      parts: group.parts.map((part, p) => ({
        ...part,
        items: part.items.map((item, i) => ({ ...item, code: `${g + 1}.${p + 1}.${i + 1}` })),
      })),
    })),
  };
}
