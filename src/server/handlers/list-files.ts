import { type CellStyle, writeXlsx } from 'hucre';
import { chineseDate, legalDateOf } from '../../kernel/dates.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { CompiledList } from '../../lists/compile.ts';
import { itemStatuses } from '../../lists/operations.ts';
import type { ListStore } from '../../lists/port.ts';
import { systemEntropy } from '../../store/entropy.ts';
import type { Directory } from '../directory.ts';
import type { FileStore } from '../files/store.ts';
import { type Call, FileAnswer, type Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { JobFailure, type Jobs } from '../jobs/jobs.ts';
import { cellText, type UnitNames } from '../jobs/list-import/cells.ts';
import {
  type Column,
  cellAddress,
  columnsOf,
  exportHeads,
  innerColumns,
} from '../jobs/list-import/columns.ts';
import { importList } from '../jobs/list-import/run.ts';
import { type Table, tableOfText, tableOfWorkbook } from '../jobs/list-import/table.ts';
import { actingOf, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { listNamed, listQueryOf } from './list-query.ts';

interface Desk {
  readonly sessions: Sessions;
  readonly files: FileStore;
  readonly jobs: Jobs;
}

/** Workbooks of a list: template, import and export share their columns. */
export function listFileHandlers(
  world: World,
  store: ListStore,
  desk: Desk,
): Pick<Handlers, 'list.template' | 'list.export' | 'list.import'> {
  return {
    'list.template': async ({ params }) => template(listNamed(world, params.list), world.directory()),
    'list.export': (call) => exported(world, store, desk, call),
    'list.import': (call) => begin(world, store, desk, call),
  };
}

const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F0F0F0' } },
  alignment: { vertical: 'center', wrapText: true },
};

/** Rows for which the template offers its choices. */
const TEMPLATE_ROWS = 5000;

async function template(list: CompiledList, directory: Directory): Promise<FileAnswer> {
  const columns = columnsOf(list);
  const notes = columns.map((column) => [
    column.title,
    column.required ? '必填' : '选填',
    howTo(list, column, directory),
  ]);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: list.declaration.name.slice(0, 31),
        rows: [columns.map(({ title, required }) => (required ? `${title}*` : title))],
        cells: headCells(columns.length),
        columns: columns.map((column) => ({ width: widthOf(column) })),
        freezePane: { rows: 1 },
        dataValidations: columns.flatMap((column, place) => {
          const values = fewChoices(column);
          const from = cellAddress(1, place);
          return values
            ? [
                {
                  type: 'list' as const,
                  values,
                  allowBlank: true,
                  range: `${from}:${cellAddress(TEMPLATE_ROWS, place)}`,
                },
              ]
            : [];
        }),
      },
      {
        name: '填写说明',
        rows: [['栏目', '要求', '怎样填写'], ...notes],
        cells: headCells(3),
        columns: [{ width: 20 }, { width: 8 }, { width: 100 }],
      },
    ],
  });
  return new FileAnswer(bytes, `${list.declaration.name}导入模板.xlsx`);
}

function headCells(count: number) {
  return new Map(Array.from({ length: count }, (_, place) => [`0,${place}`, { style: headStyle }]));
}

function widthOf({ meta }: Column): number {
  return meta.widget === 'long-text' || meta.widget === 'rows' ? 48 : 22;
}

/** Excel takes a list of choices of at most 255 characters. */
function fewChoices({ meta }: Column): string[] | undefined {
  const values =
    meta.widget === 'choice' ? Object.values(meta.choices ?? {}) : meta.widget === 'flag' ? ['是', '否'] : [];
  return values.length > 0 && values.join(',').length <= 255 ? values : undefined;
}

function howTo(list: CompiledList, column: Column, directory: Directory): string {
  const { meta, name } = column;
  if (name === 'code') return list.declaration.code.say;
  const help = meta.help ? `${meta.help}。` : '';
  switch (meta.widget) {
    case 'choice':
      return `${help}填写其中一项：${Object.values(meta.choices ?? {}).join('、')}`;
    case 'choices':
      return `${help}填写其中几项，用顿号隔开：${Object.values(meta.choices ?? {}).join('、')}`;
    case 'flag':
      return `${help}填写“是”或者“否”`;
    case 'unit':
      return `${help}填写单位全称或者简称，例如：${directory.units
        .slice(0, 3)
        .map((unit) => unit.name)
        .join('、')}`;
    case 'integer':
      return `${help}填写整数${meta.unit ? `，单位为${meta.unit}` : ''}`;
    case 'money':
      return `${help}填写数字，单位为元`;
    case 'date':
      return `${help}填写日期，如2024-09-27或者2024年9月27日`;
    case 'rows':
      return `${help}一行一条，各段用竖线隔开：${innerColumns(column.schema)
        .map((c) => c.title)
        .join('|')}`;
    default:
      return help;
  }
}

