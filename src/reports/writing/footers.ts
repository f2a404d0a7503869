import {
  AlignmentType,
  Footer,
  HorizontalPositionRelativeFrom,
  ImageRun,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  VerticalPositionRelativeFrom,
} from 'docx';
import type { Verification } from '../../kernel/wording/document.ts';
import { textWidth } from './inline.ts';
import { mm, PAGE, SIZE, TYPE_AREA } from './layout.ts';
import { run } from './runs.ts';
import { STYLE } from './styles.ts';
import { fonts } from './typefaces.ts';

const NUMBER_CHARACTER = SIZE.four * 10;
const NOTE_LINE = 240;
/** Advance of one character of the note, twips. */
const NOTE_CHARACTER = SIZE.smallFive * 10;
const QR_MM = 14;
/** Lower edge of the QR code above the edge of the paper: room for a printer's margin. */
const QR_BOTTOM_MM = 8;

/** Distance of the footer from the edge of the paper: the verification lines hang under the page number. */
export function footerDistance(verification: Verification | undefined): number {
  return verification ? PAGE.footer - NOTE_LINE * noteLines(verification) : PAGE.footer;
}

function noteLines(verification: Verification): number {
  const width = TYPE_AREA.width - noteIndent(verification);
  return Math.ceil((textWidth(verification.text) * NOTE_CHARACTER) / width);
}

function noteIndent(verification: Verification): number {
  return verification.qrPng ? mm(QR_MM + 2) : 0;
}

/** Page numbers 「— 1 —」, odd pages at the right and even pages at the left, one character in (7.5). */
export function pageFooters(verification: Verification | undefined): { default: Footer; even: Footer } {
  return {
    default: footer(AlignmentType.RIGHT, { right: NUMBER_CHARACTER }, verification),
    even: footer(AlignmentType.LEFT, { left: NUMBER_CHARACTER }, verification),
  };
}

function footer(
  alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT,
  indent: { left?: number; right?: number },
  verification: Verification | undefined,
): Footer {
  const number = new Paragraph({
    style: STYLE.footer,
    alignment,
    indent,
    children: [new TextRun({ font: fonts('song', 'song'), children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
  return new Footer({ children: verification ? [number, verificationLine(verification)] : [number] });
}

function verificationLine(verification: Verification): Paragraph {
  return new Paragraph({
    style: STYLE.footer,
    indent: { left: noteIndent(verification) },
    spacing: { line: NOTE_LINE, lineRule: LineRuleType.EXACT },
    children: [
      ...(verification.qrPng ? [qrImage(verification.qrPng)] : []),
      run(verification.text, { face: 'song', size: SIZE.smallFive }),
    ],
  });
}

function qrImage(png: Uint8Array): ImageRun {
  const emuPerMm = 36_000;
  const pixels = (QR_MM / 25.4) * 96;
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: pixels, height: pixels },
    altText: { name: '核验二维码', description: '扫码核验本文件', title: '核验二维码' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, offset: 0 },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.PAGE,
        offset: Math.round((297 - QR_BOTTOM_MM - QR_MM) * emuPerMm),
      },
    },
  });
}
