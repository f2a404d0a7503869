import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { OverviewView } from '../../../src/client/contract/overview.ts';
import { client } from '../../api/client.ts';

export type { OverviewView };

/** A number of the overview that is opened: running clocks by due day, or open alerts of a level. */
export type Opened =
  | {
      readonly of: 'clocks';
      readonly title: string;
      readonly from?: string;
      readonly to: string;
      readonly unit?: string;
      readonly procedure?: string;
    }
  | {
      readonly of: 'alerts';
      readonly title: string;
      readonly level: 'red' | 'yellow';
      readonly unit?: string;
    };

export interface Paged {
  readonly page: number;
  readonly size: number;
}

export const overviewQueries = {
  /** Asked again each minute; what is shown stays until the new numbers are there. */
  board: () =>
    queryOptions({
      queryKey: ['overview'],
      queryFn: ({ signal }) => client.call('overview.get', { params: {} }, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: 60_000,
      refetchIntervalInBackground: true,
    }),
  clocks: ({ title: _, of: __, ...asked }: Opened & { of: 'clocks' }, paged: Paged) =>
    queryOptions({
      queryKey: ['overview-clocks', asked, paged],
      queryFn: ({ signal }) =>
        client.call('overview.clocks', { params: {}, query: { ...asked, ...paged } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  alerts: ({ title: _, of: __, ...asked }: Opened & { of: 'alerts' }, paged: Paged) =>
    queryOptions({
      queryKey: ['overview-alerts', asked, paged],
      queryFn: ({ signal }) =>
        client.call('overview.alerts', { params: {}, query: { ...asked, ...paged } }, { signal }),
      placeholderData: keepPreviousData,
    }),
};
