import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TabStopType } from 'docx';
import type { OfficialDocument } from '../../kernel/wording/document.ts';
import { blankLines } from './body.ts';
import { CHARACTER, LINE, mm, RED, TYPE_AREA } from './layout.ts';
import { run } from './runs.ts';
import { STYLE } from './styles.ts';
import { titleLines } from './title.ts';

/** Top of the letterhead below the top of the type area (7.2.4). */
const MARK_TOP = mm(35);
/** Lines kept for 份号, 密级 and 紧急程度, whether or not they are there. */
const CLASSIFICATION_LINES = 3;
/** The letterhead is never larger than the issuing body of a province would use, and fits on one line. */
const MARK_MAX_POINTS = 56;
const TYPE_AREA_POINTS = TYPE_AREA.width / 20;

/** 版头: everything above the red rule, and the rule. Empty for a plain report. */
export function masthead(document: OfficialDocument): Paragraph[] {
  if (!document.mark) return [];
  return [
    ...classification(document),
    markLine(document.mark),
    ...blankLines(2),
    numberLine(document),
    redRule(),
    ...blankLines(2),
  ];
}

function classification(document: OfficialDocument): Paragraph[] {
  const stated = [
    document.copyNumber && run(document.copyNumber),
    document.secrecy && run(document.secrecy, { face: 'hei' }),
    document.urgency && run(document.urgency, { face: 'hei' }),
  ].filter((line) => line !== undefined && line !== '');
  const lines = stated.map((line) => new Paragraph({ style: STYLE.flush, children: [line] }));
  return [...lines, ...blankLines(CLASSIFICATION_LINES - lines.length)];
}

function markLine(mark: string): Paragraph {
  const points = Math.min(MARK_MAX_POINTS, Math.floor((TYPE_AREA_POINTS - 8) / [...mark].length));
  return new Paragraph({
    style: STYLE.mark,
    alignment: AlignmentType.CENTER,
    spacing: {
      before: MARK_TOP - CLASSIFICATION_LINES * LINE,
      line: Math.round(points * 20 * 1.1),
      lineRule: LineRuleType.EXACT,
    },
    children: [run(mark, { size: points * 2, color: RED })],
  });
}

/** The number is centred; a report upward moves it to the left and names the signing leader at the right (7.2.5). */
function numberLine(document: OfficialDocument): Paragraph {
  const number = document.number ?? '';
  if (!document.signers?.length) {
    return new Paragraph({
      style: STYLE.flush,
      alignment: AlignmentType.CENTER,
      children: [run(number)],
    });
  }
  return new Paragraph({
    style: STYLE.flush,
    alignment: AlignmentType.LEFT,
    tabStops: [
      { type: TabStopType.LEFT, position: CHARACTER },
      { type: TabStopType.RIGHT, position: TYPE_AREA.width - CHARACTER },
    ],
    children: [run(`\t${number}`), run('\t签发人：'), run(document.signers.join('　'), { face: 'kai' })],
  });
}

/** 4 mm below the number, as wide as the type area (7.2.7). */
function redRule(): Paragraph {
  return new Paragraph({
    style: STYLE.roomless,
    spacing: { before: mm(1.8) },
    border: { top: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 0 } },
  });
}

/** Title, one paragraph with its lines balanced, and 主送机关 after an empty line. */
export function titleAndRecipients(document: Pick<OfficialDocument, 'title' | 'recipients'>): Paragraph[] {
  const recipients = document.recipients
    ? [
        new Paragraph({
          style: STYLE.flush,
          children: [run(`${document.recipients.replace(/[:：]$/, '')}：`)],
        }),
      ]
    : [];
  return [titleParagraph(document.title), ...blankLines(1), ...recipients];
}

/** A title on as many lines as it needs. */
export function titleParagraph(title: string): Paragraph {
  const [first = '', ...rest] = titleLines(title);
  return new Paragraph({
    style: STYLE.title,
    keepLines: true,
    children: [run(first), ...rest.map((line) => run(line, { newLine: true }))],
  });
}
