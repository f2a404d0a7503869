import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    { path: 'returns', lazy: async () => ({ Component: (await import('./rounds.tsx')).RoundsPage }) },
    { path: 'returns/forms', lazy: async () => ({ Component: (await import('./forms.tsx')).FormsPage }) },
    { path: 'returns/forms/:form', lazy: async () => ({ Component: (await import('./form.tsx')).FormPage }) },
    {
      path: 'returns/tables',
      lazy: async () => ({ Component: (await import('./layouts.tsx')).LayoutsPage }),
    },
    {
      path: 'returns/tables/:layout',
      lazy: async () => ({ Component: (await import('./layout.tsx')).LayoutPage }),
    },
    {
      path: 'returns/lateness',
      lazy: async () => ({ Component: (await import('./lateness.tsx')).LatenessPage }),
    },
    {
      path: 'returns/:form/:period',
      lazy: async () => ({ Component: (await import('./board.tsx')).BoardPage }),
    },
    {
      path: 'returns/:form/:period/:unit',
      lazy: async () => ({ Component: (await import('./filling.tsx')).FillingPage }),
    },
  ],
  rail: [{ title: '单位数据报送', path: '/returns', place: 'yearly', order: 2, route: 'returns.rounds' }],
};
