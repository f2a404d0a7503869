import type { ListStore } from '../../lists/port.ts';
import type { Queries } from '../connection.ts';
import { countsOfList } from './counts.ts';
import { diffOfList } from './diff.ts';
import { headsOfList } from './heads.ts';
import { historyOfItem } from './history.ts';
import { findListItem } from './item.ts';
import { pageOfList } from './page.ts';
import { streamList } from './stream.ts';

/** Lists as PostgreSQL keeps them. */
export function createListStore(sql: Queries): ListStore {
  return {
    heads: (region, list, codes) => headsOfList(sql, region, list, codes),
    page: (query) => pageOfList(sql, query),
    counts: (query) => countsOfList(sql, query),
    diff: (query) => diffOfList(sql, query),
    findItem: (region, list, code, on) => findListItem(sql, region, list, code, on),
    history: (region, list, code) => historyOfItem(sql, region, list, code),
    stream: (query) => streamList(sql, query),
  };
}

export { type ListAnswer, type ListRequest, operateList } from './operate.ts';
