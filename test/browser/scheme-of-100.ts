import { units } from '../../src/demo/zone.ts';
import { exampleScheme } from '../../src/yearly/assessment/example.ts';
import { numbered, type Scheme, type SchemeItem } from '../../src/yearly/assessment/scheme.ts';

/** A scheme in the measures of the 2021 model: the example's own items, and as many more as are missing. */
export function schemeOf100(year: number): Scheme {
  const classed = (...sorts: string[]) =>
    units.filter((unit) => sorts.includes(unit.class)).map(({ code }) => code);
  const example = exampleScheme(year, {
    enforcement: classed('执法部门', '审批部门'),
    general: [],
    town: classed('镇街'),
  });
  const points: SchemeItem['points'] = { enforcement: 1, town: 1 };
  const groups = example.groups.map((group) => ({
    ...group,
    parts: group.parts.map((part) => ({
      ...part,
      items: part.items
        .filter(({ rule }) => rule.kind !== 'bonus' && rule.kind !== 'veto')
        .map((item) => ({ ...item, points })),
    })),
  }));
  let parts = groups.flatMap((group) => group.parts).length;
  for (let at = 0; parts < 32; at += 1, parts += 1) {
    groups[at % groups.length]!.parts.push({ title: `补充要求${parts + 1}`, items: [] });
  }
  const places = groups.flatMap((group) => group.parts);
  let items = places.flatMap((part) => part.items).length;
  for (let at = 0; items < 100; at += 1, items += 1) {
    const empty = places.filter((part) => part.items.length === 0);
    const into = empty[0] ?? places[at % places.length]!;
    into.items.push(moreItem(items, points));
  }
  return numbered({ ...example, groups });
}

function moreItem(at: number, points: SchemeItem['points']): SchemeItem {
  const same = { code: '', title: `专项工作${at}`, standard: '', points, falseFactor: 1 } as const;
  if (at % 8 === 0) {
    return {
      ...same,
      source: { kind: 'reviewers' },
      rule: { kind: 'judged' },
      unit: '',
      whenAbsent: 'nothing',
    };
  }
  if (at % 2 === 0) {
    return {
      ...same,
      source: { kind: 'indicator', indicator: 'licence.granted' },
      rule: { kind: 'at-least', least: 1, per: 0.5, cap: null },
      unit: '件',
      whenAbsent: 'redistribute',
    };
  }
  return {
    ...same,
    source: { kind: 'evidence' },
    rule: { kind: 'presence', deduct: null },
    unit: '',
    whenAbsent: 'nothing',
  };
}
