import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  HorizontalPositionRelativeFrom,
  ImageRun,
  LineRuleType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalPositionRelativeFrom,
  WidthType,
} from 'docx';
import { chineseDate } from '../../kernel/dates.ts';
import type { Annex, OfficialDocument, Signature, Verification } from '../../kernel/wording/document.ts';
import { blankLines, bodyFlow, type Flow, roomlessLine } from './body.ts';
import { textWidth } from './inline.ts';
import { CHARACTER, mm, PAGE, SIZE, TYPE_AREA } from './layout.ts';
import { titleParagraph } from './masthead.ts';
import { run } from './runs.ts';
import { STYLE } from './styles.ts';
import { annexLabel, annexNames } from './text.ts';

/**
 * 附件说明 (7.3.4): one line below the body, names without punctuation, run-over lines under the name; tied to the
 * signature below if there is one.
 */
export function annexNote(annexes: readonly Annex[], keepNext: boolean): Paragraph[] {
  if (annexes.length === 0) return [];
  const numbered = annexes.length > 1;
  const label = 3;
  const ordinal = numbered ? 0.75 : 0;
  const lines = annexNames(annexes).map((text, index) => {
    const first = index === 0;
    return new Paragraph({
      style: STYLE.flush,
      keepNext,
      alignment: AlignmentType.LEFT,
      indent: {
        left: characters(2 + label + ordinal),
        hanging: characters(first ? label + ordinal : ordinal),
      },
      children: [run(text)],
    });
  });
  return [...blankLines(1, keepNext), ...lines];
}

/** Right indents, in characters, of the signing bodies and the date. */
interface SignatureIndents {
  readonly issuers: readonly number[];
  readonly date: number;
}

/** Four characters stay free at the right of a sealed date, two of an unsealed name (7.3.5). */
const SEALED_RIGHT = 4;
const UNSEALED_RIGHT = 2;

/**
 * Where name and date stand. Sealed: the date four characters from the right, names centred over it. Unsealed: the name
 * two characters from the right and the date beginning two characters further in; a date longer than its name keeps
 * the two characters and moves the name instead.
 */
export function signatureIndents(signature: Signature): SignatureIndents {
  const date = textWidth(chineseDate(signature.date));
  const names = signature.issuers.map(textWidth);
  const widest = Math.max(date, ...names);
  if (signature.sealed) {
    const center = Math.max(SEALED_RIGHT + date / 2, widest / 2);
    return { issuers: names.map((name) => center - name / 2), date: center - date / 2 };
  }
  const widestName = Math.max(...names);
  const dateRight = Math.max(UNSEALED_RIGHT, UNSEALED_RIGHT + widestName - 2 - date);
  const nameStart = dateRight + date + 2;
  return { issuers: names.map((name) => nameStart - name), date: dateRight };
}

/**
 * 署名 and 成文日期, kept together on one page; two lines are left above a seal, one line otherwise. `keepWithNext` ties
 * them to what stands under them.
 */
export function signatureLines(signature: Signature, keepWithNext = false): Paragraph[] {
  const indents = signatureIndents(signature);
  const line = (text: string, right: number, keepNext: boolean) =>
    new Paragraph({
      style: STYLE.flush,
      keepNext,
      alignment: AlignmentType.RIGHT,
      indent: { right: characters(right) },
      children: [run(text)],
    });
  const names = signature.issuers.flatMap((issuer, index) => [
    ...blankLines(index > 0 && signature.sealed ? 3 : 0, true),
    line(issuer, indents.issuers[index]!, true),
  ]);
  return [
    ...blankLines(signature.sealed ? 2 : 1, true),
    ...names,
    line(chineseDate(signature.date), indents.date, keepWithNext),
  ];
}

/** 附注, in brackets under the date (7.3.6). */
export function noteLine(note: string): Paragraph {
  return new Paragraph({ style: STYLE.body, children: [run(`（${note}）`)] });
}

/** Annexes that are set out, each on a new page: label at the upper left, title on the third line (7.3.7). */
export function annexPages(annexes: readonly Annex[]): Flow[] {
  return annexes.flatMap((annex, index) => {
    if (!annex.blocks) return [];
    const label = annexLabel(index, annexes.length);
    return [
      new Paragraph({ style: STYLE.annexLabel, pageBreakBefore: true, children: [run(label)] }),
      ...blankLines(1),
      titleParagraph(annex.title),
      ...blankLines(1),
      ...bodyFlow(annex.blocks),
    ];
  });
}

