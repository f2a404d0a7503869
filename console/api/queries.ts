import {
  infiniteQueryOptions,
  keepPreviousData,
  QueryClient,
  queryOptions,
  useSuspenseQuery,
} from '@tanstack/react-query';
import type { ListInfo, ProcedureInfo } from '../../src/client/contract/catalogue.ts';
import { type Answer, client, ProblemError } from './client.ts';

export type Session = Answer<'session.current'>;
export type Catalogue = Answer<'catalogue.get'>;

/** A refusal is an answer: only faults of network and server are asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 2 && !(error instanceof ProblemError && error.problem.status < 500),
      },
    },
  });
}

export const queries = {
  session: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ signal }) => client.call('session.current', { params: {} }, { signal }),
      staleTime: 5 * 60_000,
    }),
  catalogue: () =>
    queryOptions({
      queryKey: ['catalogue'],
      queryFn: ({ signal }) => client.call('catalogue.get', { params: {} }, { signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  todo: (procedure?: string) =>
    queryOptions({
      queryKey: ['todo', procedure ?? ''],
      queryFn: ({ signal }) =>
        client.call('todo.list', { params: {}, query: procedure ? { procedure } : {} }, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: 60_000,
    }),
  /** The same page by page, as far as somebody reads on. */
  todoPages: (procedure?: string) =>
    infiniteQueryOptions({
      queryKey: ['todo', procedure ?? '', 'pages'],
      queryFn: ({ signal, pageParam: page }) =>
        client.call(
          'todo.list',
          { params: {}, query: { page, ...(procedure ? { procedure } : {}) } },
          { signal },
        ),
      initialPageParam: 1,
      getNextPageParam: (last, _, page) => (last.more ? page + 1 : undefined),
      placeholderData: keepPreviousData,
      refetchInterval: 60_000,
    }),
  /** A matter; with a day, as far as what could be done on that day goes. */
  matter: (matter: string, on?: string) =>
    queryOptions({
      queryKey: ['matter', matter, ...(on ? [on] : [])],
      queryFn: ({ signal }) =>
        client.call('matter.get', { params: { matter }, query: on ? { on } : {} }, { signal }),
    }),
  wall: () =>
    queryOptions({
      queryKey: ['wall'],
      queryFn: ({ signal }) => client.call('supervision.wall', { params: {} }, { signal }),
      refetchInterval: 60_000,
    }),
};

/** Who is signed in and as what. Inside the shell it is always there. */
export function useSession(): Session {
  return useSuspenseQuery(queries.session()).data;
}

/** Everything the product knows to do. Inside the shell it is always there. */
export function useCatalogue(): Catalogue {
  return useSuspenseQuery(queries.catalogue()).data;
}

export function useProcedure(id: string): ProcedureInfo | undefined {
  return useCatalogue().procedures.find((procedure) => procedure.id === id);
}

export function useList(id: string): ListInfo | undefined {
  return useCatalogue().lists.find((list) => list.id === id);
}
