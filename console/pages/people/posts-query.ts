import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client.ts';

/** The posts of every unit with their holders, and the kinds there are. */
export const postsQuery = () =>
  queryOptions({
    queryKey: ['posts'],
    queryFn: ({ signal }) => client.call('posts.list', { params: {} }, { signal }),
  });
