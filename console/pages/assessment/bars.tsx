import { Link } from 'react-router';

export interface Line {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The value in words, as it stands at the bar. */
  readonly text: string;
  readonly to?: string;
  /** The reader's own line stands out. */
  readonly own?: boolean;
}

/** Lines by value with their numbers; drawn with plain elements, so that print and screen readers have them too. */
export function Bars({
  question,
  lines,
  most,
  mark,
}: {
  /** The question the chart answers. */
  readonly question: string;
  readonly lines: readonly Line[];
  /** Value of a full bar. */
  readonly most: number;
  /** A value that is to be reached, with its name. */
  readonly mark?: { readonly value: number; readonly name: string };
}) {
  const share = (value: number) => `${Math.max(0, Math.min(100, (value / most) * 100))}%`;
  return (
    <figure className="assessment-bars">
      <figcaption>
        <h2>{question}</h2>
        {mark && <span className="quiet">竖线为{mark.name}</span>}
      </figcaption>
      <ol>
        {lines.map(({ key, name, value, text, to, own }) => (
          <li key={key} className={own ? 'own' : undefined}>
            <span className="name" title={name}>
              {to ? <Link to={to}>{name}</Link> : name}
            </span>
            <span className="track" aria-hidden="true">
              <span className="bar" style={{ width: share(value) }} />
              {mark && <span className="mark" style={{ insetInlineStart: share(mark.value) }} />}
            </span>
            <span className="text">{text}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
