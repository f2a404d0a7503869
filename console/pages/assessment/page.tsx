import type { PageModule } from '../../app/page-module.ts';

export const page: PageModule = {
  routes: [
    {
      path: 'assessments',
      lazy: async () => ({ Component: (await import('./assessments.tsx')).AssessmentsPage }),
    },
    {
      path: 'assessments/:matter',
      lazy: async () => ({ Component: (await import('./board.tsx')).BoardPage }),
    },
    {
      path: 'assessments/:matter/appeals',
      lazy: async () => ({ Component: (await import('./appeals.tsx')).AppealsPage }),
    },
    {
      path: 'assessments/:matter/units/:unit',
      lazy: async () => ({ Component: (await import('./unit.tsx')).UnitPage }),
    },
    {
      path: 'assessment-schemes/:paper',
      lazy: async () => ({ Component: (await import('./scheme.tsx')).SchemePage }),
    },
    {
      path: 'assessment-schemes/:paper/simulation',
      lazy: async () => ({ Component: (await import('./simulation.tsx')).SimulationPage }),
    },
  ],
  rail: [{ title: '考核', path: '/assessments', place: 'yearly', order: 3 }],
};
