import type { Block, OfficialDocument } from '../../kernel/wording/document.ts';
import { lostPoints, type ScoredItem, type UnitResult } from './result.ts';
import { itemsOf, type Scheme } from './scheme.ts';

/** A unit's result with what it was made of. */
export interface Noticed extends UnitResult {
  readonly unitName: string;
  readonly items: readonly ScoredItem[];
  readonly adjustments: readonly { readonly code: string; readonly points: number }[];
  readonly before: { readonly score: number; readonly grade: string } | undefined;
}
export interface NoticeAsk {
  readonly organ: string;
  readonly date: string;
  /** Not yet concluded: the paper says so in its title. */
  readonly draft: boolean;
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [text] });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
const of = (scheme: Scheme) => `${scheme.year}年度法治政府建设考核`;
const titleOf = (scheme: Scheme, kind: string, draft: boolean) =>
  `关于${of(scheme)}${draft ? '得分情况' : '结果'}的${kind}`;

/** 考核结果通报: ranking by class, and where points were lost most. */
export function noticeOfAll(scheme: Scheme, units: readonly Noticed[], ask: NoticeAsk): OfficialDocument {
  const graded = scheme.bands
    .map(({ name }) => ({ name, count: units.filter(({ grade }) => grade === name).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name}${count}个`);
  return {
    title: titleOf(scheme, '通报', ask.draft),
    recipients: '各被考核单位',
    blocks: [
      paragraph(
        `按照《${scheme.title}》，对${units.length}个单位${scheme.year}年度法治政府建设情况进行了考核。现将${ask.draft ? '得分情况' : '结果'}通报如下。`,
      ),
      heading('总体情况'),
      paragraph(`${ask.draft ? '按目前得分，' : ''}${graded.join('，')}。`),
      heading('各单位得分和名次'),
      ...scheme.classes.flatMap((unitClass) => rankingTable(unitClass, units)),
      heading('主要失分项'),
      paragraph('失分较多的指标见下表，各单位的逐项得分和理由见系统内本单位的考核页面。'),
      lostTable(scheme, units),
    ],
    signature: { issuers: [ask.organ], date: ask.date, sealed: true },
  };
}

function rankingTable({ id, name }: Scheme['classes'][number], units: readonly Noticed[]): Block[] {
  const own = units.filter(({ unitClass }) => unitClass === id).sort((a, b) => a.rank - b.rank);
  if (own.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: name,
      columns: [
        { header: '名次', align: 'center' },
        { header: '单位', width: 4 },
        { header: '得分', align: 'number' },
        { header: '等次', align: 'center' },
        { header: '上年得分', align: 'number' },
      ],
      rows: own.map(({ rank, unitName, score, grade, before }) => [
        String(rank),
        unitName,
        String(score),
        grade,
        before ? String(before.score) : '—',
      ]),
    },
  ];
}

function lostTable(scheme: Scheme, units: readonly Noticed[]): Block {
  const rows = itemsOf(scheme)
    .map(({ code, title }) => {
      const lost = units.flatMap(({ items, adjustments }) =>
        lostPoints(items, adjustments).filter((item) => item.code === code),
      );
      return { code, title, units: lost.length, points: lost.reduce((sum, item) => sum + item.lost, 0) };
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, 10);
  return {
    kind: 'table',
    columns: [
      { header: '指标', width: 5 },
      { header: '失分单位', align: 'number' },
      { header: '合计失分', align: 'number' },
    ],
    rows: rows.map(({ code, title, units: count, points }) => [
      `${code} ${title}`,
      String(count),
      String(Math.round(points * 100) / 100),
    ]),
  };
}

/** 考核结果通知 of one unit: score, place, and every item that cost it points, dearest first. */
export function noticeOfUnit(scheme: Scheme, unit: Noticed, ask: NoticeAsk): OfficialDocument {
  const titles = new Map(itemsOf(scheme).map(({ code, title }) => [code, title]));
  const lost = lostPoints(unit.items, unit.adjustments);
  const className = scheme.classes.find(({ id }) => id === unit.unitClass)?.name ?? '';
  const before = unit.before ? `上年度得分${unit.before.score}分，等次为${unit.before.grade}。` : '';
  return {
    title: titleOf(scheme, '通知', ask.draft),
    recipients: unit.unitName,
    blocks: [
      paragraph(
        `按照《${scheme.title}》，你单位${of(scheme)}得分${unit.score}分${unit.bonus > 0 ? `（含加分${unit.bonus}分）` : ''}，在${className}${unit.of}个单位中列第${unit.rank}名，等次为${unit.grade}。${before}`,
      ),
      ...(lost.length === 0
        ? [paragraph('各项没有失分。')]
        : [
            heading('需要改进的事项'),
            {
              kind: 'table' as const,
              columns: [
                { header: '指标', width: 3 },
                { header: '失分', align: 'number' as const },
                { header: '理由', width: 5 },
              ],
              rows: lost.map(({ code, lost: points, why }) => [
                `${code} ${titles.get(code) ?? ''}`,
                String(points),
                why,
              ]),
            },
          ]),
    ],
    signature: { issuers: [ask.organ], date: ask.date, sealed: true },
  };
}