/** 0.35 mm and 0.25 mm in eighths of a point. */
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const IMPRINT_CHARACTER = SIZE.four * 10;

/**
 * 版记 at the foot of the last page: thick rules outside, a thin one between, the last on the lower edge of the type
 * area (7.4). Above it, or alone where the paper has none, what a reader checks the paper with.
 */
export function imprint({ imprint: stated, verification }: OfficialDocument): Flow[] {
  const { copyTo, office, date } = stated ?? {};
  const rows = [
    ...(copyTo ? [copyToLine(copyTo)] : []),
    ...(office && date ? [issueLine(office, `${chineseDate(date)}印发`)] : []),
  ];
  const lines = [
    ...(verification ? [verificationRow(verification, rows.length > 0)] : []),
    ...rows.map((row) => imprintRow(row)),
  ];
  if (lines.length === 0) return [];
  return [atFoot(lines, rows.length > 0 && !verification ? THICK : NONE, rows.length > 0), roomlessLine()];
}

/**
 * A table at the foot of the last page. It floats, placed from the edge of the paper: LibreOffice sets a table as wide
 * as the text in line when it is placed from the margin.
 */
function atFoot(rows: readonly TableRow[], top: typeof NONE | typeof THICK, ruled: boolean): Table {
  return new Table({
    rows: [...rows],
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0 },
    columnWidths: [TYPE_AREA.width],
    width: { size: TYPE_AREA.width, type: WidthType.DXA },
    borders: {
      top,
      bottom: ruled ? THICK : NONE,
      left: NONE,
      right: NONE,
      insideHorizontal: ruled ? THIN : NONE,
      insideVertical: NONE,
    },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: PAGE.left,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      leftFromText: 0,
      rightFromText: 0,
    },
  });
}

const QR_MM = 20;
/** Room between the code and the words beside it. */
const QR_GAP_MM = 3;

/** QR code at the left, the words beside it. */
function verificationRow({ text, qrPng }: Verification, ruled: boolean): TableRow {
  const paragraph = new Paragraph({
    style: STYLE.imprint,
    spacing: { line: 280, lineRule: LineRuleType.AT_LEAST },
    ...(qrPng ? { indent: { left: mm(QR_MM + QR_GAP_MM) } } : {}),
    children: [...(qrPng ? [qrImage(qrPng)] : []), run(text, { face: 'song', size: SIZE.six })],
  });
  return imprintRow(paragraph, qrPng && mm(QR_MM + 2), ruled);
}

function qrImage(png: Uint8Array): ImageRun {
  const pixels = (QR_MM / 25.4) * 96;
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: pixels, height: pixels },
    altText: { name: '核验二维码', description: '扫码核验本文件', title: '核验二维码' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.COLUMN, offset: 0 },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: 0 },
    },
  });
}

/** @param height least height of a row that stands above the 版记, twips */
function imprintRow(paragraph: Paragraph, height?: number, ruled = false): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(height ? { height: { value: height, rule: HeightRule.ATLEAST } } : {}),
    children: [
      new TableCell({
        children: [paragraph],
        width: { size: TYPE_AREA.width, type: WidthType.DXA },
        ...(ruled ? { borders: { bottom: THICK } } : {}),
      }),
    ],
  });
}

function copyToLine(copyTo: string): Paragraph {
  return new Paragraph({
    style: STYLE.imprint,
    indent: { left: IMPRINT_CHARACTER * 4, hanging: IMPRINT_CHARACTER * 3, right: IMPRINT_CHARACTER },
    children: [run(`抄送：${copyTo.replace(/。$/, '')}。`)],
  });
}

function issueLine(office: string, issued: string): Paragraph {
  return new Paragraph({
    style: STYLE.imprint,
    indent: { left: IMPRINT_CHARACTER },
    tabStops: [{ type: TabStopType.RIGHT, position: TYPE_AREA.width - IMPRINT_CHARACTER }],
    children: [run(office), run(`\t${issued}`)],
  });
}

function characters(count: number): number {
  return Math.round(count * CHARACTER);
}
