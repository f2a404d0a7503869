import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client.ts';

export const assessmentQueries = {
  list: () =>
    queryOptions({
      queryKey: ['assessments'],
      queryFn: ({ signal }) => client.call('assessment.list', { params: {} }, { signal }),
    }),
  schemes: () =>
    queryOptions({
      queryKey: ['assessment-schemes'],
      queryFn: ({ signal }) => client.call('assessment.schemes', { params: {} }, { signal }),
    }),
  scheme: (paper: string) =>
    queryOptions({
      queryKey: ['assessment-scheme', paper],
      queryFn: ({ signal }) => client.call('assessment.scheme', { params: { paper } }, { signal }),
      // What is being edited is not read again behind the writer's back.
      staleTime: Number.POSITIVE_INFINITY,
    }),
  simulation: (paper: string, year: number) =>
    queryOptions({
      queryKey: ['assessment-simulation', paper, year],
      queryFn: ({ signal }) =>
        client.call('assessment.simulate', { params: { paper }, query: { year } }, { signal }),
    }),
  board: (matter: string) =>
    queryOptions({
      queryKey: ['assessment', matter],
      queryFn: ({ signal }) => client.call('assessment.get', { params: { matter } }, { signal }),
    }),
  appeals: (matter: string) =>
    queryOptions({
      queryKey: ['assessment', matter, 'appeals'],
      queryFn: ({ signal }) => client.call('assessment.appeals', { params: { matter } }, { signal }),
    }),
  reviewing: (matter: string) =>
    queryOptions({
      queryKey: ['assessment', matter, 'reviews'],
      queryFn: ({ signal }) => client.call('assessment.reviewing', { params: { matter } }, { signal }),
    }),
  unit: (matter: string, unit: string) =>
    queryOptions({
      queryKey: ['assessment', matter, 'unit', unit],
      queryFn: ({ signal }) => client.call('assessment.unit', { params: { matter, unit } }, { signal }),
    }),
};

/** Posts that see all units, as the contract says for the board. */
export const seesAll = (kind: string): boolean =>
  ['legal-office', 'legal-office-head', 'region-head', 'supervisor'].includes(kind);
/** Posts that see schemes. */
export const seesSchemes = (kind: string): boolean =>
  ['legal-office', 'legal-office-head', 'region-head'].includes(kind);
export const reviews = (kind: string): boolean =>
  ['legal-office', 'legal-office-head', 'supervisor', 'legal-reviewer'].includes(kind);
