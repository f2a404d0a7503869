/** Which way a change goes, told by the verb directly before the number. */
export const examples: readonly (readonly [before: string, polarity: 'up' | 'down' | null])[] = [
  ['受理量同比增长', 'up'],
  ['平均缩短', 'down'],
  ['较上年下降了', 'down'],
  ['提升至', 'up'],
  ['下降约', 'down'],
  ['占比达', null],
];

const UP = [
  '增长',
  '增加',
  '增幅',
  '提高',
  '提升',
  '上升',
  '上涨',
  '增至',
  '增',
  '升',
  '高出',
  '扩大',
  '新增',
];
const DOWN = [
  '下降',
  '降低',
  '减少',
  '压缩',
  '缩短',
  '缩减',
  '精简',
  '压减',
  '回落',
  '下滑',
  '降幅',
  '减至',
  '降',
  '减',
  '缩',
  '节约',
  '削减',
];

/** Words between the verb and the number that do not break the tie. */
const LINKS = ['了', '到', '至', '为', '约', '近', '超过', '超', '达', '达到', '逾', '率', '比例'];

/** Polarity of the change whose description ends where the number begins. */
export function readPolarity(before: string): 'up' | 'down' | null {
  let rest = before;
  for (let stripped = true; stripped; ) {
    stripped = false;
    for (const link of LINKS) {
      if (rest.endsWith(link)) {
        rest = rest.slice(0, -link.length);
        stripped = true;
      }
    }
  }
  if (UP.some((verb) => rest.endsWith(verb))) return 'up';
  if (DOWN.some((verb) => rest.endsWith(verb))) return 'down';
  return null;
}

/** The verb of change at the end of `before` and where it begins; null where none stands there. */
export function changeVerb(before: string): { verb: string; at: number } | null {
  for (const verb of [...UP, ...DOWN]) {
    const at = before.lastIndexOf(verb);
    if (
      at >= 0 &&
      readPolarity(before.slice(0, at + verb.length)) !== null &&
      before.length - at - verb.length <= 4
    ) {
      return { verb, at };
    }
  }
  return null;
}
