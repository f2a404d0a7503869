import { describe, expect, it } from 'vitest';
import { readDocument } from '../reading/index.ts';
import { writeOfficialDocument } from '../writing/docx.ts';
import { renderOfficialHtml } from '../writing/html.ts';
import { compileReport } from './compile.ts';
import { paperOf } from './document.ts';
import { inputOf, inventedValues } from './figures.testing.ts';
import { type ReportSkeleton, reportSkeletons } from './model.ts';
import { figuresUsed } from './text.ts';

// What is issued is read again by the reader of published documents: every figure must come back as it was.

const skeletons = Object.keys(reportSkeletons) as ReportSkeleton[];

describe.each(skeletons)('%s, issued and read back', (skeleton) => {
  const draft = compileReport(inputOf(inventedValues(skeleton, 11), inventedValues(skeleton, 12), skeleton));
  const paper = paperOf(draft, { date: '2025-02-18', recipients: '岚山市人民政府' });
  const used = figuresUsed(draft);

  it('gives back head, outline and every figure from .docx', async () => {
    const reading = await readDocument({ name: 'r.docx', bytes: await writeOfficialDocument(paper) });
    expect(reading.document.title).toBe(draft.title);
    expect(reading.document.skeleton).toBe(skeleton);
    expect(reading.document.addressee).toBe('岚山市人民政府');
    expect(reading.sections.filter(({ level }) => level === 1).map(({ title }) => title)).toEqual(
      expect.arrayContaining(draft.chapters.map(({ title }) => title)),
    );
    const body = reading.figures.filter(({ start }) => start < reading.document.annexes[0]!.start);
    const read = new Set(body.map(({ value, unit }) => `${value}${unit}`));
    const lost = used.filter(({ text }) => !read.has(printed(text)));
    expect(lost.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
  });

  it('shows the same figures on the web page, each with its id', () => {
    const page = renderOfficialHtml(paper);
    for (const { id, text } of used) expect(page).toContain(`<span data-figure="${id}">${text}</span>`);
  });
});

/** The number and unit a printed figure holds, in full: 1719.42万元 → 17194200元. */
function printed(text: string): string {
  const [, number, scale, unit] = /(\d+(?:\.\d+)?)(万|亿)?(.+)$/.exec(text)!;
  const factor = scale === '亿' ? 1e8 : scale === '万' ? 1e4 : 1;
  return `${Number((Number(number) * factor).toFixed(2))}${unit}`;
}
