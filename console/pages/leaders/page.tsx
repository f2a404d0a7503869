import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'leaders', lazy: async () => ({ Component: (await import('./leaders.tsx')).LeadersPage }) },
    {
      path: 'leaders/rounds/:round',
      lazy: async () => ({ Component: (await import('./round.tsx')).RoundPage }),
    },
  ],
  rail: [{ title: '主要负责人履职', path: '/leaders', place: 'yearly', order: 4 }],
};
