import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'reading', lazy: async () => ({ Component: (await import('./reading.tsx')).ReadingPage }) },
    {
      path: 'reading/compare',
      lazy: async () => ({ Component: (await import('./compare.tsx')).ComparePage }),
    },
  ],
  rail: [{ title: '审读', path: '/reading', place: 'bottom', order: 4, route: 'reading.read' }],
};
