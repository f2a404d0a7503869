import type { Figure } from '../../reading/index.ts';
import { finding, type Phenomenon } from '../finding.ts';

/**
 * Rates that cannot be. A share of a whole never passes 100 %; rates of growth and of fulfilment (完成率, 达标
 * 进度) may.
 */
const BOUNDED =
  /(?:办结|审结|结案|立案|受理|办复|答复|回复|满意|合格|及格|覆盖|出庭|应诉|持证|参训|参考|参学|到位|公开|公示|备案|审查|审核|网办|即办|纠错|败诉|胜诉|调解成功|化解|按期|按时|及时|入驻|进驻|录入|归档|签约|知晓|普及|占有)率[^，,。；;0-9]{0,4}$/;
const GROWTH = /增|升|提|降|减|比上|较上|同比|环比|超/;
const SHARE = /占(?:比|总数的?|全部的?)?(?:为|达|约)?$/;

export const rates: Phenomenon = {
  codes: ['rate-over-100', 'shares-over-100'],
  examples: [
    { text: '全年案件办结率达120%。', finds: [['rate-over-100', '120%']] },
    { text: '全年案件办结率达100%。', finds: [] },
    { text: '任务完成率达120%。', finds: [] },
    { text: '办结率同比提升120%。', finds: [] },
    {
      text: '自然人占60%、企业占30%、其他组织占20%。',
      finds: [['shares-over-100', '60%、企业占30%、其他组织占20%']],
    },
    { text: '自然人占60%、企业占30%、其他组织占10%。', finds: [] },
  ],
  find(ground) {
    const percentages = ground.figures.filter(({ unit }) => unit === '%');
    const over = percentages
      .filter((figure) => figure.value > 100 && BOUNDED.test(clauseBefore(ground.text, figure)))
      .filter((figure) => !GROWTH.test(clauseBefore(ground.text, figure)))
      .map((figure) =>
        finding(ground, 'rate-over-100', figure, {
          message: `“${figure.subject || '该比率'}”是部分占全部的比率，不可能超过100%，此处为${figure.text}。`,
        }),
      );
    const runs = shareRuns(ground.text, percentages)
      .map((run) => ({ run, sum: run.reduce((total, { value }) => total + value, 0) }))
      .filter(({ run, sum }) => run.length >= 3 && sum > 100.5)
      .map(({ run, sum }) =>
        finding(
          ground,
          'shares-over-100',
          { start: run[0]!.start, end: run.at(-1)!.end },
          { message: `并列各项占比之和为${Number(sum.toFixed(2))}%，超过100%，各项有交叉时应当说明。` },
        ),
      );
    return [...over, ...runs];
  },
};

function clauseBefore(text: string, { start }: Figure): string {
  const head = text.slice(Math.max(0, start - 24), start);
  return head.slice(Math.max(...[...'，,。；;、：:\n'].map((sign) => head.lastIndexOf(sign))) + 1);
}

/** Percentages led by 占 that follow one another within a clause. */
function shareRuns(text: string, percentages: readonly Figure[]): Figure[][] {
  const runs: Figure[][] = [];
  let open: Figure[] = [];
  for (const figure of percentages) {
    const last = open.at(-1);
    const gap = last ? text.slice(last.end, Math.min(figure.start, last.end + 40)) : '';
    const follows = last !== undefined && figure.start - last.end <= 24 && !/[。；;\n\d]/.test(gap);
    if (!follows && open.length > 0) {
      runs.push(open);
      open = [];
    }
    if (SHARE.test(text.slice(Math.max(0, figure.start - 8), figure.start))) open.push(figure);
  }
  return [...runs, open];
}
