import type { LegalDate } from '../dates.ts';

/** A run of text. A figure keeps its id in every rendering, so that each number leads back to its records. */
export type Inline =
  | string
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'figure'; readonly id: string; readonly text: string; readonly href?: string };

/** One of the four heading levels of GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  /** With or without its label; a missing label is counted in. */
  readonly text: string;
  /** Text that runs on in the heading's own paragraph. */
  readonly body?: readonly Inline[];
}

/** A paragraph of body text, two characters indented unless `flush`. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
  readonly flush?: boolean;
}

export interface TableColumn {
  readonly header: string;
  readonly align?: 'text' | 'number' | 'center';
  /** Share of the table's width, relative to the other columns; 1 when absent. */
  readonly width?: number;
}

/** A data table; its header row repeats on every page. */
export interface Table {
  readonly kind: 'table';
  readonly caption?: string;
  /** Unit of the figures, shown above the right edge as 单位：…. */
  readonly unit?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Inline[])[];
}

/** A cell of an approval form. */
export interface FormCell {
  readonly text: string;
  /** A label is centred and set apart from what is filled in. */
  readonly label?: boolean;
  /** Grid columns it spans; 1 when absent. */
  readonly span?: number;
  /** Least height in lines, so that there is room to write. */
  readonly lines?: number;
  /** Last line of the cell at the right, e.g. 签名：　　　年　月　日. */
  readonly sign?: string;
}

/** A bordered form of labels and values, e.g. 立案审批表. */
export interface Form {
  readonly kind: 'form';
  /** Relative widths of the grid columns. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly FormCell[])[];
}

/** Lines of label and value, e.g. the party of a case; the values keep one left edge. */
export interface Details {
  readonly kind: 'details';
  readonly entries: readonly { readonly label: string; readonly value: string }[];
}

/** Lines to be signed by hand. */
export interface SignatureLines {
  readonly kind: 'sign';
  readonly lines: readonly string[];
}

export type Block = Heading | Paragraph | Table | Form | Details | SignatureLines;

/** 署名 and 成文日期. */
export interface Signature {
  /** Signing bodies in order. */
  readonly issuers: readonly string[];
  readonly date: LegalDate;
  /** A seal is put over name and date, so room is left for it (GB/T 9704-2012, 7.3.5.1). */
  readonly sealed: boolean;
}

/** What lets a reader check a paper against the ledger. */
export interface Verification {
  /** Short text of the seal and where to check it. */
  readonly text: string;
  /** QR code of the checking address, PNG. */
  readonly qrPng?: Uint8Array;
}

/** An annex named in 附件说明; with blocks it is set on its own pages, without it only its name is listed. */
export interface Annex {
  readonly title: string;
  readonly blocks?: readonly Block[];
}

/** An official paper 公文 by GB/T 9704-2012, as data. */
export interface OfficialDocument {
  /** Full title; a line break in it is kept, otherwise the lines are balanced. */
  readonly title: string;
  /** 发文机关标志 in red, e.g. ××管理委员会文件. Without it the paper is a plain report. */
  readonly mark?: string;
  /** 份号, six digits. */
  readonly copyNumber?: string;
  /** 密级和保密期限. */
  readonly secrecy?: string;
  /** 紧急程度, 特急 or 加急. */
  readonly urgency?: string;
  readonly number?: string;
  /** 签发人 of a report upward. */
  readonly signers?: readonly string[];
  /** 主送机关. */
  readonly recipients?: string;
  readonly blocks: readonly Block[];
  readonly annexes?: readonly Annex[];
  readonly signature?: Signature;
  /** 附注, without brackets. */
  readonly note?: string;
  /** 版记. */
  readonly imprint?: { readonly copyTo?: string; readonly office: string; readonly date: LegalDate };
  readonly verification?: Verification;
}

/** A formal instrument 执法文书 or 办件文书, filled and ready to render. */
export interface Instrument {
  /** The body in whose name it is issued, above the title. */
  readonly organ: string;
  /** Name of the instrument, e.g. 行政处罚决定书. */
  readonly name: string;
  readonly number?: string;
  readonly blocks: readonly Block[];
  readonly signature?: Signature;
  /** Line at the foot: copies and to whom they go. */
  readonly copies?: string;
  readonly verification?: Verification;
}
