import type { LegalDate } from '../dates.ts';
import type { Basis } from '../errors.ts';

/** Units in which the law counts time. `workday` = 工作日, `day` = calendar day (自然日). */
export type LimitUnit = 'workday' | 'day' | 'hour' | 'month' | 'year';

/** A length of time as the law or a promise states it. `amount` is a positive whole number. */
export interface Limit {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** What a provision is for. Only some clocks carry a limit; a gate or a duty may carry one too. */
export type ProvisionKind = 'clock' | 'gate' | 'qualification' | 'publication' | 'report';

/**
 * How sure the text is: `verified` = number read in the named source; `existence` = only the act's existence
 * and date seen; `memory-*` = not read, with the confidence of whoever wrote it down.
 */
export type Verification = 'verified' | 'existence' | 'memory-high' | 'memory-medium' | 'memory-low';

/** One prolongation the provision allows, in the order in which they may be used. */
export interface ExtensionRule {
  /** Most that may be added; null where the law asks for a reasonable period fixed case by case. */
  readonly amount: number | null;
  readonly unit: LimitUnit;
  /** Who approves, in Chinese. */
  readonly approver?: string;
  /** What else the law asks for, in Chinese. */
  readonly condition?: string;
}

/** A calendar date set by the law itself. `yearly.day` 31 means the month's last day. */
export type FixedDue =
  | { readonly every: 'year'; readonly month: number; readonly day: number; readonly nextYear?: true }
  | { readonly every: 'once'; readonly date: LegalDate };

/** A number the law sets that is not a length of time, e.g. two persons. */
export interface Quantity {
  readonly amount: number;
  readonly unit: 'person' | 'percent' | 'percent/day' | 'per year' | 'study-hours/year';
}

/** One rule of law with its interval of validity. User-visible texts are Chinese. */
export interface Provision {
  /** Stable id, e.g. `CF1-29`. */
  readonly id: string;
  /** Field of work, e.g. 行政处罚. */
  readonly system: string;
  /** Name of the statute without marks, e.g. 行政处罚法. */
  readonly law: string;
  /** Which text of it, e.g. 2021年修订. */
  readonly edition?: string;
  /** As cited, e.g. 第六十条. Absent where the whole document is meant. */
  readonly article?: string;
  /** First day in force. */
  readonly from: LegalDate;
  /** Last day in force; null while no repeal is known. */
  readonly to: LegalDate | null;
  readonly kind: ProvisionKind;
  /** The rule in one Chinese sentence, in our own words. */
  readonly rule: string;
  /** The event from which time runs, and the one it runs to, in Chinese. */
  readonly startsWith?: string;
  readonly endsWith?: string;
  readonly limit?: Limit;
  /** `at-least`: the period must pass before the end event is allowed. Default: it must happen within it. */
  readonly sense?: 'at-least';
  readonly extension?: readonly ExtensionRule[];
  /** What does not count, in Chinese. */
  readonly pauses?: string;
  readonly fixedDue?: FixedDue;
  readonly quantity?: Quantity;
  /** Id of the provision that says how this statute counts days. */
  readonly counting?: string;
  /** Remarks for those who maintain the table. */
  readonly note?: string;
  readonly verified: Verification;
  /** Where the text was read. */
  readonly source: string;
}

/** The law as the kernel asks for it. Implemented in src/law. */
export interface LawBook {
  /** Id of the general rule on counting periods (start day out, holidays roll). */
  readonly general: string;
  readonly all: readonly Provision[];
  find(id: string): Provision | undefined;
  /** Throws {@link RefusedError} `not-found` where the id is unknown. */
  get(id: string): Provision;
  /** Whether the provision was in force on `date`. */
  inForce(id: string, date: LegalDate): boolean;
  /** The provision on the same subject that was in force on `date`, if another one is known. */
  successor(id: string, date: LegalDate): Provision | undefined;
}

/** How a refusal or an explanation cites a provision. */
export function basisOf(provision: Provision): Basis {
  return {
    law: provision.law,
    ...(provision.article === undefined ? {} : { article: provision.article }),
    provision: provision.id,
  };
}

const titled = /(法|条例|规定|办法|细则|纲要|指南|意见|规划|体系)$/;

/** `《行政处罚法》`; a document number stands without title marks. */
export const lawTitle = (law: string): string => (titled.test(law) ? `《${law}》` : law);

/** `《行政处罚法》（2021年修订）第六十条`. */
export function citation(provision: Provision): string {
  const title = lawTitle(provision.law);
  const edition = provision.edition === undefined ? '' : `（${provision.edition}）`;
  return `${title}${edition}${provision.article ?? ''}`;
}
