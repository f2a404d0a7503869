import { isOutside, itemsOf, type Scheme, type SchemeItem } from './scheme.ts';
import { round } from './scoring/words.ts';

/** Something that keeps a scheme from being issued, or (`warning`) that should be looked at, with its place. */
export interface SchemeProblem {
  /** Code of the item, `g2` for the second group, `class:id`, or empty for the whole. */
  readonly at: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/**
 * Least weight of the assessment of law-based government in the overall yearly assessment, in percent. Asked for by
 * superior offices' arrangements; no provision of the collected law states it, so that it is said with that mark.
 */
const LEAST_WEIGHT = 10;

/** What a scheme is checked against that it does not hold itself. */
export interface Known {
  /** `rate` for a share, otherwise `count`; undefined where there is no such indicator. */
  readonly measure: (indicator: string) => 'rate' | 'count' | undefined;
  readonly unitName: (code: string) => string;
  readonly isUnit: (code: string) => boolean;
}

export function checkScheme(scheme: Scheme, known: Known): SchemeProblem[] {
  return [
    ...checkWhole(scheme),
    ...checkClasses(scheme, known),
    ...checkGroups(scheme),
    ...itemsOf(scheme).flatMap((item) => checkItem(item, scheme, known)),
  ];
}

const error = (at: string, message: string): SchemeProblem => ({ at, severity: 'error', message });
const warning = (at: string, message: string): SchemeProblem => ({ at, severity: 'warning', message });

function checkWhole({ overall, bands, groups, title, publicity }: Scheme): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  if (title.trim() === '') problems.push(error('', '请填写方案名称。'));
  if (groups.length === 0) problems.push(error('', '方案还没有指标，请新增一级指标，或者从Excel导入。'));
  if (!overall) {
    problems.push(
      warning('', `没有填写法治政府建设在年度综合考核中的权重，无法核对是否不低于${LEAST_WEIGHT}%。`),
    );
  } else if (overall.weight < LEAST_WEIGHT) {
    problems.push(
      error(
        '',
        `法治政府建设在“${overall.name}”中的权重为${overall.weight}%，低于${LEAST_WEIGHT}%。请调整权重后再印发（这一要求见于上级部署，条文未收录，请以本地文件为准）。`,
      ),
    );
  }
  if (publicity && publicity.decision.trim() === '') {
    problems.push(error('', '公开考核结果要有决定，请填写公开决定的文号，或者改为不公开。'));
  }
  if (bands.length === 0) problems.push(error('', '请设定等次和各等次的最低分。'));
  if (bands.some(({ from }, at) => at > 0 && from >= bands[at - 1]!.from)) {
    problems.push(error('', '等次应当从高分到低分排列，最低分不能相同。'));
  }
  if (bands.length > 0 && bands.at(-1)!.from !== 0) problems.push(error('', '最低等次的最低分应为0分。'));
  return problems;
}

function checkClasses(scheme: Scheme, known: Known): SchemeProblem[] {
  const { classes, total } = scheme;
  if (classes.length === 0) return [error('', '请设定单位类别，并把被考核单位归入类别。')];
  const problems: SchemeProblem[] = [];
  const seen = new Map<string, string>();
  for (const { id, name, units } of classes) {
    const at = `class:${id}`;
    if (units.length === 0) problems.push(error(at, `“${name}”没有单位，请选择单位或者删除这个类别。`));
    for (const unit of units) {
      if (!known.isUnit(unit)) problems.push(error(at, `“${name}”中的单位${unit}不在单位名录里。`));
      const other = seen.get(unit);
      if (other)
        problems.push(error(at, `${known.unitName(unit)}同时在“${other}”和“${name}”中，只能归入一个类别。`));
      seen.set(unit, name);
    }
    const sum = sumFor(scheme, id);
    if (sum !== total) {
      const by = round(Math.abs(total - sum));
      problems.push(
        error(
          at,
          `“${name}”各项分值合计${sum}分，应为${total}分，${sum < total ? `还差${by}分` : `多出${by}分`}。`,
        ),
      );
    }
  }
  return problems;
}

