import type { z } from 'zod';
import type { Limit } from '../clock/clock.ts';
import type { LegalDate } from '../dates.ts';
import type { Basis } from '../errors.ts';
import type { Certificate, PostKindId } from '../identity/posts.ts';
import type { IndicatorDeclaration } from '../indicator/declaration.ts';
import type { JsonObject } from '../ledger/json.ts';
import type { PublicationDeclaration } from '../publication/declaration.ts';
import type { ProgressDeclaration } from '../publication/progress-declaration.ts';
import type { RuleDeclaration } from '../supervision/declaration.ts';
import type { Facts } from './facts.ts';
import type { MatterState } from './matter.ts';
import type { StepView } from './step-view.ts';

export type { Facts, PinnedItem } from './facts.ts';
export type { StepView } from './step-view.ts';

/** The eight chapters of the work, as the console's rail shows them. */
export const chapters = {
  functions: '依法履职',
  rules: '制度体系',
  decisions: '行政决策',
  enforcement: '行政执法',
  oversight: '权力监督',
  disputes: '纠纷化解',
  ability: '法治能力',
  yearly: '年度推进',
} as const;
export type Chapter = keyof typeof chapters;

/** A condition of law without which the step does not exist. */
export interface Gate<F extends Facts = Facts, I = JsonObject> {
  readonly id: string;
  readonly holds: (view: StepView<F, I>) => boolean;
  readonly basis: Basis;
  /** What is wrong and what to do, in Chinese. */
  readonly say: string | ((view: StepView<F, I>) => string);
  /** Does not look at the input: can be told before the form is filled in. */
  readonly early?: boolean;
}

/** Who may not take the step because of what he did before. */
export interface Separation {
  readonly from: readonly string[];
  readonly basis: Basis;
  readonly say: string;
}

/** The persons who act with a certificate, e.g. two enforcement officers. */
export interface OfficersRule {
  /** Field of kind `people` that names them. */
  readonly field: string;
  readonly min: number;
  /** Kind of certificate each must hold, valid on the day of the step. */
  readonly certificate: string;
  readonly basis: Basis;
  /** The actor himself must be one of them. */
  readonly actorAmong?: boolean;
}

/** What a step does to a clock. */
export type ClockEffect<F extends Facts = Facts, I = JsonObject> = {
  readonly clock: string;
  /** Only where this holds. */
  readonly when?: (view: StepView<F, I>) => boolean;
  /** The day it counts from, or is stopped on; the day of the step unless said. */
  readonly from?: (view: StepView<F, I>) => LegalDate;
} & (
  | { readonly do: 'start' }
  | {
      readonly do: 'pause';
      readonly reason: string | ((view: StepView<F, I>) => string);
      readonly basis?: Basis;
    }
  | { readonly do: 'resume' }
  | {
      readonly do: 'extend';
      readonly by: (view: StepView<F, I>) => Limit;
      readonly reason: (view: StepView<F, I>) => string;
    }
  | {
      /** Another day for a clock whose day was set by decision (SPEC C22). */
      readonly do: 'move';
      readonly to: (view: StepView<F, I>) => LegalDate;
      readonly reason: (view: StepView<F, I>) => string;
    }
  | { readonly do: 'stop' }
);

export interface ClockDeclaration<F extends Facts = Facts> {
  readonly name: string;
  /** Id of the provision, or the choice of one by the facts and the day: 2017 matters run by 2017 law. */
  readonly rule: string | ((view: StepView<F>) => string);
  /** A shorter limit promised to the public. */
  readonly promised?: (view: StepView<F>) => Limit | undefined;
  /** Where the law leaves the limit to be set, or a special law sets another. */
  readonly limit?: (view: StepView<F>) => Limit | undefined;
  /** The day itself, where it is set by decision and not counted; the rule then says by what right it is set. */
  readonly set?: (view: StepView<F>) => LegalDate | undefined;
  /** The clock shown first on the matter page. */
  readonly main?: boolean;
  /** Workdays before the due day at which it counts as near. Default 3. */
  readonly near?: number;
  /** A limit that binds the other side (补正期限): late gives no alert against the office. */
  readonly bindsApplicant?: boolean;
}

/** A matter of another procedure that a step opens beside this one. */
export interface ChildOpening<F extends Facts = Facts, I = JsonObject> {
  readonly procedure: string;
  /** Start step of the child. */
  readonly step: string;
  /** How this matter calls it, e.g. `legality-review`. */
  readonly link: string;
  readonly when?: (view: StepView<F, I>) => boolean;
  /** Input of the child's opening step. */
  readonly input?: (view: StepView<F, I>) => JsonObject;
  /** Instead of `input`: one child for each, e.g. a task for each row of a plan. */
  readonly each?: (view: StepView<F, I>) => readonly JsonObject[];
}

