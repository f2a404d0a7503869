/**
 * What reading a report or a plan yields: the JSON of `fazhi read FILE --json`.
 *
 * Every `start` and `end` is a UTF-16 offset into the cleaned text (`Reading.text`, printed by `--text`);
 * `end` is exclusive. A `section` of a figure, relation, task or mention is an index into `sections`,
 * null where the text stands before the first heading.
 */

/** Which of the common outlines of annual reports and plans the headings follow. */
export type Skeleton =
  /** 主要举措和成效 / 存在的不足和原因 / 主要负责人履职 / 下一年度安排 (the form of the 2019 rules). */
  | 'four-part'
  /** The same form with the first responsible person's duties as chapter one. */
  | 'four-part-leader-first'
  /** 依法全面履行政府职能 … (outline of the 2015–2020 implementation programme). */
  | 'outline-2015'
  /** 机构职能体系 … (outline of the 2021–2025 implementation programme). */
  | 'outline-2021'
  /** A plan: 总体要求 / 工作要点（主要任务） / 组织保障. */
  | 'plan'
  /** Headings of the author's own. */
  | 'themed'
  /** No numbered heading at all. */
  | 'none';

/** What kind of numbering a heading carries; the printed form is in `number`. */
export type NumberStyle =
  /** 第一章 */
  | 'chapter'
  /** 第一节 */
  | 'division'
  /** 第一条 */
  | 'article'
  /** 一、 */
  | 'han'
  /** (一) */
  | 'han-bracket'
  /** 1. */
  | 'arabic'
  /** (1) or 1) */
  | 'arabic-bracket'
  /** ① */
  | 'circled'
  /** 一是 */
  | 'enumerated'
  /** A heading printed without its number. */
  | 'unnumbered';

export interface Section {
  /** Depth in the tree of headings, from 1. */
  level: number;
  /** As printed, without the mark that follows: 一, (一), 1, (1), 一是, 第一章; '' where it was left out. */
  number: string;
  /** The heading's words, without number and closing mark. */
  title: string;
  /** Offset of the number. */
  start: number;
  /** Where the next heading of the same or a higher level begins, or the text ends. */
  end: number;
  style: NumberStyle;
  /** Numeric value of the number (一 → 1); null where it was left out. */
  ordinal: number | null;
  /** Index of the enclosing section; null at the top. */
  parent: number | null;
  /** Where the title begins and ends. */
  titleStart: number;
  titleEnd: number;
  /** Whether body text follows the title on the same line. */
  runIn: boolean;
}

export interface Annex {
  /** As printed: 附件1, 附件. */
  label: string;
  title: string;
  start: number;
  end: number;
}

export interface DocumentHead {
  title: string | null;
  issuer: string | null;
  /** Document number in normal form: 国办发〔2020〕20号. */
  number: string | null;
  /** Date of signature, else of publication: YYYY-MM-DD. */
  date: string | null;
  skeleton: Skeleton;
  /** 主送 as printed, without the closing colon. */
  addressee: string | null;
  /** 发布日期 of the page. */
  published: string | null;
  /** 来源 of the page. */
  source: string | null;
  /** 落款 as printed. */
  signature: string | null;
  annexes: Annex[];
}

export interface Figure {
  id: string;
  /** What is counted or measured, in the words of the text. */
  subject: string;
  /** The full number: 20.4亿元 → 2040000000, 25.3% → 25.3. The lower end of a range. */
  value: number;
  /** The upper end of a range (10至15次); null otherwise. */
  valueTo: number | null;
  /** As printed, without 万 and 亿: 件, 人次, %, 个百分点, 元. */
  unit: string;
  /** 余 近 约 以上 以下 不超过 达 多 …; '' where there is none. */
  qualifier: string;
  /** 截至11月, 1-10月, 同比 …; '' where there is none. */
  period: string;
  /** The figure as printed, number with unit. */
  text: string;
  start: number;
  end: number;
  section: number | null;
  /** Code of the indicator it maps to; null where none fits. */
  indicator: string | null;
  /** Direction of a change: 增长 → up, 下降 → down. */
  polarity: 'up' | 'down' | null;
  /** Said in words without a number (零, 未, 无). */
  negated: boolean;
}

export type RelationKind = 'sum' | 'rate' | 'change' | 'difference' | 'count' | 'same';

export interface Relation {
  kind: RelationKind;
  /** Ids of the figures that enter the computation. */
  parts: string[];
  /** Id of the figure they add up to or are measured against; null where it is not a figure. */
  total: string | null;
  /** The value the text states. */
  stated: number | null;
  /** The value that follows from the parts. */
  computed: number | null;
  /** null: cannot say. */
  holds: boolean | null;
  /** In Chinese: how it was computed, rounding or truncation named. */
  note: string;
  start: number;
  end: number;
  section: number | null;
}

export interface Mention {
  start: number;
  end: number;
  /** As printed. */
  text: string;
}

export interface MentionedDocument {
  /** Title without its marks; '' where only the number is given. */
  title: string;
  /** Document number in normal form; null where none is given. */
  number: string | null;
  occurrences: Mention[];
}

export interface Demand {
  text: string;
  start: number;
  end: number;
  /** The measurable parts: 每年至少2次, 不低于10%, 印发后一个月内. */
  quantities: Quantity[];
}

export interface Quantity {
  kind: 'frequency' | 'minimum' | 'maximum' | 'exact' | 'deadline' | 'period';
  text: string;
  start: number;
  end: number;
  /** The bound, in `unit`; null for a deadline given in words. */
  value: number | null;
  unit: string;
  /** 每年, 每季度 …; '' where it does not recur. */
  per: string;
}

export interface TaskUnit {
  name: string;
  role: 'lead' | 'responsible' | 'cooperating';
}

export interface Task {
  number: string;
  /** Heading of the part the task stands in. */
  part: string;
  title: string;
  text: string;
  start: number;
  end: number;
  section: number;
  demands: Demand[];
  units: TaskUnit[];
  /** YYYY-MM-DD where the text fixes a day; otherwise as printed; null where none is set. */
  due: string | null;
  dueText: string | null;
  /** Titles of the documents the task refers to. */
  basis: string[];
}

export type Severity = 'error' | 'warning' | 'hint';

export interface Finding {
  code: string;
  severity: Severity;
  text: string;
  start: number;
  end: number;
  /** In Chinese: what is wrong and why. */
  message: string;
  suggestion: string | null;
  /** Shown only with `--soft`. */
  soft: boolean;
}

export interface Reading {
  document: DocumentHead;
  sections: Section[];
  figures: Figure[];
  relations: Relation[];
  documents: MentionedDocument[];
  tasks: Task[];
  findings: Finding[];
}

/** A reading with the cleaned text its positions refer to. */
export interface ReadDocument extends Reading {
  text: string;
}
