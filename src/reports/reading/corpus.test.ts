import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from './index.ts';

/** Published documents read by eye; they stand outside the project and are not there everywhere. */
const FOLDER = join(import.meta.dirname, '../../../../shared/corpus');
const find = (prefix: string) => join(FOLDER, readdirSync(FOLDER).find((name) => name.startsWith(prefix))!);
const read = (prefix: string) => readDocument({ name: prefix, bytes: readFileSync(find(prefix)) });

describe.skipIf(!existsSync(FOLDER))('published documents', () => {
  it('a report of eight chapters, some run together by the copy', async () => {
    const { document, sections, documents, tasks } = await read('000');
    expect(document).toMatchObject({ date: '2018-01-23', published: '2018-01-23', skeleton: 'outline-2015' });
    expect(document.title).toHaveLength(21);
    expect(document.issuer).toHaveLength(8);
    const numbers = (style: string) =>
      sections.filter((section) => section.style === style).map(({ number }) => number);
    expect(numbers('han').join('')).toBe('一二三四五六七八');
    expect(numbers('arabic')).toHaveLength(5 + 7 + 2 + 3 + 5 + 4 + 3 + 6);
    const enumerated = numbers('enumerated').map((number) => number[0]);
    expect(enumerated.join('')).toBe('一二三一二一二一二三一二一二一二二一二一二一二三四一二一二三一二');
    expect(numbers('unnumbered')).toEqual([]);
    const numbered = documents
      .filter(({ number }) => number !== null)
      .map(({ number }) => number!.slice(-10));
    expect(numbered).toEqual(
      ['冀政办〔2014〕3号', '唐政发〔2014〕21号', '唐高发〔2015〕9号'].map((number) => number.slice(-10)),
    );
    expect(tasks).toEqual([]);
  });

  it('a notice with a plan of 45 tasks, none of them assigned or dated', async () => {
    const { document, sections, tasks } = await read('003');
    expect(document).toMatchObject({ date: '2017-06-28', published: '2017-08-09', skeleton: 'plan' });
    expect(document.signature).toBe(document.issuer);
    expect(document.addressee).not.toBeNull();
    expect(sections).toHaveLength(3 + 7 + 45);
    expect(tasks.map(({ number }) => number)).toEqual(Array.from({ length: 45 }, (_, i) => String(i + 1)));
    expect(tasks.flatMap(({ units }) => units)).toEqual([]);
    expect(tasks.filter(({ due }) => due !== null)).toEqual([]);
    const quantities = tasks.flatMap((task) =>
      task.demands.flatMap((demand) =>
        demand.quantities
          .filter(({ value }) => value !== null)
          .map(({ kind, value, unit, per }) => `${task.number} ${kind} ${value}${unit} ${per}`),
      ),
    );
    expect(quantities).toEqual([
      '37 frequency 1期 每年',
      '37 frequency 2期 每年',
      '42 minimum 10% ',
      '44 minimum 6名 ',
    ]);
  });

  it('a report that lost a number and a bracket', async () => {
    const { document, sections } = await read('004');
    expect(document).toMatchObject({ date: '2020-06-01', skeleton: 'outline-2015' });
    expect(sections.filter(({ level }) => level === 2).map(({ number }) => number)).toEqual([
      '',
      '(二)',
      '(三)',
      '(四)',
      '(五)',
      '(六)',
      '(七)',
      '(一)',
      '(二)',
      '(三)',
    ]);
    expect(sections.filter(({ level }) => level === 4).map(({ number }) => number)).toEqual(['(1)', '2)']);
  });
});
