import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client.ts';

export const leadersQuery = (year: number) =>
  queryOptions({
    queryKey: ['leaders', year],
    queryFn: ({ signal }) => client.call('leaders.year', { params: {}, query: { year } }, { signal }),
    placeholderData: keepPreviousData,
  });
