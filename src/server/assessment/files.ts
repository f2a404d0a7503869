import { writeXlsx } from 'hucre/xlsx';
import { type Instant, legalDateOf } from '../../kernel/dates.ts';
import { organOf } from '../../reports/compiling/index.ts';
import { writeOfficialDocument } from '../../reports/writing/docx.ts';
import { scopeOf } from '../../store/matters/scope.ts';
import { type Noticed, noticeOfAll, noticeOfUnit } from '../../yearly/assessment/notice.ts';
import { itemsFor, itemsOf } from '../../yearly/assessment/scheme.ts';
import { FileAnswer } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { actingOf, type Session } from '../session.ts';
import type { World } from '../world.ts';
import { rank, type Scoring, type Underway } from './scoring.ts';
import { adjustmentsOf, scoredItems } from './unit-facts.ts';
import { concludedOf, isTold } from './views.ts';

/** Every unit's result with its items, by class and place. */
async function noticed(world: World, region: string, underway: Underway): Promise<Noticed[]> {
  const before = await concludedOf(world, region, underway.scheme.year - 1);
  return rank(underway).map((result) => {
    const child = underway.children.find(({ unit }) => unit === result.unit)!;
    return {
      ...result,
      unitName: world.directory().unitName(result.unit),
      items: scoredItems(child),
      adjustments: adjustmentsOf(child),
      before: before.get(result.unit),
    };
  });
}

/** The workbook of an assessment that has been told. */
export async function resultSheet(
  world: World,
  scoring: Scoring,
  session: Session,
  matter: string,
): Promise<FileAnswer> {
  const underway = await scoring.open(session.region, matter);
  demandTold(underway);
  const bytes = await resultWorkbook(world, session.region, underway);
  return new FileAnswer(bytes, `${underway.scheme.year}年度法治政府建设考核结果.xlsx`);
}

/** Results on the first sheet, every score with its reason on the second. */
export async function resultWorkbook(world: World, region: string, underway: Underway): Promise<Uint8Array> {
  const { scheme } = underway;
  const units = await noticed(world, region, underway);
  const className = (id: string) => scheme.classes.find((entry) => entry.id === id)?.name ?? id;
  const titles = new Map(itemsOf(scheme).map(({ code, title }) => [code, title]));
  const details = units.flatMap((unit) =>
    itemsFor(scheme, unit.unitClass).flatMap(({ code }) => {
      const item = unit.items.find((entry) => entry.code === code);
      const adjusted = unit.adjustments.find((entry) => entry.code === code)?.points;
      return item
        ? [
            [
              className(unit.unitClass),
              unit.unitName,
              code,
              titles.get(code) ?? '',
              item.max,
              adjusted ?? item.points,
              adjusted === undefined ? item.why : `${item.why}；申诉成立，调整为${adjusted}分`,
            ],
          ]
        : [];
    }),
  );
  return writeXlsx({
    sheets: [
      {
        name: '考核结果',
        columns: [20, 8, 36, 10, 10, 10, 10, 10].map((width) => ({ width })),
        rows: [
          ['单位类别', '名次', '单位', '得分', '其中加分', '等次', '上年得分', '上年等次'],
          ...units.map(({ unitClass, rank: place, unitName, score, bonus, grade, before }) => [
            className(unitClass),
            place,
            unitName,
            score,
            bonus,
            grade,
            before?.score ?? null,
            before?.grade ?? null,
          ]),
        ],
        freezePane: { rows: 1 },
      },
      {
        name: '逐项得分',
        columns: [18, 30, 8, 40, 8, 8, 70].map((width) => ({ width })),
        rows: [['单位类别', '单位', '编号', '指标', '分值', '得分', '理由'], ...details],
        freezePane: { rows: 1 },
      },
    ],
  });
}

/** The notice of all units for those who see the region, of its own for a unit. */
export async function notice(
  world: World,
  scoring: Scoring,
  session: Session,
  now: Instant,
  { matter, unit }: { matter: string; unit?: string | undefined },
): Promise<FileAnswer> {
  const all = scopeOf(actingOf(session)).reach === 'region';
  const of = all ? unit : session.acting.unit;
  if (!all && unit !== undefined && unit !== session.acting.unit) {
    return refuse('not-found', 'assessment.unit', '没有这个单位的结果，或者您无权查看。');
  }
  const underway = await scoring.open(session.region, matter);
  demandTold(underway);
  const { scheme } = underway;
  const units = await noticed(world, session.region, underway);
  const draft = underway.matter.stages.includes('told');
  const ask = { organ: organOf(world.region.name), date: legalDateOf(now), draft };
  if (of === undefined) {
    const bytes = await writeOfficialDocument(noticeOfAll(scheme, units, ask));
    return new FileAnswer(bytes, `${scheme.year}年度法治政府建设考核结果通报.docx`);
  }
  const own = units.find((entry) => entry.unit === of);
  if (!own) return refuse('not-found', 'assessment.unit', '没有这个单位的结果，或者您无权查看。');
  const bytes = await writeOfficialDocument(noticeOfUnit(scheme, own, ask));
  return new FileAnswer(bytes, `${scheme.year}年度法治政府建设考核结果通知-${own.unitName}.docx`);
}

function demandTold(underway: Underway): void {
  if (!isTold(underway))
    refuse('not-allowed-now', 'assessment.told', '各单位的得分还没有告知，告知后才有结果可以导出。');
}
