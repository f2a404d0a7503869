import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    {
      path: 'inspections',
      lazy: async () => ({ Component: (await import('./campaigns.tsx')).CampaignsPage }),
    },
    {
      path: 'inspections/:round',
      lazy: async () => ({ Component: (await import('./campaign.tsx')).CampaignPage }),
    },
    {
      path: 'escalations',
      lazy: async () => ({ Component: (await import('./escalations.tsx')).EscalationsPage }),
    },
  ],
  rail: [{ title: '督察督办', path: '/inspections', place: 'yearly', order: 2 }],
};
