import { ending, words } from './words.ts';

/** Which way a change goes, told by the verb directly before the number. */
export const examples: readonly (readonly [before: string, polarity: 'up' | 'down' | null])[] = [
  ['受理量同比增长', 'up'],
  ['平均缩短', 'down'],
  ['较上年下降了', 'down'],
  ['提升至', 'up'],
  ['下降约', 'down'],
  ['占比达', null],
];

const UP = words('增长 增加 增幅 提高 提升 上升 上涨 增至 增 升 高出 扩大 新增');
const DOWN = words('下降 降低 减少 压缩 缩短 缩减 精简 压减 回落 下滑 降幅 减至 降 减 缩 节约 削减');

/** Words between the verb and the number that do not break the tie. */
const LINK = ending(words('了 到 至 为 约 近 超过 超 达 达到 逾 率 比例'));

const RISE = ending(UP);
const CHANGE = ending(UP, DOWN);

/** The verb of change at the end of `before`, links apart, and where it begins; null where none stands there. */
export function changeVerb(before: string): { verb: string; at: number } | null {
  let end = before.length;
  for (let link = LINK(before, end); link !== ''; link = LINK(before, end)) end -= link.length;
  const verb = CHANGE(before, end);
  return verb === '' ? null : { verb, at: end - verb.length };
}

/** Polarity of the change whose description ends where the number begins. */
export function readPolarity(before: string): 'up' | 'down' | null {
  const change = changeVerb(before);
  if (change === null) return null;
  return RISE(change.verb, change.verb.length) === change.verb ? 'up' : 'down';
}
