import type { ReadingView } from '../../../src/client/contract/reports.ts';
import { day } from '../../format.ts';

/** What the document says of itself, in a line; its chapters for whoever asks, so that the text has the room. */
export function Head({ reading: { document, sections, figures } }: { readonly reading: ReadingView }) {
  const chapters = sections.filter(({ level }) => level === 1);
  const facts = [
    document.issuer,
    document.number,
    document.date && day(document.date),
    document.skeletonName,
    `${figures.length}个数据`,
  ].filter(Boolean);
  return (
    <section className="document-head" aria-label="文件">
      {document.title && <strong>{document.title}</strong>}
      <span className="quiet">{facts.join('　')}</span>
      {chapters.length > 0 && (
        <details>
          <summary>
            {chapters.length}章，{sections.length}个标题
          </summary>
          <ol>
            {chapters.map(({ number, title, start }) => (
              <li key={start}>{number ? `${number}、${title}` : title}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
