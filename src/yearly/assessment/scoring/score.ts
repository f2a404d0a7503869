import type { ItemScore, Observation, Rule, ScoredBy } from './rule.ts';
import { round, textOf } from './words.ts';

/** Score of one item from what was observed. Pure and total: the same data give the same score and the same words. */
export function scoreItem(item: ScoredBy, seen: Observation): ItemScore {
  const { rule, max } = item;
  if (seen.false) return falseMaterial(item);
  if (rule.kind === 'veto') return veto(rule, seen);
  if (seen.value === null) return absent(item);
  if (rule.kind === 'bonus') return bonus(rule, seen.value, seen);
  const { off, why } = taken(rule, max, seen.value, seen);
  const lost = round(Math.min(Math.max(off, 0), max));
  return { points: round(max - lost), counted: max, lost, why };
}

/** Points that reviewers gave, within the item's full marks. */
export function judged(max: number, marks: readonly number[]): ItemScore {
  const mean = round(marks.reduce((sum, mark) => sum + mark, 0) / marks.length);
  const points = Math.min(Math.max(mean, 0), max);
  const lost = round(max - points);
  return {
    points,
    counted: max,
    lost,
    why: `评议${marks.map((mark) => `${mark}分`).join('、')}，平均${points}分`,
  };
}

function taken(
  rule: Exclude<Rule, { kind: 'bonus' | 'veto' }>,
  max: number,
  value: number,
  seen: Observation,
): { off: number; why: string } {
  const is = textOf(value, seen);
  switch (rule.kind) {
    case 'at-least': {
      const missing = Math.ceil(rule.least - value - 1e-9);
      const asked = `要求不少于${rule.least}${seen.unit}`;
      if (missing <= 0) return { off: 0, why: `${is}，${asked}，达到要求` };
      return deduction(rule, max, missing, `${is}，${asked}，少${missing}${seen.unit}`, `每少1${seen.unit}`);
    }
    case 'at-most': {
      const over = Math.ceil(value - rule.most - 1e-9);
      const allowed = rule.most === 0 ? '' : `，不超过${rule.most}${seen.unit}不扣分`;
      if (over <= 0) return { off: 0, why: value === 0 ? `没有发生（0${seen.unit}）` : `${is}${allowed}` };
      return deduction(
        rule,
        max,
        over,
        rule.most === 0 ? is : `${is}${allowed}，超过${over}${seen.unit}`,
        `每1${seen.unit}`,
      );
    }
    case 'presence':
      if (value > 0) return { off: 0, why: seen.unit === '' ? '有' : `有（${is}）` };
      return { off: rule.deduct ?? max, why: `没有，扣${rule.deduct ?? max}分` };
    case 'rate':
      return rate(rule, max, value, is);
    case 'tiers': {
      const tier = rule.tiers.find(({ from }) => value >= from - 1e-9);
      const share = tier?.share ?? 0;
      const got = round(max * share);
      const band = tier
        ? `达到${textOf(tier.from, { ...seen, numerator: undefined, denominator: undefined })}一档`
        : '未达到最低一档';
      return { off: max - got, why: `${is}，${band}，得${got}分` };
    }
    case 'judged':
      return { off: max - value, why: `评定${value}分` };
  }
}

function deduction(
  { per, cap }: { readonly per: number; readonly cap: number | null },
  max: number,
  count: number,
  said: string,
  each: string,
): { off: number; why: string } {
  const whole = round(count * per);
  const most = Math.min(cap ?? max, max);
  const off = Math.min(whole, most);
  const spelled = count === 1 ? `扣${off}分` : `，${each}扣${per}分，扣${off}分`;
  return { off, why: `${said}${spelled}${whole > most ? `（累计不超过${most}分）` : ''}` };
}

function rate(
  rule: Extract<Rule, { kind: 'rate' }>,
  max: number,
  value: number,
  is: string,
): { off: number; why: string } {
  const target = textOf(rule.target, { rate: true, unit: '' });
  if (value >= rule.target - 1e-9) return { off: 0, why: `${is}，达到${target}` };
  if (rule.below === 'nothing') return { off: max, why: `${is}，未达到${target}，不得分` };
  if (rule.below === 'proportional') {
    const got = round((max * Math.max(value, 0)) / rule.target);
    return { off: max - got, why: `${is}，未达到${target}，按比例得${got}分` };
  }
  const short = round((rule.target - value) * 100);
  const whole = round(short * rule.per);
  const most = Math.min(rule.cap ?? max, max);
  const off = Math.min(whole, most);
  const capped = whole > most ? `（累计不超过${most}分）` : '';
  return {
    off,
    why: `${is}，低于${target}的要求${short}个百分点，每个百分点扣${rule.per}分，扣${off}分${capped}`,
  };
}

function bonus(rule: Extract<Rule, { kind: 'bonus' }>, value: number, seen: Observation): ItemScore {
  const whole = round(Math.max(value, 0) * rule.per);
  const points = Math.min(whole, rule.cap);
  const capped = whole > rule.cap ? `（累计不超过${rule.cap}分）` : '';
  const why =
    value > 0
      ? `${textOf(value, seen)}，每1${seen.unit}加${rule.per}分，加${points}分${capped}`
      : '没有加分事项';
  return { points, counted: 0, lost: 0, why };
}

function veto(rule: Extract<Rule, { kind: 'veto' }>, seen: Observation): ItemScore {
  if (seen.value === null || seen.value <= 0) return { points: 0, counted: 0, lost: 0, why: '没有发生' };
  const what = rule.effect === 'lowest' ? '一票否决，评为最低等次' : '降低一个等次';
  return {
    points: 0,
    counted: 0,
    lost: 0,
    why: `发生${textOf(seen.value, seen)}，${what}`,
    effect: rule.effect,
  };
}

function absent({ max, rule, whenAbsent }: ScoredBy): ItemScore {
  if (rule.kind === 'bonus') return { points: 0, counted: 0, lost: 0, why: '没有加分事项' };
  switch (whenAbsent) {
    case 'redistribute':
      return {
        points: 0,
        counted: 0,
        lost: 0,
        why: '没有发生应计的事项，本项不适用，分值按比例分配到其他项',
      };
    case 'full':
      return { points: max, counted: max, lost: 0, why: '没有发生应计的事项，按方案得满分' };
    case 'nothing':
      return { points: 0, counted: max, lost: max, why: '没有可以计分的数据，不得分' };
  }
}

function falseMaterial({ max, falseFactor }: ScoredBy): ItemScore {
  const lost = round(max * Math.max(falseFactor, 1));
  const more = lost > max ? `，并从总分中再扣${round(lost - max)}分` : '';
  return { points: round(max - lost), counted: max, lost, why: `提供的材料经核验不实，本项不得分${more}` };
}
