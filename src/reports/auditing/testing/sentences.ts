import type { Choices } from '../../reading/testing/random.ts';
import type { FindingCode } from '../codes.ts';

/** Sentences with one defect each; the place a proof-reader must mark stands between two strokes. */
type Sentence = (choices: Choices) => string;

const partsOf = (choices: Choices) =>
  [choices.int(20, 90), choices.int(20, 90), choices.int(20, 90)] as const;

export const SENTENCES: readonly (readonly [FindingCode, ...Sentence[]])[] = [
  [
    'sum-mismatch',
    (choices) => {
      const [a, b, c] = partsOf(choices);
      const total = a + b + c + choices.int(1, 9);
      return `全年督办事项|${total}件，其中甲类${a}件，乙类${b}件，其他${c}件|。`;
    },
    (choices) => {
      const [a, b] = partsOf(choices);
      return `督办县级|${a}项、乡级${b}项，合计${a + b + choices.int(1, 30)}项|。`;
    },
  ],
  [
    'change-mismatch',
    (choices) => {
      const from = choices.int(50, 80);
      const rise = choices.int(2, 19);
      return `督办满意率由|${from}%提升至${from + rise}%，提高${rise + 1}个百分点|。`;
    },
    (choices) => {
      const from = choices.int(60, 90);
      return `督办事项由|${from}项增加到${from - choices.int(5, 40)}项|。`;
    },
  ],
  [
    'rate-mismatch',
    (choices) => {
      const all = choices.int(100, 200);
      return `收到督办申请|${all}件，办结${all - choices.int(40, 60)}件，办结率9${choices.int(0, 9)}%|。`;
    },
  ],
  ['rate-over-100', (choices) => `督办事项办结率达|${choices.int(101, 180)}%|。`],
  [
    'count-mismatch',
    () => '印发|三个|文件：《甲类督办事项处理办法》《乙类督办事项分派规定》。',
    (choices) => `将“登记、分派、反馈”|${choices.int(4, 9)}个|环节合并。`,
  ],
  [
    'contradiction',
    (choices) => {
      const count = choices.int(20, 90);
      return `2023年督办历史遗留事项${count}件。督办成效明显。2023年督办历史遗留事项|${count + choices.int(1, 9)}件|。`;
    },
  ],
  [
    'mark-unpaired',
    () => '对照督办规定|》|逐项落实。',
    () => '对照|《|督办规定逐项落实。',
    () => '推进|“|督办回头看活动。',
    () => '督办事项|（|含跨年事项由专人负责。',
    () => '推进“督办回头看|“|活动。',
    () => '推进|”|督办回头看”活动。',
  ],
  ['mark-nested', () => '落实《关于印发|《|督办规定》的函》要求。', () => '推进“以|“|督办”促落实”活动。'],
  ['mark-crossed', () => '印发《关于|“督办》”|的函。'],
  ['mark-width', () => '修订督办规程|（试行)|。', () => '修订督办规程|(试行）|。'],
  ['punctuation-doubled', () => '健全督办机制|，，|层层压实。', () => '健全督办机制|、，|层层压实。'],
  [
    'word-doubled',
    () => '完善督办|的的|规程。',
    () => '对督办事项|进行进行|复核。',
    () => '及时公布|督办督办|结果。',
  ],
  ['word-wrong', () => '对|命令禁止|的事项加强督办。', () => '把督办纳入|法制政府|考评。'],
  ['word-until', () => '|截止|目前，督办工作进展顺利。'],
  [
    'title-two-ways',
    () => '按照《重点督办事项销号规程》登记，再按照|《重点督办事项的销号规程》|复核。',
    () => '按照《重点督办事项销号规程》登记，再按照|《重点督办项事销号规程》|复核。',
  ],
  [
    'law-name',
    () => '依据|《中华人民共和国行政处罚罚法》|督办。',
    () => '依据|《道路交通安法》|督办。',
    () => '依据|《采购法》|督办。',
  ],
  [
    'document-number-brackets',
    (choices) => `按照|某督发〔2015${choices.int(20, 99)}号|要求办理。`,
    (choices) => `按照|某督发2015〕${choices.int(20, 99)}号|要求办理。`,
  ],
  [
    'document-number-form',
    (choices) => `按照|某督发[2015]${choices.int(20, 99)}号|要求办理。`,
    (choices) => `按照|某督发〔2015〕0${choices.int(1, 9)}号|要求办理。`,
  ],
  [
    'date-impossible',
    (choices) => `督办会议于|2023年${choices.int(13, 19)}月${choices.int(1, 28)}日|召开。`,
    () => '督办会议于|2023年2月29日|召开。',
    (choices) => `督办会议于|${choices.pick([4, 6, 9, 11])}月31日|召开。`,
  ],
  ['year-wrong', () => '督办制度自|20222年|起执行。', () => '落实|202年|度督办计划。'],
  ['year-word-lost', () => '对|2022底|以前的督办事项进行清理。'],
  ['date-after-issue', () => '截至|2024年12月31日|，督办事项全部办结。'],
  ['html-remnant', () => '健全督办&nbsp;机制。'.replace('&nbsp;', '|&nbsp;|'), () => '健全督办|<br>|机制。'],
  ['garbled-text', () => '健全督办|锟斤拷|机制。'],
];
