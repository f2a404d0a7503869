import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./home.tsx')).Home }) }],
  rail: [{ title: '我的待办', path: '/', place: 'top', order: 1 }],
};
