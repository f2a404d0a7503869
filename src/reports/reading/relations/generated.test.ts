import { describe, expect, test } from 'vitest';
import { readFigures } from '../figures/index.ts';
import { type Random, randomFrom } from '../figures/testing/random.ts';
import type { RelationKind } from '../model.ts';
import { readRelations } from './index.ts';

/**
 * Sentences with a planted relation. `right` must be found to hold; `wrong`, made of the same numbers with one
 * changed, must be found not to hold.
 */
interface Planted {
  kind: RelationKind;
  right: string;
  wrong: string;
}

const PARTS = ['许可', '处罚', '强制', '检查', '确认', '奖励', '给付', '裁决'];

const PLANTERS: Readonly<Record<string, (random: Random) => Planted>> = {
  '分别 closes a list': (random) => {
    const parts = [random.whole(100, 900), random.whole(100, 900), random.whole(100, 900)];
    const total = add(parts);
    const write = (last: number) => `三镇共有事项${total}项,分别为${parts[0]}项、${parts[1]}项、${last}项。`;
    return { kind: 'sum', right: write(parts[2]!), wrong: write(parts[2]! + random.whole(1, 9)) };
  },
  '其他 closes a list': (random) => {
    const parts = Array.from({ length: random.whole(2, 7) }, () => random.whole(2, 300));
    const rest = random.whole(2, 300);
    const list = parts.map((value, i) => `${PARTS[i]}${value}件`).join(',');
    const write = (last: number) => `全年办理${add(parts) + rest}件,其中${list},其他${last}件。`;
    return { kind: 'sum', right: write(rest), wrong: write(rest + random.whole(1, 9)) };
  },
  '合计 behind a list': (random) => {
    const parts = Array.from({ length: random.whole(2, 6) }, () => random.whole(2, 300));
    const list = parts.map((value, i) => `${PARTS[i]}${value}宗`).join('、');
    const write = (total: number) => `${list},合计${total}宗。`;
    return { kind: 'sum', right: write(add(parts)), wrong: write(add(parts) + random.whole(1, 20)) };
  },
  'a rate of the two counts before it': (random) => {
    const all = random.whole(20, 5000);
    const done = random.whole(Math.ceil(all / 2), all);
    const rate = Number(((done / all) * 100).toFixed(1));
    const write = (value: number) => `收到申请${all}件,办结${done}件,办结率${value}%。`;
    return { kind: 'rate', right: write(rate), wrong: write(shift(rate)) };
  },
  'a truncated rate': (random) => {
    const all = random.whole(20, 5000);
    const done = random.whole(Math.ceil(all / 2), all);
    const rate = Math.trunc((done / all) * 10000 + 1e-9) / 100;
    const write = (value: number) => `应出庭${all}件,实际出庭${done}件,出庭率${value}%。`;
    return { kind: 'rate', right: write(rate), wrong: write(shift(rate)) };
  },
  'a share of the total': (random) => {
    const all = random.whole(50, 5000);
    const part = random.whole(5, all);
    const rate = Number(((part / all) * 100).toFixed(2));
    const write = (value: number) => `受理案件${all}件,其中涉企案件${part}件,占${value}%。`;
    return { kind: 'rate', right: write(rate), wrong: write(shift(rate)) };
  },
  'a cut with its rate': (random) => {
    const before = random.whole(200, 9000);
    const after = random.whole(20, before - 50);
    const rate = Number((((before - after) / before) * 100).toFixed(1));
    const write = (value: number) => `审批事项由${before}项精简至${after}项,精简率${value}%。`;
    return { kind: 'change', right: write(rate), wrong: write(shift(rate)) };
  },
  'a rise in points': (random) => {
    const before = random.whole(300, 800) / 10;
    const rise = random.whole(10, 150) / 10;
    const after = Number((before + rise).toFixed(1));
    const write = (value: number) => `满意率由${before}%提升至${after}%,提高${value}个百分点。`;
    return { kind: 'difference', right: write(rise), wrong: write(shift(rise)) };
  },
  'year on year': (random) => {
    const last = random.whole(50, 900);
    const now = random.whole(last + 20, last * 2);
    const rate = Number((((now - last) / last) * 100).toFixed(1));
    const write = (value: number) => `受理${now}件,上年同期${last}件,同比增长${value}%。`;
    return { kind: 'change', right: write(rate), wrong: write(shift(rate)) };
  },
  'titles announced': (random) => {
    const count = random.whole(2, 6);
    const titles = PARTS.slice(0, count)
      .map((name) => `《${name}办法》`)
      .join('');
    const write = (value: number) => `制定了${titles}${value}个文件。`;
    return { kind: 'count', right: write(count), wrong: write(count + 1) };
  },
};

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** A rate moved too far for rounding to explain, and still a rate. */
function shift(rate: number): number {
  return Number((rate > 50 ? rate - 3.3 : rate + 3.3).toFixed(2));
}

function verdicts(text: string, kind: RelationKind): (boolean | null)[] {
  return readRelations(text, readFigures(text))
    .filter((item) => item.kind === kind)
    .map((item) => item.holds);
}

describe.each(Object.entries(PLANTERS))('%s', (_name, plant) => {
  test('500 right ones hold and 500 wrong ones do not', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const { kind, right, wrong } = plant(randomFrom(seed));
      expect(verdicts(right, kind), right).toEqual([true]);
      expect(verdicts(wrong, kind), wrong).toContain(false);
    }
  });
});

test('2,000 unrelated statements are never called wrong', () => {
  const subjects = [
    '召开会议',
    '受理案件',
    '办结事项',
    '开展检查',
    '组织培训',
    '化解纠纷',
    '审查合同',
    '整改问题',
  ];
  for (let seed = 1; seed <= 2000; seed += 1) {
    const random = randomFrom(seed);
    let text = '';
    for (let i = 0; i < 8; i += 1) {
      const lead = random.pick(['', '', '其中', '包括', '同比增长12.5%,', '较上年有所增加,']);
      text += `${lead}${random.pick(subjects)}${random.whole(2, 900)}${random.pick(['件', '次', '家'])}`;
      text += random.pick([',', ',', ';', '。', `,满意率${random.whole(800, 999) / 10}%。`]);
    }
    const wrong = readRelations(text, readFigures(text)).filter((item) => item.holds === false);
    // A member named by 其中 that is larger than its whole is rightly called wrong.
    expect(
      wrong.filter((item) => !item.note.includes('分项大于总数')),
      text,
    ).toEqual([]);
  }
});
