import { words } from './words.ts';

/**
 * The time a figure speaks of: the nearest expression of time before it in the same sentence.
 * 同比 and its kin belong to the clause of the figure alone.
 */
export interface PeriodMention {
  start: number;
  end: number;
  text: string;
}

export const examples: readonly (readonly [text: string, period: string])[] = [
  ['截至2017年底,完成58项', '截至2017年底'],
  ['截至11月,受理12件', '截至11月'],
  ['1-10月受理12件', '1-10月'],
  ['2017年1至10月,受理12件', '2017年1至10月'],
  ['今年以来办理15件', '今年以来'],
  ['全年开展6次', '全年'],
  ['上半年开展6次', '上半年'],
  ['截至目前,接访79次', '截至目前'],
  ['受理12件', ''],
];

const DATE =
  '\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?[-—~～至](?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?|' +
  '(?:\\d{4}年)?\\d{1,2}月?[-—~～至]\\d{1,2}月(?:份|底)?' +
  '|(?:\\d{4}年度?|[二两]〇[〇一二三四五六七八九]{2}年度?)(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:底|末|初|上半年|下半年|以来)?' +
  '|\\d{1,2}月(?:\\d{1,2}日|份|底|末)?';
const WORDS =
  '今年以来|去年以来|今年|去年|上年度?(?!结转)|本年度?|全年|年内|上半年|下半年|[前第]?[一二三四]季度|目前|年底|月底|近[一二三两四五]年(?:来)?|近\\d年(?:来)?' +
  '|每年|每月|每季度?|每半年|每周';
const PERIOD = new RegExp(`(?:截至|截止|截止到|截至到)?(?:${DATE}|${WORDS})`, 'g');

/** All expressions of time of a text, in order. The pattern has only bounded repetitions: linear. */
export function periodMentions(text: string): PeriodMention[] {
  const mentions: PeriodMention[] = [];
  for (const match of text.matchAll(PERIOD)) {
    const start = match.index;
    if (/\d/.test(match[0][0]!) && /\d/.test(text[start - 1] ?? '')) continue;
    // 较上年, 比2022年: the year compared with, not the year spoken of.
    if (/[较比与]/.test(text[start - 1] ?? '')) continue;
    mentions.push({ start, end: start + match[0].length, text: match[0] });
  }
  return mentions;
}

const COMPARISONS = words('同比 环比 较上年 比上年 较去年 比去年 较上年同期 比上年同期');

/** 同比 and the like between the start of the clause and the number. */
export function comparison(clause: string): string {
  let found = '';
  let at = -1;
  for (const word of COMPARISONS) {
    const index = clause.lastIndexOf(word);
    if (index > at || (index === at && word.length > found.length && index >= 0)) {
      at = index;
      found = word;
    }
  }
  return found;
}
