import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'overview', lazy: async () => ({ Component: (await import('./overview.tsx')).OverviewPage }) },
    {
      path: 'overview/screen',
      lazy: async () => ({ Component: (await import('./screen.tsx')).OverviewScreen }),
    },
  ],
  rail: [{ title: '年度总览', path: '/overview', place: 'top', order: 2 }],
};