function checkGroups({ groups, classes }: Scheme): SchemeProblem[] {
  return groups.flatMap((group, g) => {
    const at = `g${g + 1}`;
    const problems = group.parts.every(({ items }) => items.length === 0)
      ? [error(at, `“${group.title}”下没有指标，请新增或者删除这个一级指标。`)]
      : [];
    for (const { id, name } of classes) {
      const said = group.announced[id];
      if (said === undefined) continue;
      const sum = sumOf(
        group.parts.flatMap(({ items }) => items),
        id,
      );
      if (sum !== said)
        problems.push(error(at, `“${group.title}”对“${name}”定为${said}分，下属各项合计${sum}分。`));
    }
    return problems;
  });
}

function checkItem(item: SchemeItem, { classes }: Scheme, known: Known): SchemeProblem[] {
  const { code, title, source, rule, points, falseFactor } = item;
  const problems: SchemeProblem[] = [];
  const wrong = (message: string) => problems.push(error(code, `${code} ${message}`));
  if (title.trim() === '') wrong('没有填写指标名称。');
  const named = Object.entries(points).filter(([, value]) => value > 0);
  if (isOutside(item)) {
    if (named.length > 0) wrong('加分项和否决项不占分值，请把分值改为0。');
  } else if (named.length === 0) wrong('没有给任何类别设分值。');
  if (named.some(([id]) => !classes.some((entry) => entry.id === id))) wrong('有不存在的单位类别的分值。');
  if ((source.kind === 'reviewers') !== (rule.kind === 'judged')) {
    wrong('评议项由评议人员打分，请把来源和计分方法都选为“评议”。');
  }
  if (falseFactor < 1) wrong('材料不实至少应当失去本项全部分值，倍数不能小于1。');
  problems.push(...checkMeasure(item, known));
  for (const [id, value] of named) {
    const cap = 'cap' in rule ? rule.cap : null;
    if (cap !== null && cap > value) {
      const name = classes.find((entry) => entry.id === id)?.name ?? id;
      problems.push(warning(code, `${code} 累计扣分上限${cap}分超过“${name}”的分值${value}分，按分值封顶。`));
    }
  }
  return problems;
}

function checkMeasure({ code, source, rule }: SchemeItem, known: Known): SchemeProblem[] {
  const measure =
    source.kind === 'indicator'
      ? known.measure(source.indicator)
      : source.kind === 'tasks'
        ? 'rate'
        : 'count';
  if (measure === undefined) return [error(code, `${code} 引用的数据指标不存在，请重新选择。`)];
  const problems: SchemeProblem[] = [];
  if (rule.kind === 'rate' && measure !== 'rate' && source.kind !== 'evidence') {
    problems.push(error(code, `${code} 的数据是个数，不是比率，不能用“率达标”计分。`));
  }
  if (measure === 'rate' && ['at-least', 'at-most', 'presence', 'bonus', 'veto'].includes(rule.kind)) {
    problems.push(error(code, `${code} 的数据是比率，请用“率达标”或者“分档”计分。`));
  }
  if (rule.kind === 'tiers') {
    const falls = rule.tiers.some((tier, at) => at > 0 && tier.from >= rule.tiers[at - 1]!.from);
    if (rule.tiers.length === 0 || falls) problems.push(error(code, `${code} 的分档应当从高到低排列。`));
  }
  if (rule.kind === 'rate' && (rule.target <= 0 || rule.target > 1)) {
    problems.push(error(code, `${code} 的目标应当大于0、不超过100%。`));
  }
  return problems;
}

/** Full marks of a class. */
export const sumFor = (scheme: Scheme, unitClass: string): number => sumOf(itemsOf(scheme), unitClass);

const sumOf = (items: readonly SchemeItem[], unitClass: string): number =>
  round(items.reduce((sum, item) => sum + (isOutside(item) ? 0 : (item.points[unitClass] ?? 0)), 0));
