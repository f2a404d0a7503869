import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import type { Asked, Breakdown } from './asked.ts';

type Period = Pick<Asked, 'from' | 'to' | 'unit'>;
type OfOne = Pick<Asked, 'from' | 'to' | 'unit' | 'kind'>;

export const figureQueries = {
  many: (source: string, { from, to, unit }: Period) =>
    queryOptions({
      queryKey: ['figures', source, from, to, unit ?? ''],
      queryFn: ({ signal }) =>
        client.call(
          'figure.many',
          { params: {}, query: { source, from, to, ...(unit ? { unit } : {}) } },
          { signal },
        ),
      placeholderData: keepPreviousData,
    }),
  one: (indicator: string, { from, to, unit, kind }: OfOne, by: Breakdown) =>
    queryOptions({
      queryKey: ['figure', indicator, from, to, unit ?? '', kind ?? '', by],
      queryFn: ({ signal }) =>
        client.call(
          'figure.get',
          {
            params: { indicator },
            query: { from, to, by, ...(unit ? { unit } : {}), ...(kind ? { kind } : {}) },
          },
          { signal },
        ),
      placeholderData: keepPreviousData,
    }),
  entries: (indicator: string, query: EntriesAsk) =>
    queryOptions({
      queryKey: ['figure-entries', indicator, query],
      queryFn: ({ signal }) => client.call('figure.entries', { params: { indicator }, query }, { signal }),
      placeholderData: keepPreviousData,
    }),
};

export interface EntriesAsk {
  readonly from: string;
  readonly to: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly page: number;
  readonly size: number;
}
