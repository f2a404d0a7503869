import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'matters/:matter', lazy: async () => ({ Component: (await import('./matter.tsx')).Matter }) },
    {
      path: 'registers/:procedure/new/:step',
      lazy: async () => ({ Component: (await import('./open-matter.tsx')).OpenMatter }),
    },
  ],
};