/** Units as people write them in a table. */
export function unitNames(directory: Directory): UnitNames {
  const codes = new Map<string, string>();
  for (const unit of directory.units) {
    for (const text of [unit.shortName, unit.name, unit.code]) if (text) codes.set(text, unit.code);
  }
  return { nameOf: (code) => directory.unitName(code), codeOf: (text) => codes.get(text) };
}

async function exported(world: World, store: ListStore, { sessions }: Desk, call: Call<'list.export'>) {
  const { session, now } = call;
  const list = listNamed(world, call.params.list);
  const query = listQueryOf(list, call);
  // Document and reason belong to an operation: the item itself has none.
  const operation = new Set(['documentTitle', 'documentNumber', 'reason']);
  const columns = columnsOf(list).filter(({ name }) => !operation.has(name));
  const units = unitNames(world.directory());
  const rows: (string | number)[][] = [];
  for await (const batch of store.stream(query)) {
    for (const { code, item, status, from } of batch) {
      const cells = columns.map((column) =>
        column.name === 'code' ? code : cellText(column, item[column.name], units),
      );
      rows.push([...cells, itemStatuses[status], from]);
    }
  }
  await sessions.audit({
    region: session.region,
    at: now,
    person: session.person.id,
    post: session.acting.id,
    kind: 'exported',
    detail: `${list.id} ${rows.length}`,
  });
  const heads = [...columns.map(({ title }) => title), ...exportHeads];
  const bytes = await writeXlsx({
    sheets: [
      {
        name: list.declaration.name.slice(0, 31),
        rows: [heads, ...rows],
        cells: headCells(heads.length),
        columns: [...columns.map((column) => ({ width: widthOf(column) })), { width: 12 }, { width: 12 }],
        freezePane: { rows: 1, columns: 1 },
      },
    ],
  });
  return new FileAnswer(bytes, `${list.declaration.name}-${chineseDate(query.on)}.xlsx`);
}

async function begin(world: World, store: ListStore, desk: Desk, call: Call<'list.import'>) {
  const { session, body, now } = call;
  const list = listNamed(world, call.params.list);
  const actor = actingOf(session);
  if (!list.by.includes(actor.kind)) {
    refuse(
      'forbidden',
      'lists.K10',
      `您现在的岗位不能变更${list.declaration.name}，请切换到清单管理岗位后导入。`,
    );
  }
  if ((body.file === undefined) === (body.pasted === undefined)) {
    refuse('invalid', 'server.import', '请上传一个Excel文件，或者粘贴表格内容，二者选一。');
  }
  const { region } = session;
  // Whoever sends the same request again resumes it, also after a restart of the system.
  const job = sm3Hex(`${region} ${list.id} ${actor.person} ${body.request}`).slice(0, 32);
  desk.jobs.start(job, actor.person, async (report) => {
    const table = await tableOfBody(desk.files, body);
    await importList(
      { sql: world.sql, appender: world.appender, entropy: systemEntropy },
      {
        job,
        region,
        list,
        table,
        effective: body.on,
        dryRun: body.dryRun,
        actor,
        now,
        today: legalDateOf(now),
        units: unitNames(world.directory()),
        heads: (codes) => store.heads(region, list.id, codes),
      },
      report,
    );
    if (body.dryRun) return;
    await desk.sessions.audit({
      region,
      at: now,
      person: actor.person,
      post: actor.post,
      kind: 'imported',
      detail: `${list.id} ${table.rows.length}`,
    });
  });
  return { job };
}

async function tableOfBody(files: FileStore, body: Call<'list.import'>['body']): Promise<Table> {
  if (body.pasted !== undefined) return tableOfText(body.pasted);
  const stored = await files.open(body.file!);
  if (!stored) throw new JobFailure('没有找到上传的文件，请重新上传。');
  return tableOfWorkbook(new Uint8Array(await new Response(stored.body).arrayBuffer()));
}
