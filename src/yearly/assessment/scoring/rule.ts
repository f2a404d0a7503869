/**
 * How an item of a scheme is scored, as data. Points are in 分 with at most two decimals; `cap` is the most that may
 * be taken off (null: the item's full marks); a rate is a share of one.
 */
export type Rule =
  /** 少1次扣…分，累计不超过…分. */
  | { readonly kind: 'at-least'; readonly least: number; readonly per: number; readonly cap: number | null }
  /** 每超过1件扣…分，累计不超过…分. */
  | { readonly kind: 'at-most'; readonly most: number; readonly per: number; readonly cap: number | null }
  /** 有/无: where there is none, `deduct` is taken off (null: all). */
  | { readonly kind: 'presence'; readonly deduct: number | null }
  /** 率达标: below the target nothing, its share of the full marks, or so much off for each percentage point. */
  | {
      readonly kind: 'rate';
      readonly target: number;
      readonly below: 'nothing' | 'proportional' | 'per-point';
      readonly per: number;
      readonly cap: number | null;
    }
  /** 分档: the first tier whose `from` is reached gives its share of the full marks; below all of them nothing. */
  | { readonly kind: 'tiers'; readonly tiers: readonly Tier[] }
  /** 加分: outside the full marks, so much for each, never above the cap. */
  | { readonly kind: 'bonus'; readonly per: number; readonly cap: number }
  /** 一票否决 to the lowest grade, or 降档 by one; where nothing happened nothing follows. */
  | { readonly kind: 'veto'; readonly effect: 'lowest' | 'lower' }
  /** Points are given by reviewers. */
  | { readonly kind: 'judged' };

export interface Tier {
  /** Least value; a share of one where the value is a rate. */
  readonly from: number;
  /** Share of the full marks, 0 to 1. */
  readonly share: number;
}

/** What becomes of an item where there was nothing to measure (no case, so no rate of cases). */
export type WhenAbsent = 'redistribute' | 'full' | 'nothing';

/** What was found about an item in a unit. */
export interface Observation {
  /** Null: nothing to measure. A rate is a share of one. */
  readonly value: number | null;
  readonly rate: boolean;
  /** What is counted: 次, 件, 人 …; in words before and after a number. */
  readonly unit: string;
  readonly numerator?: number;
  readonly denominator?: number;
  /** Material that was handed in was found to be false. */
  readonly false?: boolean;
}

export interface ScoredBy {
  /** Full marks; 0 for a bonus or a veto. */
  readonly max: number;
  readonly rule: Rule;
  readonly whenAbsent: WhenAbsent;
  /** 不实从重: times the full marks that are lost where material is false; at least 1. */
  readonly falseFactor: number;
}

export interface ItemScore {
  /** May be negative only where material was false and the scheme says more than the full marks are lost. */
  readonly points: number;
  /** Full marks it counts with; 0 where it does not apply and its marks go to the other items. */
  readonly counted: number;
  /** Points taken off. */
  readonly lost: number;
  /** Why, in one line that the unit reads. */
  readonly why: string;
  readonly effect?: 'lowest' | 'lower';
}
