import { chineseDate, legalDateOf } from '../../../kernel/dates.ts';
import type { PublishedRow } from '../../../store/publications/asked.ts';
import { countsOfPublications } from '../../../store/publications/counts.ts';
import { findPublication } from '../../../store/publications/find.ts';
import { pageOfPublications } from '../../../store/publications/page.ts';
import { sealOfPublication } from '../../../store/publications/sealed.ts';
import type { Directory } from '../../directory.ts';
import type { Call, Handlers } from '../../http/bind.ts';
import { refuse } from '../../http/problem.ts';
import type { World } from '../../world.ts';

type Names = 'public.disclosures' | 'public.disclosure';

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** Decisions on people and firms (licences, penalties), as against plans, reports and answers. */
  readonly enforces: boolean;
}

/** The columns of disclosure, each named by the first publication that is declared for it. */
export function channelsOf(world: World): readonly Channel[] {
  const found = new Map<string, Channel>();
  for (const { declaration } of world.systems.registry.procedures) {
    for (const { channel, name } of Object.values(declaration.publications ?? {})) {
      const enforces = declaration.chapter === 'functions' || declaration.chapter === 'enforcement';
      if (!found.has(channel)) found.set(channel, { id: channel, name, enforces });
    }
  }
  return [...found.values()];
}

function channelNamed(world: World, id: string): Channel {
  const channel = channelsOf(world).find((known) => known.id === id);
  return channel ?? refuse('not-found', 'public.channel', '没有这个公示栏目，请从“执法公示”中选择。');
}

export function publicDisclosureHandlers(world: World): Pick<Handlers, Names> {
  return {
    'public.disclosures': (call) => page(world, call),
    'public.disclosure': (call) => one(world, call),
  };
}

async function page(world: World, { params, query, now }: Call<'public.disclosures'>) {
  const channel = channelNamed(world, params.channel);
  const { q, unit, from, to, page: number, size } = query;
  if (from && to && to < from) {
    refuse('invalid', 'public.period', '公示日期的止日早于起日，请对调后再查询。');
  }
  const base = {
    region: world.region.code,
    channel: channel.id,
    today: legalDateOf(now),
    ...(q ? { search: q } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
  // The units are counted without the choice of one: the filter shows what each choice would leave.
  const [rows, units] = await Promise.all([
    pageOfPublications(
      world.sql,
      { ...base, ...(unit ? { unit } : {}) },
      { offset: (number - 1) * size, limit: size },
    ),
    countsOfPublications(world.sql, base),
  ]);
  const counted = unit ? units.filter((entry) => entry.unit === unit) : units;
  const directory = world.directory();
  return {
    channel,
    rows: rows.map((row) => disclosureRow(row, channel, directory)),
    total: counted.reduce((sum, { count }) => sum + count, 0),
    units: units.map((entry) => ({
      value: entry.unit,
      name: directory.unitName(entry.unit),
      count: entry.count,
    })),
  };
}

/** Titles under which the publications name whom they concern and their number. */
const partyTitle = /^行政相对人名称/;
const numberTitle = /(文书号|文号)$/;

export function disclosureRow(row: PublishedRow, channel: Channel, directory: Directory) {
  const textUnder = (title: RegExp): string => {
    const found = row.content.find(([name]) => title.test(name));
    return found ? shownValue(found[1]) : '';
  };
  return {
    id: `${row.matter}.${row.publication}`,
    channel: channel.id,
    channelName: channel.name,
    title: row.title,
    unitName: directory.unitName(row.unit),
    publishedOn: row.published_on,
    correctedOn: row.corrected_on,
    party: textUnder(partyTitle),
    number: textUnder(numberTitle),
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function one(world: World, { params, now }: Call<'public.disclosure'>) {
  const channel = channelNamed(world, params.channel);
  const [matter = '', publication = ''] = params.id.split('.');
  const region = world.region.code;
  const found = uuid.test(matter)
    ? await findPublication(world.sql, region, channel.id, matter, publication)
    : undefined;
  if (!found) return refuse('not-found', 'public.disclosure', '没有这条公示，请从公示栏目中查找。');
  const directory = world.directory();
  const expired = found.expires_on !== null && found.expires_on <= legalDateOf(now);
  const standing = found.status === 'withdrawn' ? 'withdrawn' : expired ? 'expired' : 'published';
  const open = standing === 'published';
  const seal = await sealOfPublication(world.sql, region, matter, publication);
  return {
    channel,
    standing: standing as 'published' | 'withdrawn' | 'expired',
    title: open ? found.title : '',
    unitName: directory.unitName(found.unit),
    publishedOn: found.published_on,
    correctedOn: found.corrected_on,
    withdrawnOn: found.withdrawn_on,
    expiresOn: found.expires_on,
    reason: found.reason ?? '',
    facts: open ? found.content.map(([title, value]) => ({ title, text: shownValue(value) })) : [],
    seal: seal ?? null,
  };
}

const date = /^\d{4}-\d{2}-\d{2}$/;

/** A published value in words; publications keep dates in ISO form. */
function shownValue(value: unknown): string {
  if (Array.isArray(value)) return value.map((entry) => shownValue(entry)).join('、');
  if (typeof value === 'number') return value.toLocaleString('zh-CN', { maximumFractionDigits: 6 });
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  return date.test(text) ? chineseDate(text) : text;
}
