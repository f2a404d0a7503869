import { useQuery } from '@tanstack/react-query';
import { NavLink, useLocation } from 'react-router';
import { queries, useCatalogue, useSession } from '../api/queries.ts';
import { railLines } from '../app/page-module.ts';
import { number } from '../format.ts';
import { useKept } from '../shared/kept.ts';
import { type Line, railOf } from './rail-lines.ts';

/** The rail: my work on top, the chapters in which my post works, what else there is folded away, the instruments. */
export function Rail() {
  const { acting } = useSession();
  const { top, sections, others, bottom } = railOf(acting, useCatalogue(), railLines);
  const waiting = useQuery({ ...queries.todo(), enabled: !acting.administrator }).data;
  const known = waiting ? waiting.rows.length + waiting.publications.length : 0;
  const count = known > 0 ? `${number(known)}${waiting?.more ? '+' : ''}` : undefined;
  return (
    <>
      <Lines lines={top} counts={{ '/': count }} />
      {sections.map(({ id, name, lines }) => (
        <section key={id}>
          <h2>{name}</h2>
          <Lines lines={lines} />
        </section>
      ))}
      {others.length > 0 && <Others lines={others} />}
      <Lines lines={bottom} />
    </>
  );
}

/** Registers and lists my post takes no step in. Open where the reader stands in one of them, or has left them open. */
function Others({ lines }: { readonly lines: readonly Line[] }) {
  const [open, setOpen] = useKept('rail-others', false);
  const { pathname } = useLocation();
  const within = lines.some(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <details open={open || within} onToggle={(event) => !within && setOpen(event.currentTarget.open)}>
      <summary>其他台账和清单</summary>
      <Lines lines={lines} />
    </details>
  );
}

function Lines({
  lines,
  counts = {},
}: {
  readonly lines: readonly Line[];
  readonly counts?: Readonly<Record<string, string | undefined>>;
}) {
  return (
    <ul>
      {lines.map(({ title, path }) => (
        <li key={path}>
          <NavLink to={path} end={path === '/' || path === '/people'}>
            <span>{title}</span>
            {counts[path] ? <span className="count">{counts[path]}</span> : null}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
