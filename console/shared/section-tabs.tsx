import { NavLink } from 'react-router';
import './section-tabs.css';

/** Sibling pages under one heading. */
export function SectionTabs({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly { readonly title: string; readonly path: string }[];
}) {
  return (
    <nav className="section-tabs no-print" aria-label={label}>
      {tabs.map(({ title, path }) => (
        <NavLink key={path} to={path} end>
          {title}
        </NavLink>
      ))}
    </nav>
  );
}
