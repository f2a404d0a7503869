import { describe, expect, it } from 'vitest';
import { createCatalogue } from './catalogue.ts';
import { caseload } from './declaration.ts';
import { type FigureAsk, figureOf, planFigure } from './figure.ts';
import { monthsOf, periodOf } from './period.ts';

const catalogue = createCatalogue([
  {
    id: 'permit',
    name: '许可',
    indicators: [
      ...caseload({ id: 'permit', name: '许可', received: ['apply'], done: ['decide'] }),
      {
        id: 'permit.rate',
        name: '办结率',
        unit: '%',
        measure: 'rate',
        definition: '办结数除以新收数。',
        numerator: 'permit.done',
        denominator: 'permit.received',
      },
    ],
  },
]);
const seal = { number: 3, size: 9, root: 'ab', at: '2024-06-30T15:59:59.999Z' };
const year: FigureAsk = { indicator: 'permit.received', from: '2024-01', to: '2024-03' };
const make = (ask: FigureAsk, ...sums: Record<string, number>[]) =>
  figureOf(
    planFigure(catalogue, ask),
    sums.map((sum) => new Map(Object.entries(sum))),
    seal,
    (code) => `单位${code}`,
  );

describe('period', () => {
  it('is given by months or by days, each included', () => {
    expect(periodOf({ from: '2024-01', to: '2024-02' })).toEqual({ first: '2024-01-01', last: '2024-02-29' });
    expect(periodOf({ from: '2024-01-05', to: '2024-02-03' })).toEqual({
      first: '2024-01-05',
      last: '2024-02-03',
    });
    expect(monthsOf({ from: '2023-11', to: '2024-02' })).toEqual([
      '2023-11',
      '2023-12',
      '2024-01',
      '2024-02',
    ]);
  });

  it.each([
    ['2024-13', '2024-13'],
    ['2024-01', '2024-02-01'],
    ['2023-02-29', '2023-03-01'],
    ['2024-02', '2024-01'],
    ['24-1', '24-2'],
    ['2024-01-00', '2024-01-02'],
  ])('is refused: %s to %s', (from, to) => {
    expect(() => periodOf({ from, to })).toThrow(/期间/);
  });
});

describe('planFigure', () => {
  it('sums a flow over the period, a stock up to its end, and what was carried over up to its start', () => {
    const sums = (indicator: string) => planFigure(catalogue, { ...year, indicator }).sums;
    expect(sums('permit.received')).toEqual([
      { indicator: 'permit.received', from: '2024-01-01', to: '2024-03-31' },
    ]);
    expect(sums('permit.open')).toEqual([{ indicator: 'permit.open', to: '2024-03-31' }]);
    expect(sums('permit.carried-over')).toEqual([{ indicator: 'permit.open', to: '2023-12-31' }]);
    expect(sums('permit.rate').map((sum) => sum.indicator)).toEqual(['permit.done', 'permit.received']);
  });

  it('refuses an indicator that nobody declares', () => {
    expect(() => planFigure(catalogue, { ...year, indicator: 'x' })).toThrow('没有“x”这个指标');
  });
});

describe('figureOf', () => {
  it('names its parts and leaves out those without anything', () => {
    expect(make({ ...year, by: 'unit' }, { a: 2, b: 0, c: 0.1 })).toMatchObject({
      value: 2.1,
      parts: [
        { key: 'a', name: '单位a', value: 2 },
        { key: 'c', name: '单位c', value: 0.1 },
      ],
      seal,
      provisional: false,
    });
  });

  it('adds a stock up month by month, and shows the start of each month for what was carried over', () => {
    const values = (indicator: string) =>
      make({ ...year, indicator, by: 'month' }, { '2023-06': 5, '2024-01': 2, '2024-03': -3 });
    expect(values('permit.open').parts!.map((part) => part.value)).toEqual([7, 7, 4]);
    expect(values('permit.open').value).toBe(4);
    expect(values('permit.carried-over').parts!.map((part) => part.value)).toEqual([5, 7, 7]);
    expect(values('permit.carried-over').value).toBe(5);
  });

  it('fills the months in which nothing happened', () => {
    expect(make({ ...year, by: 'month' }, { '2024-02': 4 }).parts!.map((part) => part.value)).toEqual([
      0, 4, 0,
    ]);
  });

  it('gives a rate with both its halves, and none over nothing', () => {
    expect(make({ ...year, indicator: 'permit.rate' }, { '': 3 }, { '': 4 })).toMatchObject({
      value: 0.75,
      numerator: 3,
      denominator: 4,
    });
    expect(make({ ...year, indicator: 'permit.rate' }, {}, {}).value).toBeNull();
  });

  it('is provisional while the period runs, by the legal day of the seal', () => {
    expect(make({ ...year, to: '2024-05' }).provisional).toBe(false);
    expect(make({ ...year, to: '2024-06' }).provisional).toBe(true);
  });
});

describe('createCatalogue', () => {
  const rate = {
    id: 'r',
    name: 'r',
    unit: '%',
    measure: 'rate',
    definition: '',
    numerator: 'x',
    denominator: 'x',
  } as const;
  it('refuses an indicator declared twice and a rate of what is not there', () => {
    const twice = catalogue.all.filter((indicator) => indicator.id === 'permit.open');
    expect(() => createCatalogue([{ id: 'a', name: 'a', indicators: [...twice, ...twice] }])).toThrow(
      'twice',
    );
    expect(() => createCatalogue([{ id: 'a', name: 'a', indicators: [rate] }])).toThrow('names x');
  });
});

it.each([
  [{ from: '2024-03', to: '2024-01' }, '起点2024年3月晚于终点2024年1月'],
  [{ from: '2024-11-11', to: '2024-11-01' }, '起点2024年11月11日晚于终点2024年11月1日'],
])('names both ends of a period that runs backwards as officials write them', (period, said) => {
  expect(() => periodOf(period)).toThrow(said);
});
