import type { SchemeDraft, SchemeItemView } from '../../../src/client/contract/assessment-scheme.ts';

/** Where an item stands in the tree. */
export interface Place {
  readonly group: number;
  readonly part: number;
  readonly item: number;
}

export type SchemeChange =
  | {
      readonly type: 'head';
      readonly by: Partial<
        Pick<SchemeDraft, 'title' | 'overall' | 'bands' | 'reviewGap' | 'classes' | 'publicity'>
      >;
    }
  | { readonly type: 'group-title'; readonly group: number; readonly title: string }
  | { readonly type: 'part-title'; readonly group: number; readonly part: number; readonly title: string }
  | { readonly type: 'add-group' }
  | { readonly type: 'add-part'; readonly group: number }
  | { readonly type: 'add-item'; readonly group: number; readonly part: number }
  | { readonly type: 'remove-group'; readonly group: number }
  | { readonly type: 'remove-part'; readonly group: number; readonly part: number }
  | { readonly type: 'remove-item'; readonly at: Place }
  | { readonly type: 'item'; readonly at: Place; readonly by: Partial<SchemeItemView> }
  | { readonly type: 'points'; readonly at: Place; readonly unitClass: string; readonly value: number | null }
  | { readonly type: 'move'; readonly at: Place; readonly by: 1 | -1 }
  | { readonly type: 'replace'; readonly scheme: SchemeDraft };

type Group = SchemeDraft['groups'][number];
type Part = Group['parts'][number];

const newItem = (): SchemeItemView => ({
  code: '',
  title: '',
  standard: '',
  points: {},
  source: { kind: 'evidence' },
  rule: { kind: 'presence', deduct: null },
  unit: '',
  whenAbsent: 'redistribute',
  falseFactor: 1,
});

/** The scheme after a change; every item is numbered by its place. */
export function changeScheme(scheme: SchemeDraft, change: SchemeChange): SchemeDraft {
  if (change.type === 'head') return { ...scheme, ...change.by };
  if (change.type === 'replace') return change.scheme;
  return numbered({ ...scheme, groups: changedGroups(scheme.groups, change) });
}

function changedGroups(
  groups: Group[],
  change: Exclude<SchemeChange, { type: 'head' | 'replace' }>,
): Group[] {
  const inGroup = (at: number, by: (group: Group) => Group) =>
    groups.map((group, g) => (g === at ? by(group) : group));
  const inPart = (g: number, p: number, by: (part: Part) => Part) =>
    inGroup(g, (group) => ({ ...group, parts: group.parts.map((part, at) => (at === p ? by(part) : part)) }));
  const inItem = ({ group, part, item }: Place, by: (old: SchemeItemView) => SchemeItemView) =>
    inPart(group, part, (old) => ({
      ...old,
      items: old.items.map((each, at) => (at === item ? by(each) : each)),
    }));
  switch (change.type) {
    case 'group-title':
      return inGroup(change.group, (group) => ({ ...group, title: change.title }));
    case 'part-title':
      return inPart(change.group, change.part, (part) => ({ ...part, title: change.title }));
    case 'add-group':
      return [...groups, { title: '', announced: {}, parts: [{ title: '', items: [newItem()] }] }];
    case 'add-part':
      return inGroup(change.group, (group) => ({
        ...group,
        parts: [...group.parts, { title: '', items: [newItem()] }],
      }));
    case 'add-item':
      return inPart(change.group, change.part, (part) => ({ ...part, items: [...part.items, newItem()] }));
    case 'remove-group':
      return groups.filter((_, at) => at !== change.group);
    case 'remove-part':
      return inGroup(change.group, (group) => ({
        ...group,
        parts: group.parts.filter((_, at) => at !== change.part),
      }));
    case 'remove-item':
      return inPart(change.at.group, change.at.part, (part) => ({
        ...part,
        items: part.items.filter((_, at) => at !== change.at.item),
      }));
    case 'item':
      return inItem(change.at, (item) => ({ ...item, ...change.by }));
    case 'points':
      return inItem(change.at, ({ points: { [change.unitClass]: _, ...others }, ...item }) => ({
        ...item,
        points: change.value ? { ...others, [change.unitClass]: change.value } : others,
      }));
    case 'move':
      return inPart(change.at.group, change.at.part, (part) => ({
        ...part,
        items: moved(part.items, change.at.item, change.by),
      }));
  }
}

function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const to = at + by;
  if (to < 0 || to >= list.length) return [...list];
  const copy = [...list];
  [copy[at], copy[to]] = [copy[to]!, copy[at]!];
  return copy;
}

function numbered(scheme: SchemeDraft): SchemeDraft {
  return {
    ...scheme,
    groups: scheme.groups.map((group, g) => ({
      ...group,
      parts: group.parts.map((part, p) => ({
        ...part,
        items: part.items.map((item, i) => ({ ...item, code: `${g + 1}.${p + 1}.${i + 1}` })),
      })),
    })),
  };
}

/** Full marks of a class over some items; bonus and veto stand outside. */
export function sumOf(items: readonly SchemeItemView[], unitClass: string): number {
  const cents = items
    .filter(({ rule }) => rule.kind !== 'bonus' && rule.kind !== 'veto')
    .reduce((sum, { points }) => sum + Math.round((points[unitClass] ?? 0) * 100), 0);
  return cents / 100;
}

export const itemsOf = (scheme: SchemeDraft): SchemeItemView[] =>
  scheme.groups.flatMap(({ parts }) => parts.flatMap(({ items }) => items));
