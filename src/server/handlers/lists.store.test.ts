import { readXlsx, writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealOnce } from '../../store/sealing/seal.ts';
import type { FileAnswer } from '../http/bind.ts';
import type { JobView } from '../jobs/jobs.ts';
import { now, openRoutes, refusalOf, region, sessionOf } from './called.testing.ts';

let routes: Awaited<ReturnType<typeof openRoutes>>;
beforeAll(async () => {
  routes = await openRoutes();
});
afterAll(() => routes.close());

const call: typeof routes.call = (name, given) => routes.call(name, given);

const paging = { page: 1, size: 50 };
const heads = [
  '事项编码',
  '事项名称',
  '权力类型',
  '实施单位',
  '行使层级',
  '设定依据',
  '办理流程',
  '依据文件',
  '变更理由',
];
const row = (code: string, name: string, changes: Record<number, string> = {}) => {
  const cells = [
    code,
    name,
    '行政许可',
    '城管局',
    '县级',
    '某条例第三条',
    '受理|核对材料|1\n决定||5',
    '某通知',
    '首次公布',
  ];
  return cells.map((cell, at) => changes[at] ?? cell);
};

async function workbook(rows: string[][]): Promise<string> {
  const bytes = await writeXlsx({ sheets: [{ name: '清单', rows: [heads, ...rows] }] });
  const body = new Response(new Uint8Array(bytes)).body!;
  const { person } = sessionOf('list-keeper');
  const kept = await routes.files.put({ region, person: person.id, name: '清单.xlsx', body, now });
  return kept.sm3;
}

