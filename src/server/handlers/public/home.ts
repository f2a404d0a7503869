import { legalDateOf } from '../../../kernel/dates.ts';
import type { ListStore } from '../../../lists/port.ts';
import { sizesOfChannels } from '../../../store/publications/channels.ts';
import { countsOfPublications } from '../../../store/publications/counts.ts';
import { latestPublications } from '../../../store/publications/latest.ts';
import { pageOfPublications } from '../../../store/publications/page.ts';
import { lastSeal } from '../../../store/sealing/checkpoints.ts';
import type { Call, Handlers } from '../../http/bind.ts';
import type { World } from '../../world.ts';
import { channelsOf, disclosureRow } from './disclosures.ts';
import { listInfos } from './lists.ts';
import { publicInfo, publicLists, publicRow } from './public-list.ts';
import { sealNote } from './seal.ts';

/** Newest disclosures on the first page, and hits of each kind that a search shows before "all of them". */
const LATEST = 6;
const HITS = 5;

export function publicHomeHandlers(
  world: World,
  store: ListStore,
): Pick<Handlers, 'public.home' | 'public.search'> {
  return {
    'public.home': (call) => home(world, call),
    'public.search': (call) => search(world, store, call),
  };
}

async function home(world: World, { now }: Call<'public.home'>) {
  const { sql, region } = world;
  const today = legalDateOf(now);
  const channels = channelsOf(world);
  const [seal, lists, sizes, latest] = await Promise.all([
    lastSeal(sql, region.code),
    listInfos(world, today),
    sizesOfChannels(sql, region.code, today),
    latestPublications(
      sql,
      region.code,
      channels.map(({ id }) => id),
      today,
      LATEST,
    ),
  ]);
  const directory = world.directory();
  return {
    region: { code: region.code, name: region.name },
    today,
    seal: seal ? sealNote(seal) : null,
    lists,
    channels: channels.map((channel) => ({ ...channel, count: sizes.get(channel.id) ?? 0 })),
    latest: latest.map((row) =>
      disclosureRow(row, channels.find(({ id }) => id === row.channel)!, directory),
    ),
  };
}

async function search(world: World, store: ListStore, { query, now }: Call<'public.search'>) {
  const { sql, region } = world;
  const today = legalDateOf(now);
  const directory = world.directory();
  const [lists, channels] = await Promise.all([
    Promise.all(
      publicLists(world).map(async (list) => {
        const asked = { region: region.code, list: list.id, on: today, search: query.q, limit: HITS };
        const { rows, total } = await store.page(asked);
        return {
          list: publicInfo(list, total),
          rows: rows.map((row) => publicRow(list, row, directory)),
          total,
        };
      }),
    ),
    Promise.all(
      channelsOf(world).map(async (channel) => {
        const asked = { region: region.code, channel: channel.id, today, search: query.q };
        const [rows, units] = await Promise.all([
          pageOfPublications(sql, asked, { offset: 0, limit: HITS }),
          countsOfPublications(sql, asked),
        ]);
        return {
          channel,
          rows: rows.map((row) => disclosureRow(row, channel, directory)),
          total: units.reduce((sum, { count }) => sum + count, 0),
        };
      }),
    ),
  ]);
  return {
    lists: lists.filter(({ total }) => total > 0),
    channels: channels.filter(({ total }) => total > 0),
  };
}
