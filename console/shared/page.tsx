import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { RegistersUnder } from './registers-under.tsx';

interface PageProps {
  readonly title: string;
  /** One line under the title. */
  readonly about?: ReactNode;
  /** Beside the title: a tag, a state. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page inside the shell: its heading, which takes the focus when the page was walked to, and its actions. */
export function Page({ title, about, beside, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  useEffect(() => {
    document.title = `${title} - 法治台账`;
  }, [title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heading is focused when the path changes, not on each query
  useEffect(() => {
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
        {actions && <div className="actions no-print">{actions}</div>}
        {about && <div className="about">{about}</div>}
        <RegistersUnder />
      </header>
      {children}
    </>
  );
}
