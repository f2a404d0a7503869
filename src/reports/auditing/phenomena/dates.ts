import type { Finding } from '../../reading/index.ts';
import { legalDate, monthEnd } from '../../reading/text/dates.ts';
import { finding, type Ground, type Phenomenon } from '../finding.ts';

/** Days that no calendar has, years misprinted, and cut-off dates after the day the report was signed. */
export const dates: Phenomenon = {
  codes: ['date-impossible', 'date-after-issue', 'year-wrong', 'year-word-lost'],
  examples: [
    { text: '2023年13月召开会议。', finds: [['date-impossible', '2023年13月']] },
    { text: '2023年2月30日召开会议。', finds: [['date-impossible', '2023年2月30日']] },
    { text: '于6月31日前完成。', finds: [['date-impossible', '6月31日']] },
    { text: '2024年2月29日召开会议，历时13个月。', finds: [] },
    { text: '20233年召开会议。', finds: [['year-wrong', '20233年']] },
    { text: '202年度工作要点。', finds: [['year-wrong', '202年']] },
    { text: '对2017底前的文件进行清理。', finds: [['year-word-lost', '2017底']] },
    {
      text: '某区关于2023年度法治政府建设情况的报告\n截至2024年12月底，共受理案件20件。\n某区人民政府\n2024年1月20日',
      finds: [['date-after-issue', '2024年12月底']],
    },
    {
      text: '某区关于2023年度法治政府建设情况的报告\n截至2023年12月底，共受理案件20件。\n某区人民政府\n2024年1月20日',
      finds: [],
    },
  ],
  find: (ground) => [...impossible(ground), ...wrongYears(ground), ...afterIssue(ground)],
};

const DATE = /(?<!\d)(?:(?<year>(?:19|20)\d{2})年)?(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?/g;
/** A leap year, for days without a year. */
const ANY_YEAR = 2024;

function impossible(ground: Ground): Finding[] {
  return [...ground.text.matchAll(DATE)].flatMap(({ 0: printed, index: start, groups }) => {
    const { year, month, day } = groups as { year?: string; month: string; day?: string };
    // 13月 alone may be half of something else.
    if (year === undefined && day === undefined) return [];
    if (legalDate(Number(year ?? ANY_YEAR), Number(month), Number(day ?? 1)) !== null) return [];
    const place = { start, end: start + printed.length };
    const why = Number(month) < 1 || Number(month) > 12 ? '没有这个月' : '这个月没有这一天';
    return [finding(ground, 'date-impossible', place, { message: `“${printed}”不存在：${why}。` })];
  });
}

const LONG_YEAR = /(?<![\d.])(?:19|20)\d{3}年/g;
const SHORT_YEAR = /(?<![\d.])20\d年(?=度|\d{1,2}月|[底初末])/g;
const LOST_WORD = /(?<![\d.〔([（【])(?:19|20)\d{2}(?:年度)?(?=[底末初](?![\u4e00-\u9fff]?[件个]))/g;

function wrongYears(ground: Ground): Finding[] {
  const misprinted = [LONG_YEAR, SHORT_YEAR].flatMap((pattern) =>
    [...ground.text.matchAll(pattern)].map(({ 0: printed, index: start }) =>
      finding(
        ground,
        'year-wrong',
        { start, end: start + printed.length },
        { message: `年份“${printed}”不是四位数。` },
      ),
    ),
  );
  const lost = [...ground.text.matchAll(LOST_WORD)]
    .filter(({ 0: printed }) => !printed.endsWith('年度'))
    .map(({ 0: printed, index: start }) => {
      const word = ground.text[start + printed.length]!;
      return finding(
        ground,
        'year-word-lost',
        { start, end: start + printed.length + 1 },
        { message: `“${printed}${word}”缺“年”字。`, suggestion: `${printed}年${word}` },
      );
    });
  return [...misprinted, ...lost];
}

const CUT_OFF =
  /截[至止]到?(?<date>(?<year>(?:19|20)\d{2})年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日|底)?)/g;
const REPORT = /报告|总结|情况|年报|汇报/;
/** What is still to come may well lie after the signing. */
const TO_COME = /将|力争|计划|预计|目标|确保|拟|要|实现|有效期/;

function afterIssue(ground: Ground): Finding[] {
  const { date: issued, title } = ground.document;
  if (issued === null || ground.document.skeleton === 'plan' || !REPORT.test(title ?? '')) return [];
  return [...ground.text.matchAll(CUT_OFF)].flatMap(({ 0: printed, index, groups }) => {
    const { date, year, month, day } = groups as { date: string; year: string; month?: string; day?: string };
    const first = legalDate(Number(year), Number(month ?? 1), Number(day ?? 1));
    const last = date.endsWith('底') ? monthEnd(Number(year), Number(month ?? 12)) : first;
    // A month is over only on its last day, but reports of December are signed in December.
    const earliest = date.endsWith('底') && last !== null ? `${last.slice(0, 8)}01` : first;
    if (earliest === null || earliest <= issued) return [];
    const end = index + printed.length;
    const [clause = ''] = /^[^。\n]{0,16}/.exec(ground.text.slice(end, end + 16)) ?? [];
    if (TO_COME.test(clause)) return [];
    return [
      finding(
        ground,
        'date-after-issue',
        { start: end - date.length, end },
        { message: `截至日期“${date}”晚于成文日期${issued}。` },
      ),
    ];
  });
}
