import { exampleGroups, type Group } from './example-items.ts';
import { numbered, type Scheme, type UnitClass } from './scheme.ts';

const CLASSES = ['enforcement', 'general', 'town'] as const;
export type ExampleClass = (typeof CLASSES)[number];

/** Units by the classes of the example. */
export type ClassedUnits = Readonly<Record<ExampleClass, readonly string[]>>;

const classNames: Readonly<Record<ExampleClass, string>> = {
  enforcement: '执法和审批部门',
  general: '综合部门',
  town: '镇街',
};

const bands = [
  { name: '优秀', from: 90 },
  { name: '良好', from: 80 },
  { name: '合格', from: 60 },
  { name: '不合格', from: 0 },
];

/** What every new scheme begins with; items apart. Classes without units are left out. */
function bare(year: number, units: ClassedUnits): Scheme {
  const classes: UnitClass[] = CLASSES.filter((id) => units[id].length > 0).map((id) => ({
    id,
    name: classNames[id],
    units: [...units[id]],
  }));
  return {
    title: `${year}年度法治政府建设考核方案`,
    year,
    total: 100,
    classes,
    groups: [],
    bands,
    reviewGap: 0.2,
    overall: null,
  };
}

/** A scheme of our own making, to begin from. */
export function exampleScheme(year: number, units: ClassedUnits): Scheme {
  const scheme = bare(year, units);
  const present = new Set(scheme.classes.map(({ id }) => id));
  return numbered({
    ...scheme,
    groups: exampleGroups.map((group) => groupOf(group, present)),
    overall: { name: `${year}年度综合考核`, weight: 10 },
  });
}

/** The nine first-level titles of the 2021 model alone: its second level, items and weights are for the user to enter. */
export function modelOf2021(year: number, units: ClassedUnits): Scheme {
  return {
    ...bare(year, units),
    groups: exampleGroups.map(([title]) => ({ title, parts: [], announced: {} })),
  };
}

function groupOf([title, parts]: Group, present: ReadonlySet<string>): Scheme['groups'][number] {
  return {
    title,
    announced: {},
    parts: parts.map(([name, rows]) => ({
      title: name,
      items: rows.map(([item, source, rule, unit, marks, whenAbsent = 'redistribute']) => ({
        code: '',
        title: item,
        standard: '',
        points: Object.fromEntries(
          CLASSES.flatMap((id, at) => (marks[at]! > 0 && present.has(id) ? [[id, marks[at]!]] : [])),
        ),
        source,
        rule,
        unit,
        whenAbsent,
        falseFactor: source.kind === 'evidence' ? 1.5 : 1,
      })),
    })),
  };
}
