import type { Figure, Finding } from '../../reading/index.ts';
import { finding, type Phenomenon } from '../finding.ts';

/** Amounts of one sentence printed in 元 here and in 万元 there: the commonest way an amount goes wrong by 10,000. */
export const units: Phenomenon = {
  codes: ['unit-mixture'],
  examples: [
    { text: '罚款3000元，没收违法所得2.5万元。', finds: [['unit-mixture', '2.5万元']] },
    { text: '罚款0.3万元，没收违法所得2.5万元。', finds: [] },
  ],
  find(ground) {
    const found: Finding[] = [];
    let earlier: Figure | null = null;
    for (const figure of ground.figures) {
      if (figure.unit !== '元') continue;
      const inSentence =
        earlier !== null &&
        figure.start - earlier.end < 80 &&
        !/[。\n]/.test(ground.text.slice(earlier.end, figure.start));
      if (earlier !== null && inSentence && scaleOf(earlier) !== scaleOf(figure)) {
        found.push(
          finding(ground, 'unit-mixture', figure, {
            message: `同一句中金额单位不一：前为“${earlier.text}”，此处为“${figure.text}”，建议统一。`,
          }),
        );
      }
      earlier = figure;
    }
    return found;
  },
};

function scaleOf({ text }: Figure): string {
  return /[万亿]/.exec(text)?.[0] ?? '';
}
