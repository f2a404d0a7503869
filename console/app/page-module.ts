import type { RouteObject } from 'react-router';
import type { RouteName } from '../../src/client/contract/index.ts';

/**
 * What a folder of console/pages tells the shell, in its `page.tsx`: its routes, and its lines in the rail.
 * A page exists by its folder alone; nothing else is edited to add one.
 */
export interface PageModule {
  /** Under `/console/`, inside the shell. Components are loaded lazily: `lazy: () => import('./…')`. */
  readonly routes: readonly RouteObject[];
  readonly rail?: readonly RailLine[];
}

export interface RailLine {
  readonly title: string;
  readonly path: string;
  /** Above the chapters of the work, below them, or first in the chapter of this id, e.g. `yearly`. */
  readonly place: 'top' | 'bottom' | (string & {});
  /** Smaller stands higher. */
  readonly order: number;
  /** The route the page opens with: the line is there for the posts that may call it. */
  readonly route?: RouteName;
  /** Also for administrators, who handle no matters and have lines of their own. */
  readonly everybody?: boolean;
}

const modules = import.meta.glob<{ page: PageModule }>('../pages/*/page.tsx', { eager: true });

export const pages: readonly PageModule[] = Object.values(modules).map((module) => module.page);

export const railLines: readonly RailLine[] = pages.flatMap((page) => page.rail ?? []);
