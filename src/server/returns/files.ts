import { type CellValue, writeXlsx } from 'hucre';
import { legalDateOf } from '../../kernel/dates.ts';
import { findDraft } from '../../store/returns/drafts.ts';
import type { ReturnRow } from '../../store/returns/rows.ts';
import { checkedItems, itemsOwedBy, keyOf, type ReturnForm } from '../../yearly/returns/form.ts';
import {
  headStyle,
  matrixTemplate,
  numberCell,
  type TemplateUnit,
  unitTemplate,
} from '../../yearly/returns/templates.ts';
import { type Call, FileAnswer } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { auditAct, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { judge, type TypedCell } from './filling.ts';
import { type RoundSeen, seeRound } from './rounds.ts';
import { beforeOf, cumulativeIn, daysLate } from './scope.ts';

/** The template of a round, for all units or for one, with what has been keyed in so far. */
export async function template(
  world: World,
  { session, params, query, now }: Call<'returns.template'>,
): Promise<FileAnswer> {
  const seen = await seeRound(world, session, params.round, now);
  const only = query.unit ?? (seen.rows.length === 1 ? seen.rows[0]!.unit : undefined);
  const { bytes } = await templateOf(world, session.region, seen, only);
  const whose = only === undefined ? '汇总模板' : world.directory().shortName(only);
  return new FileAnswer(bytes, `${seen.form.name}-${seen.round.periodName}-${whose}.xlsx`);
}

/** The workbook of a template with how many units it is for. Throws RefusedError `not-found` for a unit not asked. */
export async function templateOf(
  world: World,
  region: string,
  { round, form, rows }: RoundSeen,
  unit?: string,
): Promise<{ readonly bytes: Uint8Array; readonly units: number }> {
  const head = { key: keyOf(form.code, round.period), periodName: round.periodName, due: round.due };
  if (unit === undefined) {
    const units = rows.map((row) => templateUnit(world, form, row, row.values));
    return { bytes: await matrixTemplate(form, head, units), units: rows.length };
  }
  const row = rows.find((one) => one.unit === unit);
  if (!row) return refuse('not-found', 'returns.return', '这个单位不在本期报送的单位中，或者您无权查看。');
  const items = itemsOwedBy(form, unit);
  const before = (await beforeOf(world, region, round, cumulativeIn(items), unit)).get(unit) ?? new Map();
  const draft = await findDraft(world.sql, region, row.id);
  const cells = (draft?.content as { cells?: TypedCell[] } | undefined)?.cells;
  const values = cells ? judge(checkedItems(items, before), cells).values : row.values;
  const own = templateUnit(world, form, row, values);
  return { bytes: await unitTemplate(form, { ...head, due: row.due }, own, before), units: 1 };
}

function templateUnit(
  world: World,
  form: ReturnForm,
  { unit }: ReturnRow,
  values: TemplateUnit['values'],
): TemplateUnit {
  const owes = new Set(itemsOwedBy(form, unit).map(({ code }) => code));
  return { code: unit, name: world.directory().unitName(unit), owes, values };
}

/** What a round came to: all values with totals, how each unit stands, the comments. */
export async function summary(
  world: World,
  sessions: Sessions,
  { session, params, now }: Call<'returns.export'>,
): Promise<FileAnswer> {
  const seen = await seeRound(world, session, params.round, now);
  const { round, form, rows } = seen;
  await auditAct(sessions, session, now, 'exported', `return-round ${round.id} ${rows.length}`);
  const bytes = await writeXlsx({
    sheets: [
      valuesSheet(world, seen),
      standingSheet(world, seen, legalDateOf(now)),
      commentsSheet(world, seen),
    ],
  });
  return new FileAnswer(bytes, `${form.name}-${round.periodName}-汇总.xlsx`);
}

function sheet(name: string, head: readonly string[], rows: CellValue[][], widths: readonly number[]) {
  return {
    name,
    rows: [[...head], ...rows],
    cells: new Map(head.map((_, column) => [`0,${column}`, { style: headStyle }])),
    columns: head.map((_, column) => ({ width: widths[column] ?? widths.at(-1)! })),
    freezePane: { rows: 1, columns: 1 },
  };
}

function valuesSheet(world: World, { form, rows, totals }: RoundSeen) {
  const line = (name: string, known: ReadonlyMap<string, string | null>): CellValue[] => [
    name,
    ...form.items.map(({ code }): CellValue => {
      const value = known.get(code);
      return value === undefined || value === null ? null : numberCell(value);
    }),
  ];
  const total = (which: 'value' | 'last' | 'lastYear') =>
    new Map(totals.map((one) => [one.code, one[which]]));
  return sheet(
    '汇总',
    ['单位', ...form.items.map(({ name, unit }) => `${name}（${unit}）`)],
    [
      line('合计', total('value')),
      line('上期合计', total('last')),
      line('上年同期合计', total('lastYear')),
      ...rows.map((row) =>
        line(
          world.directory().unitName(row.unit),
          new Map(row.stage === 'returned' ? [] : row.values.map(({ code, value }) => [code, value])),
        ),
      ),
    ],
    [36, 14],
  );
}

function standingSheet(world: World, { rows, liaisons }: RoundSeen, today: string) {
  const stages = world.systems.registry.get('periodic-return').declaration.stages;
  return sheet(
    '报送情况',
    ['单位', '状态', '截止日', '首次报送', '逾期（工作日）', '退回次数', '催报次数', '更正次数', '联络员'],
    rows.map((row) => [
      world.directory().unitName(row.unit),
      stages[row.stage]?.name ?? row.stage,
      row.due,
      row.submittedOn,
      daysLate(world, row, today),
      row.taken.filter(({ step }) => step === 'give-back').length,
      row.urged,
      row.corrected,
      liaisons
        .filter(({ unit }) => unit === row.unit)
        .map(({ name }) => name)
        .join('、'),
    ]),
    [36, 12],
  );
}

function commentsSheet(world: World, { form, rows }: RoundSeen) {
  const names = new Map(form.items.map(({ code, name }) => [code, name]));
  return sheet(
    '说明',
    ['单位', '指标', '数', '说明'],
    rows.flatMap((row) =>
      row.values.flatMap(({ code, value, comment }): CellValue[][] =>
        comment
          ? [[world.directory().unitName(row.unit), names.get(code) ?? code, numberCell(value), comment]]
          : [],
      ),
    ),
    [36, 36, 14, 60],
  );
}
