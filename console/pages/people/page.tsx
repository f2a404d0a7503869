import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'people', lazy: async () => ({ Component: (await import('./people.tsx')).PeoplePage }) },
    { path: 'people/posts', lazy: async () => ({ Component: (await import('./posts.tsx')).PostsPage }) },
    { path: 'people/units', lazy: async () => ({ Component: (await import('./units.tsx')).UnitsPage }) },
    { path: 'people/audit', lazy: async () => ({ Component: (await import('./audit.tsx')).AuditPage }) },
  ],
  rail: [
    { title: '人员和账户', path: '/people', place: 'top', order: 1, route: 'people.list' },
    { title: '岗位', path: '/people/posts', place: 'top', order: 2, route: 'posts.list' },
    { title: '单位', path: '/people/units', place: 'top', order: 3, route: 'units.list' },
    { title: '审计记录', path: '/people/audit', place: 'top', order: 4, route: 'audit.page' },
  ],
};
