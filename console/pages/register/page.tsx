import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    {
      path: 'registers/:procedure',
      lazy: async () => ({ Component: (await import('./register.tsx')).Register }),
    },
  ],
};