async function bring(body: object, as = sessionOf('list-keeper')): Promise<JobView> {
  const { job } = (await call('list.import', { params: { list: 'powers' }, body, as })) as { job: string };
  for (;;) {
    const view = (await call('job.get', { params: { job }, as })) as JobView;
    if (view.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const page = async (query: object) =>
  (await call('list.page', { params: { list: 'powers' }, query: { sort: 'code', ...paging, ...query } })) as {
    rows: { code: string; name: string; unitName: string; statusName: string }[];
    total: number;
    kinds: { kind: string; name: string; count: number }[];
    units: { unit: string; name: string; count: number }[];
  };

describe('import', () => {
  test('one wrong row and nothing comes in; every error names its cell', async () => {
    const file = await workbook([
      row('A-0001', '道路挖掘许可'),
      row('A-0002', '户外广告许可', { 2: '行政批准' }),
      row('x', '不合编码', { 3: '不存在的局' }),
      row('A-0001', '重复'),
      row('A-0004', '', { 8: '' }),
    ]);
    const view = await bring({ request: 'import-wrong', file, on: '2024-01-01', dryRun: false });
    expect(view.state).toBe('failed');
    expect(view.message).toContain('没有导入任何一行');
    const cells = view.errors.map(({ cell }) => cell);
    expect(cells).toEqual(expect.arrayContaining(['C3', 'D4', 'A5', 'B6', 'I6']));
    expect(view.errors.find(({ cell }) => cell === 'C3')?.message).toContain('没有“行政批准”');
    expect((await page({})).total).toBe(0);
  });

  test('a dry run tells what would come, the import brings it, a second one changes nothing', async () => {
    const file = await workbook([
      row('A-0001', '道路挖掘许可'),
      row('A-0002', '户外广告许可', { 3: '市监局' }),
    ]);
    const dry = await bring({ request: 'import-dry', file, on: '2024-01-01', dryRun: true });
    expect(dry).toMatchObject({ state: 'done', done: 2, total: 2 });
    expect(dry.message).toContain('新增2项');
    expect((await page({})).total).toBe(0);
    const real = await bring({ request: 'import-real', file, on: '2024-01-01', dryRun: false });
    expect(real).toMatchObject({ state: 'done', done: 2, errors: [] });
    expect((await page({})).rows.map(({ code, unitName }) => [code, unitName])).toEqual([
      ['A-0001', '城市管理局'],
      ['A-0002', '市场监督管理局'],
    ]);
    const again = await bring({ request: 'import-again', file, on: '2024-01-01', dryRun: false });
    expect(again.message).toContain('2项没有变化');
    expect(routes.audited.filter(({ kind }) => kind === 'imported')).toHaveLength(2);
  });

  test('pasted cells adjust what is there and leave the rest', async () => {
    const pasted = [
      heads,
      row('A-0001', '道路挖掘许可', { 5: '某条例第四条', 6: '' }),
      row('A-0003', '渣土运输许可'),
    ]
      .map((cells) => cells.map((cell) => (cell.includes('\n') ? `"${cell}"` : cell)).join('\t'))
      .join('\n');
    const view = await bring({ request: 'import-paste', pasted, on: '2024-07-01', dryRun: false });
    expect(view.message).toContain('新增1项，调整1项');
  });

  test('more rows than one batch come in and can be resumed after the process forgot the task', async () => {
    const rows = Array.from({ length: 1203 }, (_, at) =>
      row(`B-${String(at).padStart(5, '0')}`, `批量事项${at}`),
    );
    const file = await workbook(rows);
    const half = await workbook(rows.slice(0, 700));
    await bring({ request: 'import-half', file: half, on: '2024-02-01', dryRun: false });
    const whole = await bring({ request: 'import-whole', file, on: '2024-02-01', dryRun: false });
    expect(whole.message).toContain('新增503项，调整0项，700项没有变化');
    expect((await page({ q: '批量事项' })).total).toBe(1203);
  });

  test('another post is refused, and a task belongs to whoever began it', async () => {
    const body = { request: 'import-other', pasted: 'x', on: '2024-01-01', dryRun: true };
    const other = sessionOf('case-officer');
    expect(await refusalOf(call('list.import', { params: { list: 'powers' }, body, as: other }))).toContain(
      '切换到清单管理岗位',
    );
    const { job } = (await call('list.import', { params: { list: 'powers' }, body })) as { job: string };
    expect(await refusalOf(call('job.get', { params: { job }, as: other }))).toContain('没有这个任务');
  });
});

describe('a list', () => {
  test('stands as of any day, searched, filtered and counted', async () => {
    expect((await page({ on: '2023-12-31' })).total).toBe(0);
    expect((await page({ on: '2024-06-30', q: '渣土' })).total).toBe(0);
    expect((await page({ on: '2024-07-01', q: 'ztys' })).total).toBe(1);
    const filtered = await page({ unit: 'u2' });
    expect(filtered.total).toBe(1);
    expect(filtered.units).toContainEqual({ unit: 'u1', name: '城市管理局', count: 1205 });
    expect(filtered.kinds).toEqual([{ kind: 'licence', name: '行政许可', count: 1 }]);
  });

  test('its items are found from anywhere, with their list, until they have left it', async () => {
    const hits = async (q: string, at = now) =>
      (
        (await call('search.all', { query: { q }, at })) as {
          hits: { kind: string; id: string; procedureName: string; state: string }[];
        }
      ).hits.map(({ kind, id, procedureName }) => [kind, id, procedureName]);
    const found = ['item', 'A-0003', '行政权力事项清单'];
    expect(await hits('渣土运输')).toEqual([found]);
    expect(await hits('ztys')).toEqual([found]);
    expect(await hits('渣土', '2024-06-30T02:00:00.000Z')).toEqual([]);
    expect(await refusalOf(call('search.all', { query: { q: '（）' } }))).toContain('编号、名称');
  });

  test('operations are taken, refused with the rule, and told in the history', async () => {
    const input = {
      documentTitle: '关于取消的决定',
      documentNumber: '试政发〔2024〕9号',
      reason: '上位法修改',
    };
    const body = { request: 'operate-cancel', code: 'A-0002', on: '2024-09-01', input };
    const cancel = { params: { list: 'powers', operation: 'cancel' }, body };
    expect(await call('list.operate', cancel)).toMatchObject({ code: 'A-0002', seq: 2 });
    expect(await call('list.operate', cancel)).toMatchObject({ code: 'A-0002', seq: 2 });
    const twice = { ...cancel, body: { ...body, request: 'operate-twice' } };
    expect(await refusalOf(call('list.operate', twice))).toContain('退出清单');
    const item = (await call('list.item', { params: { list: 'powers', code: 'A-0001' }, query: {} })) as {
      facts: { title: string; text: string }[];
      history: { operationName: string; basisDocument: string; changes: { title: string }[] }[];
      operations: { id: string; name: string }[];
      chart: string;
    };
    expect(
      item.history.map((line) => [line.operationName, line.changes.map((change) => change.title)]),
    ).toEqual([
      ['新增', []],
      ['调整', ['设定依据', '办理流程']],
    ]);
    expect(item.facts).toContainEqual({ name: 'unit', title: '实施单位', text: '城市管理局' });
    expect(item.operations.map(({ id }) => id)).toContain('transfer');
    // A button that says 取消 alone would be taken for the way out of a form.
    expect(item.operations).toContainEqual({ id: 'cancel', name: '取消事项' });
    expect(item.chart).toBe('');
    const early = await call('list.item', {
      params: { list: 'powers', code: 'A-0001' },
      query: { on: '2024-03-01' },
    });
    expect((early as { chart: string }).chart).toContain('受理');
  });

  test('differs between two days by what came, went and changed', async () => {
    const query = { from: '2024-06-30', to: '2024-09-27', ...paging };
    const diff = (await call('list.diff', { params: { list: 'powers' }, query })) as {
      rows: { code: string; change: string; operationName: string; on: string }[];
      total: number;
    };
    expect(diff).toMatchObject({ added: 1, removed: 1, changed: 1, total: 3 });
    expect(diff.rows.map(({ code, change, operationName, on }) => [code, change, operationName, on])).toEqual(
      [
        ['A-0001', 'changed', '调整', '2024-07-01'],
        ['A-0002', 'removed', '取消', '2024-09-01'],
        ['A-0003', 'added', '新增', '2024-07-01'],
      ],
    );
  });

  test('the template names every column; an export holds what the page shows', async () => {
    const template = (await call('list.template', { params: { list: 'powers' } })) as FileAnswer;
    const [sheet, notes] = (await readXlsx(template.body as Uint8Array)).sheets;
    expect(sheet!.rows[0]).toEqual(
      expect.arrayContaining(['事项编码*', '权力类型*', '办理流程', '变更理由*']),
    );
    expect(notes!.rows.length).toBe(sheet!.rows[0]!.length + 1);
    const answer = (await call('list.export', {
      params: { list: 'powers' },
      query: { sort: 'code', q: '渣土' },
    })) as FileAnswer;
    const { rows } = (await readXlsx(answer.body as Uint8Array)).sheets[0]!;
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual(
      expect.arrayContaining(['A-0003', '城市管理局', '受理|核对材料|1\n决定||5', '实施']),
    );
    expect(answer.name).toBe('行政权力事项清单-2024年9月27日.xlsx');
  });
});

describe('figures', () => {
  const period = { from: '2024-01', to: '2024-12' };
  const indicator = 'powers.operations';
  const head = sessionOf('legal-office', 'u1');

  test('open into the records they are the sum of', async () => {
    await sealOnce(routes.world.sql, { region, now });
    const found = await call('figure.get', {
      params: { indicator },
      query: { ...period, by: 'kind' },
      as: head,
    });
    expect(found).toMatchObject({ value: 1208, unit: '项', seal: { number: 1 } });
    const entries = (await call('figure.entries', {
      params: { indicator },
      query: { ...period, kind: 'cancel', ...paging },
      as: head,
    })) as { rows: { number: string }[]; sum: number };
    expect(entries).toMatchObject({ total: 1, sum: 1 });
    expect(entries.rows[0]!.number).toBe('A-0002');
    const file = (await call('figure.export', {
      params: { indicator },
      query: { ...period, unit: 'u2' },
      as: head,
    })) as FileAnswer;
    expect((await readXlsx(file.body as Uint8Array)).sheets[0]!.rows).toHaveLength(3);
  });

  test('a post of a unit sees its unit, and is told so where it asks for another', async () => {
    const query = { ...period, source: 'powers' };
    const own = (await call('figure.many', { query, as: sessionOf('unit-head', 'u2') })) as {
      figures: { indicator: string; value: number }[];
    };
    expect(own.figures.find((figure) => figure.indicator === indicator)?.value).toBe(2);
    const asked = {
      params: { indicator },
      query: { ...period, unit: 'u1' },
      as: sessionOf('unit-head', 'u2'),
    };
    expect(await refusalOf(call('figure.get', asked))).toContain('本单位');
  });
});