/** A step that this step takes on children it opened before: a plan that is amended amends its tasks (SPEC P16). */
export interface Steering<F extends Facts = Facts, I = JsonObject> {
  readonly link: string;
  readonly step: string;
  /** Input of the child's step; undefined leaves this child as it is. Closed children are not asked about. */
  readonly input: (view: StepView<F, I>, child: MatterState) => JsonObject | undefined;
}

export interface StepDeclaration<F extends Facts = Facts, S extends z.ZodObject = z.ZodObject> {
  /** A verb as officials use it: 受理, 作出处罚决定. */
  readonly name: string;
  /** Stages in which it may be taken (any of them); `[]` for the step that opens the matter. */
  readonly from: readonly string[];
  /** Stays open when the matter is closed, which it leaves closed, e.g. a decision annulled on review. */
  readonly afterClosing?: boolean;
  /** Needs all of `from` at once: the end of parallel work. */
  readonly join?: boolean;
  /** Stages reached; several run in parallel; none: the matter stays where it is. */
  readonly to?: readonly string[];
  readonly by: readonly PostKindId[];
  /**
   * The actor's unit need not be the unit of the matter (a legal office reviewing another unit's file): for all of
   * `by`, or for some of them, where others of them act for their own unit alone (SPEC P4).
   */
  readonly anyUnit?: boolean | readonly PostKindId[];
  readonly fields: S;
  readonly basis?: Basis;
  readonly officers?: OfficersRule;
  readonly notBy?: readonly Separation[];
  readonly gates?: readonly Gate<F, z.infer<S>>[];
  readonly clocks?: readonly ClockEffect<F, z.infer<S>>[];
  /** List items fixed to the matter as they stand on the day, by pin name → field that holds the code. */
  readonly pins?: { readonly [pin: string]: { readonly list: string; readonly field: string } };
  /** Facts that follow from the input. Never personal. */
  readonly derive?: (view: StepView<F, z.infer<S>>) => JsonObject;
  /**
   * Values that stand in the form until they are changed, by field: what the matter already knows under other words.
   * They decide nothing, and are given no personal value (SPEC P24).
   */
  readonly proposes?: (view: Omit<StepView<F>, 'input'>) => JsonObject;
  /** Publications (by id) that become due. */
  readonly publishes?: readonly string[];
  /** Publications (by id) whose days run from here on, before they are due: where a law names the last day (SPEC D3). */
  readonly expects?: readonly string[];
  readonly opens?: readonly ChildOpening<F, z.infer<S>>[];
  /** Steps taken on children in the same transaction. */
  readonly steers?: readonly Steering<F, z.infer<S>>[];
  /** Keys that may exist once in a region, e.g. a document number. */
  readonly claims?: readonly { readonly kind: string; readonly field: string; readonly say: string }[];
  /** Documents (by id) that can be printed once the step is taken. */
  readonly documents?: readonly string[];
  /** How the matter ended. Required exactly where `to` reaches a final stage. */
  readonly outcome?: string | ((view: StepView<F, z.infer<S>>) => string);
  /** Only on a step that opens the matter: the unit that will handle it, where that is not the actor's own. */
  readonly unitOf?: (view: StepView<F, z.infer<S>>) => string;
  /** A remark shown above the form. */
  readonly help?: string;
  /** The usual next step: one key does it from the to-do list. */
  readonly usual?: boolean;
  /** May be taken, but nobody waits for it (calling a task off): no reason to stand in a to-do (SPEC P20). */
  readonly aside?: boolean;
  /** Waited for only where the item that was pinned says so (granted on the spot, on commitment); a gate refuses the rest (SPEC P25). */
  readonly forItems?: ItemMark;
}

/** A field of a pinned item with the value it must have. */
export interface ItemMark {
  readonly pin: string;
  readonly field: string;
  readonly is: string | boolean;
}

/** May this kind of post take the step for a matter of any unit? */
export function takesAnywhere(
  { by, anyUnit }: Pick<StepDeclaration, 'by' | 'anyUnit'>,
  kind: PostKindId,
): boolean {
  return by.includes(kind) && (typeof anyUnit === 'object' ? anyUnit.includes(kind) : anyUnit === true);
}

export interface StageDeclaration {
  readonly name: string;
  readonly final?: boolean;
  /** Nothing is waiting: the matter rests here until something happens (a certificate that is held). */
  readonly resting?: boolean;
}

