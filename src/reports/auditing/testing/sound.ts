import { knownReport } from '../../reading/testing/documents.ts';
import { knownPlan } from '../../reading/testing/plans.ts';

/** A generated document without defects, with what a planter needs to know of it. */
export interface SoundDocument {
  kind: 'report' | 'plan';
  lines: string[];
  /** Top-level headings of reports, in order: where they stand and how their number is printed. */
  chapters: { line: number; number: string }[];
}

/** Words the stock of the generator doubles by chance (责任清单责任清单); a proof-reader would rightly mark them. */
const CHANCE_DOUBLE = /([\u4e00-\u9fff]{2,4})\1(?!性)/g;

/** Cleaning takes these out; without them positions can be told in advance. */
const SPACE_AFTER_MARK = /^([一二三四五\d]{1,2}[、.．，]) /;

/** Two titles that got one number by chance. */
function sharesNumber(lines: readonly string[]): boolean {
  const titles = new Map<string, string>();
  for (const [, title, number] of lines.join('\n').matchAll(/《([^》]+)》（(某办发[^）]+)）/g)) {
    const known = titles.get(number!);
    if (known !== undefined && known !== title) return true;
    titles.set(number!, title!);
  }
  return false;
}

/** Every second seed a report, every other a plan; null for the few seeds whose text has a defect by chance. */
export function soundDocument(seed: number): SoundDocument | null {
  const once = (line: string) => line.replace(CHANCE_DOUBLE, '$1').replace(SPACE_AFTER_MARK, '$1');
  if (seed % 2 === 0) return { kind: 'plan', lines: knownPlan(seed).lines.map(once), chapters: [] };
  const report = knownReport(seed);
  if (sharesNumber(report.lines)) return null;
  const lines = report.lines.map(once);
  const chapters: SoundDocument['chapters'] = [];
  let from = 0;
  for (const { level, number, title } of report.sections) {
    if (level !== 1) continue;
    const line = lines.findIndex(
      (text, at) => at >= from && text.startsWith(number) && text.endsWith(once(title)),
    );
    if (line === -1) return null;
    chapters.push({ line, number });
    from = line + 1;
  }
  return { kind: 'report', lines, chapters };
}
