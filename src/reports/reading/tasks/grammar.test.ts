import { describe, expect, it } from 'vitest';
import { readClauses, splitUnits } from './clauses.ts';
import { DUE_FORMS, dueDay } from './due.ts';
import { QUANTITY_PATTERNS, readQuantities } from './quantities.ts';

describe('quantified demands', () => {
  for (const { kind, examples } of QUANTITY_PATTERNS) {
    for (const example of examples) {
      it(`${kind}: ${example}`, () => {
        const text = `各单位${example}。`;
        const [found] = readQuantities(text, 100);
        expect(found?.kind).toBe(kind);
        expect(text.slice(found!.start - 100, found!.end - 100)).toBe(found!.text);
      });
    }
  }

  it('gives bound, unit and interval', () => {
    expect(readQuantities('每年至少举办2次专题讲座', 0)[0]).toMatchObject({
      value: 2,
      unit: '次',
      per: '每年',
    });
    expect(readQuantities('分值比重不低于10%', 0)[0]).toMatchObject({
      kind: 'minimum',
      value: 10,
      unit: '%',
    });
    expect(readQuantities('受众不少于1.2万人次', 0)[0]).toMatchObject({ value: 12000, unit: '人次' });
    expect(readQuantities('每户补助不超过3,000元', 0)[0]).toMatchObject({ value: 3000, unit: '元' });
    expect(readQuantities('印发后一个月内制定', 0)[0]).toMatchObject({ value: 1, unit: '月' });
  });

  for (const text of ['一年内发生多起案件', '年底考核', '2017年以来', '每位干部']) {
    it(`sees none in ${text}`, () => expect(readQuantities(text, 0)).toEqual([]));
  }
});

describe('due days', () => {
  const context = { year: 2024, issued: '2024-03-15' };
  for (const { examples } of DUE_FORMS) {
    for (const example of examples)
      it(example, () => expect(dueDay(example, context)).toMatch(/^20\d\d-\d\d-\d\d$/));
  }

  const cases: [string, string | null][] = [
    ['2025年6月30日前', '2025-06-30'],
    ['10月底前', '2024-10-31'],
    ['2月底前', '2024-02-29'],
    ['第二季度末前', '2024-06-30'],
    ['上半年', '2024-06-30'],
    ['2025年底', '2025-12-31'],
    ['年底前完成', '2024-12-31'],
    ['印发后一个月内', '2024-04-15'],
    ['印发之日起30日内', '2024-04-14'],
    ['长期坚持', null],
    ['一年内', null],
    ['20个工作日内', null],
  ];
  for (const [phrase, day] of cases)
    it(`${phrase} → ${day}`, () => expect(dueDay(phrase, context)).toBe(day));
});

describe('who does a task', () => {
  const roles = (text: string) =>
    readClauses(text).flatMap(({ units }) => units.map(({ name, role }) => `${role}:${name}`));

  it('reads labelled lists', () => {
    expect(roles('加强学习。（牵头单位：区司法局；责任单位：区财政局、各镇（街道））')).toEqual([
      'lead:区司法局',
      'responsible:区财政局',
      'responsible:各镇（街道）',
    ]);
    expect(roles('责任单位：区司法局 区财政局\n配合单位：区人社局')).toEqual([
      'responsible:区司法局',
      'responsible:区财政局',
      'cooperating:区人社局',
    ]);
  });

  it('reads brackets without labels', () => {
    expect(roles('加强学习。（区司法局牵头，区财政局、区人社局配合）')).toEqual([
      'lead:区司法局',
      'cooperating:区财政局',
      'cooperating:区人社局',
    ]);
    expect(roles('加强学习。(区司法局、区财政局等按职责分工负责)')).toEqual([
      'responsible:区司法局',
      'responsible:区财政局',
    ]);
    expect(roles('加强学习。（区司法局，2024年10月底前）')).toEqual(['responsible:区司法局']);
  });

  it('reads a sentence of its own', () => {
    expect(roles('开展案卷评查。区司法局牵头负责，各镇（街道）配合。')).toEqual([
      'lead:区司法局',
      'cooperating:各镇（街道）',
    ]);
    expect(roles('开展案卷评查。[区司法局牵头，各镇（街道）、各部门按职责分工负责]')).toEqual([
      'lead:区司法局',
      'responsible:各镇（街道）',
      'responsible:各部门',
    ]);
    expect(roles('各部门要认真落实。推动工作落实。')).toEqual([]);
  });

  it('leaves brackets that explain a word', () => {
    expect(roles('党委（党组）书记履行职责，镇（办事处）配合。')).toEqual([]);
    expect(roles('制定办法（试行）。')).toEqual([]);
  });

  it('splits lists by any mark', () => {
    expect(splitUnits('区司法局、区财政局，各镇（街道、园区） 区属各部门等')).toEqual([
      '区司法局',
      '区财政局',
      '各镇（街道、园区）',
      '区属各部门',
    ]);
  });
});
