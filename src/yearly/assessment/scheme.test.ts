import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../lists/excel/workbook.ts';
import { systems } from '../../systems/index.ts';
import { checkScheme, type Known } from './check.ts';
import { exampleScheme, modelOf2021 } from './example.ts';
import { readScheme, writeScheme } from './excel.ts';
import { itemsOf, type Scheme } from './scheme.ts';

const units = { enforcement: ['U1', 'U2'], general: ['U3'], town: ['U4'] };
const scheme = exampleScheme(2024, units);
const indicators = new Map(systems.indicators.map(({ declaration }) => [declaration.id, declaration]));
const known: Known = {
  measure: (id) => {
    const found = indicators.get(id);
    return found && (found.measure === 'rate' ? 'rate' : 'count');
  },
  unitName: (code) => code,
  isUnit: (code) => ['U1', 'U2', 'U3', 'U4'].includes(code),
};
const messages = (changed: Partial<Scheme>) =>
  checkScheme({ ...scheme, ...changed }, known).map(({ message }) => message);

describe('the example', () => {
  it('can be issued as it is: nine first-level indicators, each class adds up to 100', () => {
    expect(checkScheme(scheme, known)).toEqual([]);
    expect(scheme.groups).toHaveLength(9);
    expect(itemsOf(scheme).length).toBeGreaterThanOrEqual(38);
  });
});

describe('what keeps a scheme from being issued', () => {
  it('a weight below ten percent of the overall assessment', () => {
    expect(messages({ overall: { name: '综合考核', weight: 8 } })[0]).toContain('8%，低于10%');
    expect(checkScheme({ ...scheme, overall: null }, known)).toMatchObject([{ severity: 'warning' }]);
  });

  it('marks that do not add up, said with what is missing', () => {
    const [first, ...rest] = scheme.groups;
    expect(messages({ groups: rest })[0]).toMatch(/“执法和审批部门”各项分值合计\d+分，应为100分，还差\d+分/);
    const announced = { ...first!, announced: { general: 9 } };
    expect(messages({ groups: [announced, ...rest] })).toEqual([
      '“政府职能依法全面履行”对“综合部门”定为9分，下属各项合计4分。',
    ]);
  });

  it('a unit in two classes, bands out of order, an indicator that does not exist', () => {
    const twice = scheme.classes.map((entry) => ({ ...entry, units: ['U1'] }));
    expect(messages({ classes: twice })[0]).toContain('U1同时在');
    expect(messages({ bands: [...scheme.bands].reverse() })[0]).toContain('从高分到低分');
    const group = scheme.groups[0]!;
    const items = group.parts[0]!.items.map((item) => ({
      ...item,
      source: { kind: 'indicator' as const, indicator: 'no.such' },
    }));
    const wrong = { ...group, parts: [{ title: '', items }, ...group.parts.slice(1)] };
    expect(messages({ groups: [wrong, ...scheme.groups.slice(1)] }).join()).toContain('引用的数据指标不存在');
  });
});

describe('Excel', () => {
  it('a scheme written to a workbook is read back as it was', async () => {
    const read = readScheme(await readWorkbook(await writeScheme(scheme)), { ...scheme, groups: [] });
    expect(read.problems).toEqual([]);
    expect(read.scheme).toEqual(scheme);
  });

  it('the nine titles of 2021 go out as a template; 32 and 100 entered below them come in', async () => {
    const empty = modelOf2021(2024, units);
    expect((await readWorkbook(await writeScheme(empty))).slice(1).map(([title]) => title)).toHaveLength(9);
    const head = ['一级指标', '二级指标', '三级指标', '计分方法', '方法参数', '数据来源', '分值（综合部门）'];
    const rows = Array.from({ length: 100 }, (_, at) => {
      const second = Math.floor((at * 32) / 100);
      const first = empty.groups[Math.floor((second * 9) / 32)]!.title;
      return [first, `二级${second + 1}`, `三级${at + 1}`, '有无', '没有不得分', '材料核验', 1];
    });
    const { scheme: read, problems } = readScheme([head, ...rows], empty);
    expect(problems).toEqual([]);
    expect(read.groups).toHaveLength(9);
    expect(read.groups.flatMap(({ parts }) => parts)).toHaveLength(32);
    expect(itemsOf(read)).toHaveLength(100);
  });

  it('names the cell that is wrong and how it is written', () => {
    const head = ['一级指标', '二级指标', '三级指标', '计分方法', '方法参数', '数据来源', '分值（综合部门）'];
    const { problems } = readScheme(
      [head, ['甲', '乙', '丙', '计次达标', '少了就扣', '材料核验', 'x']],
      scheme,
    );
    expect(problems.map(({ cell }) => cell)).toEqual(['E2', 'G2']);
    expect(readScheme([['指标']], scheme).problems[0]!.message).toContain('缺少列');
  });

  it('whatever a sheet holds, reading it never throws', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
    const head = ['一级指标', '二级指标', '三级指标', '计分方法', '方法参数', '数据来源', '分值（甲）'];
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 8 })),
        (rows) => void readScheme([head, ...rows], scheme),
      ),
    );
  });
});
