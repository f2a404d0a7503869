import { writeXlsx } from 'hucre/xlsx';
import { type Cell, plainText } from './cells.ts';
import { numbered, type Scheme, type SchemeGroup, type SchemeItem, type Source } from './scheme.ts';
import type { Rule, WhenAbsent } from './scoring/rule.ts';
import { parseRule, ruleNames, ruleText } from './scoring/rule-words.ts';

const absentNames: Readonly<Record<WhenAbsent, string>> = {
  redistribute: '分值分配到其他项',
  full: '得满分',
  nothing: '不得分',
};
const sourceNames = {
  indicator: '数据指标',
  tasks: '重点任务完成率',
  late: '超过法定期限件数',
  evidence: '材料核验',
  reviewers: '评议',
} as const satisfies Record<Source['kind'], string>;

const FIXED = [
  '一级指标',
  '二级指标',
  '三级指标',
  '评分标准',
  '计分方法',
  '方法参数',
  '数据来源',
  '来源参数',
  '计量单位',
  '没有数据时',
  '不实倍数',
] as const;
const MARKS = /^分值[（(](.+)[）)]$/;

/** Something wrong with a cell, and what to do about it. */
export interface SheetProblem {
  readonly cell: string;
  readonly message: string;
}

/** A scheme as one sheet: a row an item, its levels before it, the marks of each class behind it. */
export function writeScheme({ groups, classes }: Scheme): Promise<Uint8Array> {
  const rows = groups.flatMap(({ title, parts }) =>
    parts.length === 0
      ? [[title]]
      : parts.flatMap((part) =>
          part.items.map((item) => [
            title,
            part.title,
            ...cellsOf(item),
            ...classes.map(({ id }) => item.points[id] ?? null),
          ]),
        ),
  );
  return writeXlsx({
    sheets: [
      {
        name: '考核指标',
        columns: [...FIXED, ...classes].map((_, at) => ({ width: [22, 18, 40, 44][at] ?? 18 })),
        rows: [[...FIXED, ...classes.map(({ name }) => `分值（${name}）`)], ...rows],
        freezePane: { rows: 1 },
      },
      {
        name: '填写说明',
        columns: [{ width: 18 }, { width: 100 }],
        rows: [
          ['列', '说明'],
          ['计分方法', Object.values(ruleNames).join('、')],
          [
            '方法参数',
            '例：不少于4，每少1扣0.5分，累计不超过1.5分；目标100%，每低1个百分点扣0.1分；95%得100%，80%得60%；没有扣0.5分；每1加1分，累计不超过3分；评为最低等次',
          ],
          ['数据来源', Object.values(sourceNames).join('、')],
          [
            '来源参数',
            '数据指标填指标编号（有类别的在后面加/类别编号），超过法定期限件数可以填程序编号，其他不填',
          ],
          ['没有数据时', Object.values(absentNames).join('、')],
          ['不实倍数', '材料不实时失去本项分值的倍数，不小于1'],
        ],
      },
    ],
  });
}

function cellsOf({
  title,
  standard,
  rule,
  source,
  unit,
  whenAbsent,
  falseFactor,
}: SchemeItem): (string | number)[] {
  return [
    title,
    standard,
    ruleNames[rule.kind],
    ruleText(rule),
    sourceNames[source.kind],
    parameterOf(source),
    unit,
    absentNames[whenAbsent],
    falseFactor,
  ];
}

function parameterOf(source: Source): string {
  if (source.kind === 'indicator') return source.indicator + (source.measure ? `/${source.measure}` : '');
  if (source.kind === 'late') return source.procedure ?? '';
  return '';
}

/** The items of a sheet, with every cell that is wrong. Columns are known by their headings, in any order. */
export function readScheme(
  sheet: readonly (readonly Cell[])[],
  scheme: Scheme,
): { readonly scheme: Scheme; readonly problems: readonly SheetProblem[] } {
  const heads = (sheet[0] ?? []).map((cell) => plainText(cell).replaceAll(/[\s*＊]/g, ''));
  const missing = ['一级指标', '三级指标', '计分方法', '数据来源'].filter((name) => !heads.includes(name));
  if (missing.length > 0) {
    return {
      scheme,
      problems: [
        {
          cell: 'A1',
          message: `第一行缺少列${missing.map((name) => `“${name}”`).join('')}，请先导出方案作为模板。`,
        },
      ],
    };
  }
  const reader = createReader(heads, scheme);
  for (const [at, cells] of sheet.slice(1).entries()) reader.row(cells, at + 2);
  return reader.done();
}

