import { legalDateOf } from '../../kernel/dates.ts';
import { publicationsWithYear } from '../../store/publications/by-year.ts';
import { type Call, FileAnswer, type Handlers } from '../http/bind.ts';
import { roundView } from '../leaders/round.ts';
import { writeRoundWorkbook } from '../leaders/round-workbook.ts';
import { auditAct, type Sessions } from '../session.ts';
import type { World } from '../world.ts';

type Names = 'dutyReports.round' | 'dutyReports.roundXlsx' | 'public.dutyReports';
const CHANNEL = 'duty-reports';

/** 述法: the board of a round, and what the public finds. */
export function dutyReportHandlers(world: World, sessions: Sessions): Pick<Handlers, Names> {
  return {
    'dutyReports.round': ({ session, params, now }) => roundView(world, session, params.round, now),
    'dutyReports.roundXlsx': async ({ session, params, now }) => {
      const view = await roundView(world, session, params.round, now);
      await auditAct(sessions, session, now, 'exported', `duty-report ${view.year} ${view.rows.length}`);
      return new FileAnswer(await writeRoundWorkbook(view), `${view.title}情况-${view.today}.xlsx`);
    },
    'public.dutyReports': (call) => listPublic(world, call),
  };
}

async function listPublic(world: World, { query, now }: Call<'public.dutyReports'>) {
  const all = await publicationsWithYear(world.sql, {
    region: world.region.code,
    channel: CHANNEL,
    today: legalDateOf(now),
    yearTitle: '述法年度',
  });
  const years = counted(all.map(({ year }) => year)).sort((a, b) => Number(b.key) - Number(a.key));
  const year = query.year ?? years[0]?.key ?? null;
  const ofYear = all.filter((row) => row.year === year);
  const directory = world.directory();
  const under = (row: (typeof all)[number], title: string) =>
    String(row.content.find(([name]) => name === title)?.[1] ?? '');
  return {
    years: years.flatMap(({ key, count }) => (key === null ? [] : [{ year: key, count }])),
    year,
    units: counted(ofYear.map(({ unit }) => unit)).map(({ key, count }) => ({
      value: key,
      name: directory.unitName(key),
      count,
    })),
    reports: ofYear
      .filter(({ unit }) => query.unit === undefined || unit === query.unit)
      .map((row) => ({
        id: `${row.matter}.${row.publication}`,
        unitName: directory.unitName(row.unit),
        office: under(row, '职务'),
        name: under(row, '姓名'),
        publishedOn: row.published_on,
        correctedOn: row.corrected_on,
      })),
  };
}

function counted<K>(keys: readonly K[]): { key: K; count: number }[] {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count }));
}
