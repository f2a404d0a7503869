import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'plans', lazy: async () => ({ Component: (await import('./plans.tsx')).PlansPage }) },
    { path: 'plans/:plan', lazy: async () => ({ Component: (await import('./desk.tsx')).PlanDeskPage }) },
    { path: 'plans/:plan/board', lazy: async () => ({ Component: (await import('./board.tsx')).BoardPage }) },
    {
      path: 'plans/:plan/differences',
      lazy: async () => ({ Component: (await import('./differences.tsx')).DifferencesPage }),
    },
  ],
  rail: [{ title: '年度要点', path: '/plans', place: 'yearly', order: 1, route: 'plans.list' }],
};
