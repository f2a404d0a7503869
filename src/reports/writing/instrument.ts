import { AlignmentType, BorderStyle, Paragraph } from 'docx';
import type { Instrument } from '../../kernel/wording/document.ts';
import { blankLines } from './body.ts';
import { SIZE } from './layout.ts';
import { run } from './runs.ts';
import { STYLE } from './styles.ts';

/** Body, name and number of an instrument, centred above its text. */
export function instrumentHead(instrument: Instrument): Paragraph[] {
  const title = (text: string) =>
    new Paragraph({ style: STYLE.title, keepNext: true, children: [run(text)] });
  const number = instrument.number
    ? [
        new Paragraph({
          style: STYLE.flush,
          alignment: AlignmentType.CENTER,
          children: [run(instrument.number)],
        }),
      ]
    : [];
  return [title(instrument.organ), title(instrument.name), ...number, ...blankLines(1)];
}

/** The line that says how many copies there are and for whom, under a rule. */
export function instrumentFoot(instrument: Instrument): Paragraph[] {
  if (!instrument.copies) return [];
  return [
    ...blankLines(1, true),
    new Paragraph({
      style: STYLE.flush,
      border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 4 } },
      children: [run(instrument.copies, { size: SIZE.four })],
    }),
  ];
}
