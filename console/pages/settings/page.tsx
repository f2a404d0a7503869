import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'settings', lazy: async () => ({ Component: (await import('./calendar.tsx')).CalendarPage }) },
    { path: 'settings/law', lazy: async () => ({ Component: (await import('./law.tsx')).LawPage }) },
    { path: 'settings/about', lazy: async () => ({ Component: (await import('./about.tsx')).AboutPage }) },
  ],
  rail: [{ title: '设置', path: '/settings', place: 'bottom', order: 6, everybody: true }],
};
