import type { PlanUnits } from './draft.ts';

// Plans name units as people call them: 区司法局, 市场监管局, 各镇（街道）. The region's own list says which they are.

/** A unit of the region as the directory knows it. */
export interface KnownUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly class: string;
}

/** What a clerk once confirmed a printed name to stand for. */
export type RememberedNames = ReadonlyMap<string, readonly string[]>;

export type Match = Pick<PlanUnits, 'units' | 'source'>;
const unknown: Match = { units: [], source: 'unknown' };

/** The form under which a printed name is remembered: without spaces, with one kind of bracket. */
export const plainName = (printed: string): string =>
  printed.replace(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）');

/** The units a printed name stands for; none where that must be chosen. */
export function matchUnits(printed: string, units: readonly KnownUnit[], remembered: RememberedNames): Match {
  const name = plainName(printed);
  const known = remembered.get(name)?.filter((code) => units.some((unit) => unit.code === code));
  if (known && known.length > 0) return { units: known, source: 'remembered' };
  const exact = units.filter((unit) => plainName(unit.name) === name || plainName(unit.shortName) === name);
  if (exact.length === 1) return { units: [exact[0]!.code], source: 'name' };
  const group = groupOf(name, units);
  if (group) return group.length > 0 ? { units: group.map(({ code }) => code), source: 'class' } : unknown;
  const alike = units.filter((unit) => isShortFor(coreOf(name), unit));
  return alike.length === 1 ? { units: [alike[0]!.code], source: 'name' } : unknown;
}

const TOWN = /镇|乡|街道/;
const isTown = ({ name, class: of }: KnownUnit): boolean =>
  /镇街|乡镇|街道/.test(of) || /(?:镇|乡)(?:人民政府)?$|街道(?:办事处)?$/.test(name);
const isCommunity = ({ name }: KnownUnit): boolean => /社区|村民委员会|工作站/.test(name);

/**
 * 各镇（街道）, 各行政执法单位, 区属各部门, 各单位: everybody of a class. `undefined` for the name of one unit;
 * 有关单位 says not which, so nobody is meant until somebody chooses.
 */
function groupOf(name: string, units: readonly KnownUnit[]): readonly KnownUnit[] | undefined {
  if (/有关|相关/.test(name)) return /单位|部门/.test(name) ? [] : undefined;
  if (!/各|全体|所有/.test(name)) return undefined;
  if (/社区|工作站/.test(name)) return units.filter(isCommunity);
  if (/执法(?:单位|部门|机关|主体)/.test(name)) return units.filter(({ class: of }) => of.includes('执法'));
  const towns = TOWN.test(name);
  const offices = /部门|委办局|局|机关/.test(name);
  const everybody = /单位/.test(name) || (towns && offices);
  if (everybody) return units;
  if (towns) return units.filter(isTown);
  if (offices) return units.filter((unit) => !isTown(unit) && !isCommunity(unit));
  return [];
}

/** 区司法局 → 司法局; 区委、区政府 stay, being names of their own. */
const coreOf = (name: string): string =>
  name.replace(/^(?:本|我|全)?(?:市|区|县|旗|开发区|高新区|管委会)(?!委$|委办|政府)(?=.{2,})/, '');

/** 市场监管局 for 市场监督管理局: every character in its order, and the same end. */
function isShortFor(core: string, unit: KnownUnit): boolean {
  if (core.length < 2) return false;
  return [unit.name, unit.shortName].some((whole) => {
    const own = plainName(whole);
    return sameEnd(core, own) && isSubsequence(core, own);
  });
}

/** 法制办 and 法制办公室 end alike. */
const ENDS: readonly RegExp[] = [
  /街道(?:办(?:事处)?)?$/,
  /镇(?:人民政府|政府)?$/,
  /(?:分)?局$/,
  /办(?:公室)?$/,
  /委(?:员会)?$/,
  /中心$/,
  /大队$|支队$/,
  /院$/,
  /会$/,
  /部$/,
];
const sameEnd = (a: string, b: string): boolean => ENDS.some((end) => end.test(a) && end.test(b));

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const char of stem(long)) if (char === stem(short)[at]) at += 1;
  return at === stem(short).length;
}

const stem = (name: string): string =>
  ENDS.reduce((text, end) => (end.test(text) && text === name ? text.replace(end, '') : text), name);
