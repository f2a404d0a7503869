import type { Rule, Tier } from './rule.ts';

/** The primitives by name, as a scheme prints them. */
export const ruleNames = {
  'at-least': '计次达标',
  'at-most': '超次扣分',
  presence: '有无',
  rate: '率达标',
  tiers: '分档',
  bonus: '加分',
  veto: '否决',
  judged: '评议',
} as const satisfies Record<Rule['kind'], string>;

const cap = (most: number | null): string => (most === null ? '' : `，累计不超过${most}分`);
const percent = (share: number): string => `${Math.round(share * 1e6) / 1e4}%`;

/** A rule in one line that {@link parseRule} reads back, and that a scheme prints as its standard. */
export function ruleText(rule: Rule): string {
  switch (rule.kind) {
    case 'at-least':
      return `不少于${rule.least}，每少1扣${rule.per}分${cap(rule.cap)}`;
    case 'at-most':
      return `不超过${rule.most}，每超1扣${rule.per}分${cap(rule.cap)}`;
    case 'presence':
      return rule.deduct === null ? '没有不得分' : `没有扣${rule.deduct}分`;
    case 'rate': {
      const below = {
        nothing: '未达到不得分',
        proportional: '未达到按比例得分',
        'per-point': `每低1个百分点扣${rule.per}分${cap(rule.cap)}`,
      }[rule.below];
      return `目标${percent(rule.target)}，${below}`;
    }
    case 'tiers':
      return rule.tiers
        .map(({ from, share }) => `${from < 1 || from % 1 ? percent(from) : from}得${percent(share)}`)
        .join('，');
    case 'bonus':
      return `每1加${rule.per}分，累计不超过${rule.cap}分`;
    case 'veto':
      return rule.effect === 'lowest' ? '评为最低等次' : '降低一个等次';
    case 'judged':
      return '评议人员打分';
  }
}

const N = '(\\d+(?:\\.\\d+)?)';
const CAP = `(?:[，,]累计不超过${N})?`;
const num = (text: string | undefined): number => Number(text);
const capOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** Reads what {@link ruleText} writes; undefined where the words do not fit the method. */
export function parseRule(kind: Rule['kind'], text: string): Rule | undefined {
  // 扣0.5分 and 扣0.5 say the same, and so do half-width and full-width signs.
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(',', '，')
    .replaceAll(/(?<=\d)分/g, '');
  const match = (pattern: string) => new RegExp(`^${pattern}$`).exec(plain);
  switch (kind) {
    case 'at-least': {
      const found = match(`不少于${N}，每少1?[次件人项]?扣${N}${CAP}`);
      return found ? { kind, least: num(found[1]), per: num(found[2]), cap: capOf(found[3]) } : undefined;
    }
    case 'at-most': {
      const found = match(`不超过${N}，每超1?[次件人项]?扣${N}${CAP}`);
      return found ? { kind, most: num(found[1]), per: num(found[2]), cap: capOf(found[3]) } : undefined;
    }
    case 'presence': {
      if (plain === '没有不得分') return { kind, deduct: null };
      const found = match(`没有扣${N}`);
      return found ? { kind, deduct: num(found[1]) } : undefined;
    }
    case 'rate':
      return parseRate(match);
    case 'tiers':
      return parseTiers(plain);
    case 'bonus': {
      const found = match(`每1?[次件人项]?加${N}，累计不超过${N}`);
      return found ? { kind, per: num(found[1]), cap: num(found[2]) } : undefined;
    }
    case 'veto':
      if (plain === '评为最低等次') return { kind, effect: 'lowest' };
      return plain === '降低一个等次' ? { kind, effect: 'lower' } : undefined;
    case 'judged':
      return { kind };
  }
}

function parseRate(match: (pattern: string) => RegExpExecArray | null): Rule | undefined {
  const target = (found: RegExpExecArray) => num(found[1]) / 100;
  const nothing = match(`目标${N}%，未达到不得分`);
  if (nothing) return { kind: 'rate', target: target(nothing), below: 'nothing', per: 0, cap: null };
  const part = match(`目标${N}%，未达到按比例得分`);
  if (part) return { kind: 'rate', target: target(part), below: 'proportional', per: 0, cap: null };
  const each = match(`目标${N}%，每低1?个百分点扣${N}${CAP}`);
  if (!each) return undefined;
  return { kind: 'rate', target: target(each), below: 'per-point', per: num(each[2]), cap: capOf(each[3]) };
}

function parseTiers(text: string): Rule | undefined {
  const tiers: Tier[] = [];
  for (const part of text.split(/[，；;]/)) {
    const found = new RegExp(`^${N}(%?)得${N}%$`).exec(part);
    if (!found) return undefined;
    tiers.push({ from: num(found[1]) / (found[2] ? 100 : 1), share: num(found[3]) / 100 });
  }
  return { kind: 'tiers', tiers };
}