/** A formal legal instrument (执法文书) of a matter; rendered as .docx, page or print elsewhere. */
export interface DocumentDeclaration<F extends Facts = Facts> {
  readonly name: string;
  /** Holds no personal value, and is given none: whoever may see the matter may make it (SPEC P19). */
  readonly impersonal?: true;
  /** Whether the matter calls for it where its step was taken; absent: it does. */
  readonly applies?: (facts: F) => boolean;
  readonly render: (view: DocumentView<F>) => DocumentContent;
}
export interface DocumentView<F extends Facts = Facts> {
  readonly facts: F;
  readonly matter: MatterState;
  readonly unitName: string;
  readonly personName: (person: string) => string;
  readonly certificateNumber: (person: string) => string;
  /** Legal due day of a clock of the matter. */
  readonly dueOf: (clock: string) => LegalDate | undefined;
  /** The same as an instrument writes it, with what is still uncertain about it; empty where no such clock ran. */
  readonly dueText: (clock: string) => string;
}
export type DocumentBlock =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly bold?: boolean;
      readonly align?: 'left' | 'center' | 'right';
    }
  | { readonly kind: 'rights'; readonly text: string }
  | { readonly kind: 'form'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };
export interface DocumentContent {
  readonly title: string;
  readonly number?: string;
  readonly addressee?: string;
  readonly blocks: readonly DocumentBlock[];
  readonly issuer: string;
  readonly date: LegalDate;
}

/** How long personal values of a closed matter are kept; after that they may be destroyed (forgotten). */
export interface Retention {
  /** Whole years after the day of closing. */
  readonly years: number;
  readonly basis: Basis;
  /** What is not certain about the period, in Chinese, for whoever orders the destruction. */
  readonly caution?: string;
}

/** A procedure: everything the product derives forms, routes, rights, clocks, alerts and figures from. */
export interface ProcedureDeclaration<F extends Facts = Facts> {
  /** Lower-case English term of GLOSSARY.md. */
  readonly id: string;
  /** Raised with every change that alters what may happen; matters stay with the version they began under. */
  readonly version: number;
  /** Row of the mission, e.g. E6. */
  readonly row: string;
  readonly name: string;
  readonly chapter: Chapter;
  /** One Chinese sentence: what it is for. Shown where a register is empty. */
  readonly about: string;
  readonly basis: readonly Basis[];
  /** Two to four capital letters that begin the receipt number. */
  readonly prefix: string;
  readonly stages: { readonly [stage: string]: StageDeclaration };
  readonly steps: { readonly [step: string]: StepDeclaration<F, z.ZodObject> };
  readonly clocks?: { readonly [clock: string]: ClockDeclaration<F> };
  readonly publications?: { readonly [publication: string]: PublicationDeclaration<F> };
  readonly rules?: readonly RuleDeclaration<F>[];
  readonly documents?: { readonly [document: string]: DocumentDeclaration<F> };
  readonly indicators?: readonly IndicatorDeclaration<F>[];
  /** The line by which people know the matter. Must not contain personal values. */
  readonly title: (facts: F) => string;
  /** Fields (beside number and title) that search looks into; personal ones included, for those who may. */
  readonly search?: readonly string[];
  /** Fields a register shows as columns, beside number, title, stage, unit and due day. */
  readonly columns?: readonly string[];
  /** Facts that the parent matter learns when this one ends. */
  readonly reports?: readonly string[];
  /** The certificate this matter stands for, as it is after each step; officers' steps ask for it (row E2). */
  readonly certifies?: (after: MatterState) => Certificate | undefined;
  /** May be opened only by another matter. */
  readonly onlyAsChild?: boolean;
  /** What whoever holds the receipt number may see; absent: nothing. */
  readonly progress?: ProgressDeclaration;
  /** Absent: personal values are never destroyed. */
  readonly retention?: Retention;
  /**
   * Page of the console on which its steps with provided values are taken (SPEC P17). `path` without facts is where a
   * new one is begun.
   */
  readonly desk?: { readonly name: string; readonly path: (facts: Partial<F>) => string };
  /**
   * Page of the console, or register of another procedure, that stands for its register: the register is told there and
   * not beside it (SPEC P28). A desk is the board of its procedure already.
   */
  readonly board?: string;
  /** Step by which the public itself opens a matter in the portal. */
  readonly publicStart?: string;
}

/** Names a step or a gate and checks its types against the facts and its own fields. */
export function words<F extends Facts>() {
  return {
    step<S extends z.ZodObject>(declaration: StepDeclaration<F, S>): StepDeclaration<F, z.ZodObject> {
      return declaration as unknown as StepDeclaration<F, z.ZodObject>;
    },
    gate<I = JsonObject>(declaration: Gate<F, I>): Gate<F, I> {
      return declaration;
    },
  };
}

/** Forgets the type of the facts, so that procedures of all kinds fit one registry. */
export function defineProcedure<F extends Facts>(declaration: ProcedureDeclaration<F>): ProcedureDeclaration {
  return declaration as unknown as ProcedureDeclaration;
}
