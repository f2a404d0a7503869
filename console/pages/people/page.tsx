import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'people', lazy: async () => ({ Component: (await import('./people.tsx')).PeoplePage }) },
    { path: 'people/posts', lazy: async () => ({ Component: (await import('./posts.tsx')).PostsPage }) },
    { path: 'people/units', lazy: async () => ({ Component: (await import('./units.tsx')).UnitsPage }) },
    { path: 'people/audit', lazy: async () => ({ Component: (await import('./audit.tsx')).AuditPage }) },
  ],
  rail: [{ title: '人员和岗位', path: '/people', place: 'bottom', order: 5 }],
};
