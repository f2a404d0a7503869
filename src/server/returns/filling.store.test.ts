import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures } from '../../store/figures/figures.ts';
import { sealOnce } from '../../store/sealing/seal.ts';
import { catalogueOf, measurementsOf } from '../reports/measurements.ts';
import { returnedPartsOf } from '../reports/returned-parts.ts';
import type { Session } from '../session.ts';
import { base, form, type Offices, openOffices, request } from './collected.testing.ts';
import { checkCells, saveDraft, showReturn, submitReturn } from './filling.ts';
import { clerk, head, item, liaison, REGION, unitCode } from './offices.testing.ts';
import { lateness } from './rounds.ts';
import { saveLayout, showTable } from './tables.ts';

let offices: Offices;
let world: Offices['world'];
let keepForm: Offices['keepForm'];
let open: Offices['open'];
let returnOf: Offices['returnOf'];
let accept: Offices['accept'];

beforeAll(async () => {
  offices = await openOffices();
  ({ world, keepForm, open, returnOf, accept } = offices);
});
afterAll(() => offices?.close());

describe('one unit', () => {
  const small = {
    ...form,
    code: 'S',
    name: '小表',
    items: [
      item('S1', { sum: 'S2+S3' }),
      item('S2', { indicator: 'penalty.decided' }),
      item('S3'),
      item('S4', { measure: 'stock', unit: '人' }),
      item('S5', { measure: 'cumulative', unit: '元', decimals: 2, jump: '0' }),
      item('S6', { measure: 'rate', unit: '%', decimals: 2, ratio: 'S2/S1', required: false, jump: '0' }),
    ],
  };
  const cells = (s2: string, s3: string, s4: string, s5: string, comment?: string) => [
    { code: 'S2', text: s2 },
    { code: 'S3', text: s3, ...(comment ? { comment } : {}) },
    { code: 'S4', text: s4 },
    { code: 'S5', text: s5 },
  ];
  const unit = unitCode(0);
  const call = (id: string, session: Session, now: string) => ({
    ...base,
    session,
    params: { return: id },
    query: {},
    now,
  });
  let january: string;
  let february: string;

  beforeAll(async () => {
    await keepForm(small);
    const first = await open('2025-01', 'S', [unit], '2025-02-05');
    const second = await open('2025-02', 'S', [unit], '2025-03-05');
    january = (await returnOf(first, unit)).id;
    february = (await returnOf(second, unit)).id;
  });

  const submit = (
    id: string,
    of: ReturnType<typeof cells>,
    step: 'submit' | 'correct',
    now: string,
    words = '',
  ) =>
    showReturn(world, { ...call(id, liaison(unit), now), body: undefined }).then(({ seq }) =>
      submitReturn(world, {
        ...call(id, step === 'correct' ? head(unit) : liaison(unit), now),
        body: { request: request(), step, expected: seq, cells: of, words },
      }),
    );

  const decideCorrection = async (id: string, step: string, input: Record<string, string>) => {
    const answer = await world.run({
      region: REGION,
      request: request(),
      procedure: 'periodic-return',
      matter: id,
      step,
      input,
      now: '2025-07-11T03:00:00.000Z',
      actor: { person: 'second', post: 'office-legal-office' },
    });
    expect(answer.ok ? '' : answer.refusal.message).toBe('');
  };

  it('numbers may be typed as people write them; totals and rates are worked out', async () => {
    const { values, findings } = await checkCells(world, {
      ...call(january, liaison(unit), '2025-02-03T02:00:00.000Z'),
      body: { cells: cells('1,030', '１２件', '0.5万', '1.2万') },
    });
    expect(findings.map(({ code, rule }) => `${code} ${rule}`)).toEqual([]);
    expect(values.map(({ code, value }) => `${code} ${value}`)).toEqual([
      'S1 1042',
      'S2 1030',
      'S3 12',
      'S4 5000',
      'S5 12000',
      'S6 98.85',
    ]);
  });

  it('a draft is kept beside the ledger; of two who save, the second is told', async () => {
    const save = (revision: number) =>
      saveDraft(world, {
        ...call(january, liaison(unit), '2025-02-03T02:00:00.000Z'),
        body: { revision, cells: cells('30', '12', '50', '100.5'), remark: '待核' },
      });
    expect(await save(0)).toMatchObject({ revision: 1, findings: [] });
    await expect(save(0)).rejects.toMatchObject({ refusal: { kind: 'stale' } });
    const view = await showReturn(world, {
      ...call(january, liaison(unit), '2025-02-03T02:00:00.000Z'),
      body: undefined,
    });
    expect(view.cells[0]).toEqual({ code: 'S2', text: '30' });
    await expect(
      saveDraft(world, {
        ...call(january, liaison(unitCode(1)), '2025-02-03T02:00:00.000Z'),
        body: { revision: 1, cells: [], remark: '' },
      }),
    ).rejects.toMatchObject({ refusal: { kind: 'not-found' } });
  });

  it('[P17] values of comparison cannot be sent from outside', async () => {
    const answer = await world.run({
      region: REGION,
      request: request(),
      procedure: 'periodic-return',
      matter: january,
      step: 'submit',
      input: { values: [], items: [] },
      now: '2025-02-03T02:00:00.000Z',
      actor: { person: `liaison-${unit}`, post: `${unit}-liaison` },
    });
    expect(answer).toMatchObject({ ok: false, refusal: { rule: 'kernel.P17' } });
  });

  it('values count for the period they speak of, in whatever order they are accepted, and corrections by the difference', async () => {
    await submit(january, cells('30', '12', '50', '100.5'), 'submit', '2025-02-03T02:00:00.000Z');
    await expect(
      submit(february, cells('30', '90', '52', '180'), 'submit', '2025-03-10T02:00:00.000Z'),
    ).rejects.toMatchObject({ refusal: { fields: [{ path: 'S1' }, { path: 'S3' }] } });
    const said = [
      ...cells('30', '90', '52', '180', '专项整治'),
      { code: 'S1', text: '', comment: '专项整治' },
    ];
    await submit(february, said, 'submit', '2025-03-10T02:00:00.000Z');
    await accept(february, 'clerk');
    await accept(january, 'clerk');
    await submit(
      january,
      cells('31', '12', '49', '101.5'),
      'correct',
      '2025-07-10T02:00:00.000Z',
      '漏计一件',
    );
    const sealed = async () => {
      while ((await sealOnce(world.sql, { region: REGION, now: '2025-07-11T02:00:00.000Z' })).sealed > 0);
    };
    await sealed();
    const ask = (indicator: string, kind: string, from: string, to: string) => ({
      indicator,
      kind,
      from,
      to,
      unit,
    });
    const read = async () =>
      (
        await figures(world.sql, catalogueOf(world.systems.indicators), REGION, [
          ask('periodic-return.value', 'S2', '2025-01', '2025-01'),
          ask('periodic-return.value', 'S1', '2025-01', '2025-12'),
          ask('periodic-return.level', 'S4', '2025-01', '2025-01'),
          ask('periodic-return.level', 'S4', '2025-01', '2025-02'),
          ask('periodic-return.level', 'S5', '2025-01', '2025-02'),
          ask('periodic-return.level', 'S5', '2025-01', '2025-03'),
        ])
      ).map(({ value }) => value);
    // The correction waits: what was accepted still counts, and the office finds it in its to-do.
    expect(await read()).toEqual([30, 42 + 120, 50, 52, 180, 0]);
    const waiting = await world.sql<{ title: string; stage: string }[]>`
      select title, stages[1] as stage from matter where region = ${REGION} and procedure = 'return-correction'`;
    expect([...waiting]).toEqual([{ title: '更正：小表（2025年1月）', stage: 'waiting' }]);
    const seen = await showReturn(world, {
      ...call(january, clerk(), '2025-07-11T02:00:00.000Z'),
      body: undefined,
    });
    expect(seen.may).toMatchObject({ reviewCorrection: true, correct: false });
    expect(seen.correction!.changes.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['S1', '42', '43'],
      ['S2', '30', '31'],
      ['S4', '50', '49'],
      ['S5', '100.5', '101.5'],
      ['S6', '71.43', '72.09'],
    ]);
    await decideCorrection(january, 'reject-correction', { rejectReason: '请附登记簿' });
    await submit(
      january,
      cells('31', '12', '49', '101.5'),
      'correct',
      '2025-07-11T04:00:00.000Z',
      '附登记簿',
    );
    await decideCorrection(january, 'accept-correction', {});
    await sealed();
    expect(await read()).toEqual([31, 43 + 120, 49, 52, 180, 0]);
    const open = await world.sql`
      select 1 from matter where region = ${REGION} and procedure = 'return-correction' and not closed`;
    expect(open).toHaveLength(0);
  });

  it('an item that is a value of a report’s figure feeds the report; where a register counts too, both are said', async () => {
    const catalogue = catalogueOf(world.systems.indicators);
    const measuring = { sql: world.sql, region: REGION, catalogue, personName: (id: string) => id };
    const { returned } = await measurementsOf(measuring, { skeleton: 'four-part', year: 2025 });
    expect(returned).toEqual([
      expect.objectContaining({ slot: 'penalty.decided', value: 61, unit: '件', document: '小表' }),
    ]);
    const slots = [{ id: 'penalty.decided', indicator: 'penalty.decided' }];
    const parts = await returnedPartsOf(world.sql, REGION, catalogue, { slots, year: 2025 }, (code) => code);
    const answers = await figures(world.sql, catalogue, REGION, parts.asks);
    const counted = (by: string) => [
      { ...answers[0]!, value: 5, parts: [{ key: by, name: by, value: 5 }] },
      answers[1]!,
    ];
    const present = [{ ...answers[0]!, value: 5 }];
    expect(parts.add(present, counted('another')).figures[0]).toMatchObject({
      value: 66,
      definition: expect.stringContaining(`其中台账计算5件，台账不在本系统的${unit}按“小表”报送61件`),
    });
    // A unit whose register is here is not added a second time.
    expect(parts.add(present, counted(unit)).figures[0]!.value).toBe(5);
  });

  it('a superior’s table takes the same values, in its own unit', async () => {
    const column = (title: string, code: string, scale: number, decimals: number) => ({
      title,
      unit: '',
      source: { item: code },
      scale,
      decimals,
    });
    await saveLayout(world, {
      ...base,
      session: clerk(),
      params: { layout: 'SJ1' },
      query: {},
      now: '2025-07-11T02:00:00.000Z',
      body: {
        expected: 0,
        layout: {
          code: 'SJ1',
          name: '上级表',
          issuer: '',
          direction: 'units',
          periodKind: 'month',
          heading: [],
          columns: [
            column('案件', 'S1', 0, 0),
            column('金额（万元）', 'S5', -4, 4),
            column('占比', 'S6', 0, 2),
          ],
        },
      },
    });
    const table = await showTable(world, {
      session: clerk(),
      params: { layout: 'SJ1' },
      query: { period: '2025-01' },
    });
    expect(table.units.map(({ code }) => code)).toEqual([unit]);
    expect(table.columns.map(({ total }) => total)).toEqual([43, 0.0102, 72.09]);
  });

  it('the record of the year says who was late and by how many workdays', async () => {
    const { units: found } = await lateness(world, {
      ...base,
      session: liaison(unit),
      params: {},
      query: { year: 2025 },
      body: undefined,
      now: '2025-07-11T02:00:00.000Z',
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ unit, late: 1, daysLate: 3, corrected: 1 });
  });
});
