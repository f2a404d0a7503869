import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    {
      path: 'supervision',
      lazy: async () => ({ Component: (await import('./supervision.tsx')).Supervision }),
    },
    { path: 'wall', lazy: async () => ({ Component: (await import('./wall.tsx')).Wall }) },
    { path: 'due', lazy: async () => ({ Component: (await import('./due.tsx')).DuePage }) },
  ],
  rail: [
    { title: '监察墙', path: '/supervision', place: 'bottom', order: 1 },
    { title: '期限计算器', path: '/due', place: 'bottom', order: 3 },
  ],
};
