import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'lists/:list', lazy: async () => ({ Component: (await import('./list.tsx')).ListPage }) },
    { path: 'lists/:list/diff', lazy: async () => ({ Component: (await import('./diff.tsx')).DiffPage }) },
    {
      path: 'lists/:list/import',
      lazy: async () => ({ Component: (await import('./import.tsx')).ImportPage }),
    },
    {
      path: 'lists/:list/items/:code',
      lazy: async () => ({ Component: (await import('./item.tsx')).ItemPage }),
    },
    {
      path: 'lists/:list/operate/:operation',
      lazy: async () => ({ Component: (await import('./operate.tsx')).OperatePage }),
    },
  ],
};
