import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [{ path: 'figures', lazy: async () => ({ Component: (await import('./figures.tsx')).Figures }) }],
  rail: [{ title: '指标', path: '/figures', place: 'bottom', order: 2 }],
};
