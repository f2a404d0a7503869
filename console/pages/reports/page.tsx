import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'reports', lazy: async () => ({ Component: (await import('./reports.tsx')).ReportsPage }) },
    { path: 'reports/:report', lazy: async () => ({ Component: (await import('./studio.tsx')).StudioPage }) },
  ],
  rail: [{ title: '年度报告', path: '/reports', place: 'yearly', order: 5, route: 'reports.list' }],
};
