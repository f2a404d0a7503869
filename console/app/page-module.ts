import type { RouteObject } from 'react-router';

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
}

const modules = import.meta.glob<{ page: PageModule }>('../pages/*/page.tsx', { eager: true });

export const pages: readonly PageModule[] = Object.values(modules).map((module) => module.page);

export function railLines(place: RailLine['place']): readonly RailLine[] {
  return pages
    .flatMap((page) => page.rail ?? [])
    .filter((line) => line.place === place)
    .sort((a, b) => a.order - b.order);
}