function createReader(heads: readonly string[], scheme: Scheme) {
  const problems: SheetProblem[] = [];
  const classes = [...scheme.classes];
  const marks = heads.flatMap((head, column) => {
    const name = MARKS.exec(head)?.[1];
    if (name === undefined) return [];
    const known = classes.find((entry) => entry.name === name);
    const id = known?.id ?? `class-${column}`;
    if (!known) classes.push({ id, name, units: [] });
    return [{ id, column }];
  });
  const groups: {
    title: string;
    announced: SchemeGroup['announced'];
    parts: { title: string; items: SchemeItem[] }[];
  }[] = [];
  let [group, part] = ['', ''];
  return {
    row(cells: readonly Cell[], row: number): void {
      if (cells.every((cell) => plainText(cell) === '')) return;
      const text = (head: string) => plainText(cells[heads.indexOf(head)]);
      const wrong = (head: string, message: string) =>
        problems.push({ cell: `${letter(Math.max(heads.indexOf(head), 0))}${row}`, message });
      // A merged cell stands in its first row alone: the rows below it belong to the same level.
      if (text('一级指标') !== '' && text('一级指标') !== group) [group, part] = [text('一级指标'), ''];
      if (text('二级指标') !== '') part = text('二级指标');
      if (group === '') return void wrong('一级指标', '没有一级指标，请填写');
      const title = text('三级指标');
      let into = groups.find((entry) => entry.title === group);
      if (!into) {
        into = { title: group, announced: {}, parts: [] };
        groups.push(into);
      }
      if (title === '') return;
      let under = into.parts.find((entry) => entry.title === part);
      if (!under) {
        under = { title: part, items: [] };
        into.parts.push(under);
      }
      const item = itemOf(text, wrong);
      const points = Object.fromEntries(
        marks.flatMap(({ id, column }) => {
          const cell = plainText(cells[column]);
          const value = Number(cell === '' ? 0 : cell);
          if (!Number.isFinite(value) || value < 0)
            wrong(heads[column]!, `分值应为不小于0的数字，现在是“${cell}”`);
          return value > 0 ? [[id, value]] : [];
        }),
      );
      if (item) under.items.push({ ...item, title, points });
    },
    done: () => ({ scheme: numbered({ ...scheme, classes, groups }), problems }),
  };
}

function itemOf(
  text: (head: string) => string,
  wrong: (head: string, message: string) => void,
): Omit<SchemeItem, 'title' | 'points'> | undefined {
  const kind = keyOf(ruleNames, text('计分方法'));
  if (!kind) {
    wrong('计分方法', `计分方法没有“${text('计分方法')}”，可以填写：${Object.values(ruleNames).join('、')}`);
    return undefined;
  }
  const rule = parseRule(kind, text('方法参数'));
  if (!rule)
    wrong('方法参数', `“${text('方法参数')}”不是“${ruleNames[kind]}”的写法，例：${ruleText(examples[kind])}`);
  const source = sourceOf(text('数据来源'), text('来源参数'));
  if (!source)
    wrong(
      '数据来源',
      `数据来源没有“${text('数据来源')}”，可以填写：${Object.values(sourceNames).join('、')}`,
    );
  const whenAbsent = text('没有数据时') === '' ? 'redistribute' : keyOf(absentNames, text('没有数据时'));
  if (!whenAbsent) wrong('没有数据时', `请填写：${Object.values(absentNames).join('、')}`);
  const factor = Number(text('不实倍数') || 1);
  if (!(factor >= 1)) wrong('不实倍数', '不实倍数应为不小于1的数字');
  if (!rule || !source || !whenAbsent) return undefined;
  return {
    code: '',
    standard: text('评分标准'),
    rule,
    source,
    unit: text('计量单位'),
    whenAbsent,
    falseFactor: factor,
  };
}

const examples: { readonly [K in Rule['kind']]: Rule } = {
  'at-least': { kind: 'at-least', least: 4, per: 0.5, cap: 1.5 },
  'at-most': { kind: 'at-most', most: 0, per: 0.2, cap: 2 },
  presence: { kind: 'presence', deduct: null },
  rate: { kind: 'rate', target: 1, below: 'per-point', per: 0.1, cap: null },
  tiers: {
    kind: 'tiers',
    tiers: [
      { from: 0.95, share: 1 },
      { from: 0.8, share: 0.6 },
    ],
  },
  bonus: { kind: 'bonus', per: 1, cap: 3 },
  veto: { kind: 'veto', effect: 'lowest' },
  judged: { kind: 'judged' },
};

function sourceOf(name: string, parameter: string): Source | undefined {
  const kind = keyOf(sourceNames, name);
  if (kind === 'indicator') {
    const [indicator = '', measure] = parameter.split('/');
    return { kind, indicator, ...(measure ? { measure } : {}) };
  }
  if (kind === 'late') return { kind, ...(parameter ? { procedure: parameter } : {}) };
  return kind && { kind };
}

function keyOf<K extends string>(names: Readonly<Record<K, string>>, text: string): K | undefined {
  return (Object.keys(names) as K[]).find((key) => names[key] === text || key === text);
}

function letter(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letter(Math.floor(column / 26) - 1) + letter(column % 26);
}
