import { chineseDate, legalDateOf } from '../../kernel/dates.ts';
import type { Block, Inline, OfficialDocument, Verification } from '../../kernel/wording/document.ts';
import { type Run, runsOf } from '../../kernel/wording/figures-in-text.ts';
import type { DraftBlock, DraftFigure, Issue, ReportDraft } from './model.ts';
import { figuresUsed, printedText } from './text.ts';

export interface PaperOptions extends Issue {
  /** Address of the page that explains a figure. */
  readonly figureHref?: (id: string) => string;
  readonly verification?: Verification;
}

/** A draft as an official paper. Passages to be written stand in it with a mark, so that none is overlooked. */
export function paperOf(draft: ReportDraft, options: PaperOptions): OfficialDocument {
  const figures = new Map(draft.figures.map((figure) => [figure.id, figure]));
  const inlines = (text: string) => runsOf(text).map((run) => inlineOf(run, figures, options));
  const block = (entry: DraftBlock): Block => {
    if (entry.kind === 'heading') return { kind: 'heading', level: 2, text: entry.text };
    if (entry.kind === 'todo') {
      return { kind: 'paragraph', content: [{ kind: 'bold', text: `【待补写】${entry.text}` }] };
    }
    if (entry.kind === 'table') return tableOf(entry, (text) => cellOf(text, figures, options));
    return { kind: 'paragraph', content: inlines(entry.text) };
  };
  return {
    title: draft.title,
    ...(options.number ? { mark: `${draft.organ}文件`, number: options.number } : {}),
    ...(options.signers ? { signers: options.signers } : {}),
    ...(options.recipients ? { recipients: options.recipients } : {}),
    blocks: [
      ...draft.opening.map(block),
      ...draft.chapters.flatMap((chapter): Block[] => [
        { kind: 'heading', level: 1, text: chapter.title },
        ...chapter.blocks.map(block),
      ]),
    ],
    annexes: annexOf(draft, options),
    signature: { issuers: [draft.organ], date: options.date, sealed: true },
    ...(options.verification ? { verification: options.verification } : {}),
  };
}

/** A cell is a figure where it holds nothing else, so that it can be opened; else it is its text as printed. */
function cellOf(text: string, figures: ReadonlyMap<string, DraftFigure>, options: PaperOptions): Inline {
  const runs = runsOf(text.trim());
  const [only] = runs;
  if (runs.length === 1 && typeof only === 'object') return inlineOf(only, figures, options);
  return printedText(text, figures);
}

/** The first row is the head; a column of numbers stands to the right. */
function tableOf(
  { text, rows: [head = [], ...rows] }: DraftBlock & { kind: 'table' },
  cell: (text: string) => Inline,
): Block {
  const isNumber = (column: number) =>
    rows.length > 0 &&
    rows.every((row) => /^(?:\{\{[^{}]+\}\}|[\d.,%－—-]*)$/.test((row[column] ?? '').trim()));
  return {
    kind: 'table',
    ...(text.trim() === '' ? {} : { caption: text.trim() }),
    columns: head.map((title, at) => {
      const header = cell(title);
      return {
        header: typeof header === 'string' ? header : header.text,
        ...(isNumber(at) ? { align: 'number' as const } : {}),
      };
    }),
    rows: rows.map((row) => head.map((_, at) => cell(row[at] ?? ''))),
  };
}

function inlineOf(run: Run, figures: ReadonlyMap<string, DraftFigure>, { figureHref }: PaperOptions): Inline {
  if (typeof run === 'string') return run;
  const figure = figures.get(run.figure);
  if (!figure) return { kind: 'bold', text: `【缺数：${run.figure}】` };
  const href = figureHref?.(figure.id);
  return { kind: 'figure', id: figure.id, text: figure.text, ...(href ? { href } : {}) };
}

/** Every figure with its value of last year and its definition beside it. */
function annexOf(draft: ReportDraft, { figureHref }: PaperOptions): OfficialDocument['annexes'] {
  const rows = figuresUsed(draft).filter((figure) => !figure.id.endsWith('~'));
  if (rows.length === 0) return [];
  return [
    {
      title: `${draft.year}年度法治政府建设主要数据和口径`,
      blocks: [
        {
          kind: 'table',
          columns: [
            { header: '指标', width: 2.2 },
            { header: '本年', align: 'number', width: 1.45 },
            { header: '上年', align: 'number', width: 1.45 },
            { header: '口径和来源', width: 3.8 },
          ],
          rows: rows.map((figure) => {
            const href = figureHref?.(figure.id);
            return [
              figure.name,
              { kind: 'figure', id: figure.id, text: figure.text, ...(href ? { href } : {}) },
              figure.previous?.text ?? '—',
              figure.definition + sourceNote(figure),
            ];
          }),
        },
        ...sealNote(draft),
      ],
    },
  ];
}

function sourceNote({ source, returned }: DraftFigure): string {
  return source === 'returned' && returned ? `（数据来自“${returned.document}”）` : '';
}

function sealNote({ seal }: ReportDraft): Block[] {
  if (!seal) return [];
  const text = `注：未注明来源的数据由台账记录计算，以第${seal.number}号封存（${chineseDate(legalDateOf(seal.at))}，共${seal.size}条记录）为准。`;
  return [{ kind: 'paragraph', content: [text], flush: true }];
}
