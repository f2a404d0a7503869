import type { Random } from './random.ts';

const places = ['云汀', '临港', '青溪', '北浦', '东屿', '南洲'];
const words = [
  '晨光',
  '瑞丰',
  '恒远',
  '嘉禾',
  '博川',
  '明泽',
  '安澜',
  '天工',
  '润达',
  '新川',
  '和顺',
  '海纳',
];
const trades = [
  '餐饮',
  '商贸',
  '食品',
  '建材',
  '物流',
  '科技',
  '机械',
  '医药',
  '环保',
  '装饰',
  '服饰',
  '电子',
];

/** A firm that does not exist: the word 示例 in its name says so. */
export function organisationName(random: Random): string {
  return `${random.pick(places)}${random.pick(words)}示例${random.pick(trades)}有限公司`;
}

/** A credit code of the right shape under the demo's own division code, so that no firm has it. */
export function creditCode(n: number): string {
  return `91990101MA${String(n).padStart(7, '0')}0`;
}
