import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { queries, useCatalogue } from '../api/queries.ts';
import { type RailLine, railLines } from '../app/page-module.ts';
import { number } from '../format.ts';

/** The rail: my work on top, the chapters with their procedures and lists, the instruments below. */
export function Rail() {
  const { chapters, procedures, lists } = useCatalogue();
  const waiting = useQuery(queries.todo()).data;
  const known = waiting ? waiting.rows.length + waiting.publications.length : 0;
  const count = known > 0 ? `${number(known)}${waiting?.more ? '+' : ''}` : undefined;
  return (
    <>
      <Lines lines={railLines('top')} counts={{ '/': count }} />
      {chapters.map((chapter) => {
        const lines = [
          ...railLines(chapter.id),
          ...procedures
            // What is worked at a desk of its own stands in the rail by that desk.
            .filter(({ chapter: of, desk }) => of === chapter.id && !desk)
            .map(({ id, name }) => ({ title: name, path: `/registers/${id}` })),
          ...lists
            .filter((list) => list.chapter === chapter.id)
            .map(({ id, name }) => ({ title: name, path: `/lists/${id}` })),
        ];
        if (lines.length === 0) return null;
        return (
          <section key={chapter.id}>
            <h2>{chapter.name}</h2>
            <Lines lines={lines} />
          </section>
        );
      })}
      <Lines lines={railLines('bottom')} />
    </>
  );
}

function Lines({
  lines,
  counts = {},
}: {
  readonly lines: readonly Pick<RailLine, 'title' | 'path'>[];
  readonly counts?: Readonly<Record<string, string | undefined>>;
}) {
  return (
    <ul>
      {lines.map(({ title, path }) => (
        <li key={path}>
          <NavLink to={path} end={path === '/'}>
            <span>{title}</span>
            {counts[path] ? <span className="count">{counts[path]}</span> : null}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
