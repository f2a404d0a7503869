import { Link } from 'react-router';
import type { ReportView } from '../../../src/client/contract/reports.ts';
import { bareTitle } from './tokens.ts';
import type { Written } from './written.ts';

/** The report of the year before, chapter by chapter beside this one, for whoever writes this year's. */
export function LastYear({ view, written }: { readonly view: ReportView; readonly written: Written }) {
  const { lastYear } = view;
  if (!lastYear) {
    return (
      <p className="quiet">
        上年的报告没有在本系统编写。可以在<Link to="/reading">审读</Link>
        中导入上年公开的报告，取得它的正文和数据。
      </p>
    );
  }
  const own = new Set(written.chapters.map(({ title }) => bareTitle(title)));
  return (
    <>
      <h2>{lastYear.title}</h2>
      <p className="quiet">{lastYear.source === 'own' ? '在本系统编写' : '由公开的文件导入'}</p>
      {lastYear.chapters.map(({ title, paragraphs }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chapter is known by its place
        <details key={at} open={own.has(bareTitle(title))}>
          <summary>{title}</summary>
          {paragraphs.map((text, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place
            <p key={n} className="last-year">
              {text}
            </p>
          ))}
        </details>
      ))}
    </>
  );
}
