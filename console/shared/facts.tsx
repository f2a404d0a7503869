import type { ReactNode } from 'react';

export interface Fact {
  readonly name: string;
  readonly title: string;
  readonly text: ReactNode;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

/** Titles beside values, two columns where there is room. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name} className={fact.wide ? 'wide' : undefined}>
          <dt>{fact.title}</dt>
          <dd>{fact.text}</dd>
        </div>
      ))}
    </dl>
  );
}
