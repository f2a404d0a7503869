import type { LegalDate } from '../dates.ts';
import { checkedNotice, type HolidayNotice, type NoticeHoliday, yearlyTitle } from './notice.ts';
import { datesIn, holidaysIn, joined, parseHolidayNotice, refuse, sentencesOf } from './parse-notice.ts';

/**
 * Reads the plain text of a notice on holidays: the yearly one, or one that changes single days later
 * (国务院办公厅关于调整××××年…假期安排的通知). Which it is, its title says.
 * @throws RefusedError `invalid` with a Chinese sentence that names what could not be read.
 */
export function parseNotice(text: string): HolidayNotice {
  const plain = text.normalize('NFKC').replace(/[^\S\n]+/g, '');
  const title = titleOf(plain);
  return title !== undefined && /放假|假期|节假日|调休/.test(title.about) && !isYearly(title.about)
    ? parseAmendment(plain, title.whole)
    : parseHolidayNotice(text);
}

const isYearly = (about: string): boolean => /^\d{4}年部分节假日安排$/.test(about);

/** The title: the first 关于…的通知 that is not quoted as another's. */
function titleOf(plain: string): { whole: string; about: string } | undefined {
  const found = /((?:国务院(?:办公厅)?)?)关于([^《》\n。]+?)的通知/.exec(withoutQuoted(plain));
  return found === null ? undefined : { whole: found[0], about: found[2] as string };
}

/** Without the titles of other documents, nor the numbers that stand behind them. */
const withoutQuoted = (plain: string): string => plain.replace(/《[^《》]*》(?:\([^()]*\))?/g, '');

function parseAmendment(plain: string, title: string): HolidayNotice {
  const quoted = /《[^《》]*?(\d{4})年部分节假日安排的通知》/.exec(plain)?.[1];
  const named = /(\d{4})年/.exec(title)?.[1] ?? quoted ?? /(\d{4})年\d{1,2}月\d{1,2}日/.exec(plain)?.[1];
  if (named === undefined) throw refuse(`《${title}》没有写明是哪一年的安排，请逐日填写。`);
  const year = Number(named);
  const body = withoutQuoted(plain.slice(plain.indexOf(title) + title.length));
  const number = /[\p{Script=Han}]{2,10}[〔[(]\d{4}[〕\])]\d+号/u.exec(withoutQuoted(plain))?.[0];
  const { holidays, workdays } = changedDays(year, holidayNamed(title), body);
  if (holidays.length + workdays.length === 0) {
    throw refuse(`《${title}》中没有读到“×月×日放假”或者“×月×日上班”，请逐日填写。`);
  }
  return checkedNotice({
    year,
    source: title,
    ...(number === undefined ? {} : { number: number.replace(/[[(]/, '〔').replace(/[\])]/, '〕') }),
    amends: yearlyTitle(year),
    holidays: joined(holidays),
    workdays,
  });
}

/** Off: 放假, 休息, or no longer worked. Worked: 上班, or no longer off. What goes on as before says nothing. */
function changedDays(year: number, name: string, body: string) {
  const holidays: NoticeHoliday[] = [];
  const workdays: LegalDate[] = [];
  const lines = body.split('\n').map((line) => line.replace(/^[一二三四五六七八九十]+、|^\d+[.、]/, ''));
  for (const sentence of lines.flatMap(sentencesOf)) {
    if (!/\d日/.test(sentence) || !/放假|休息|补休|调休|上班|延长/.test(sentence)) continue;
    if (/鼓励|提倡|建议|正常上班/.test(sentence) && !sentence.includes('延长')) continue;
    if (/延长|原定|改为|调整为|推迟|提前/.test(sentence)) {
      throw refuse(`“${sentence}”没有逐日写明放假和上班的日期，请逐日填写。`);
    }
    const ended = /不再|取消/.test(sentence);
    if (sentence.includes('上班') && /放假|休息|补休/.test(sentence)) {
      throw refuse(`“${sentence}”同时写了放假和上班，请逐日填写。`);
    }
    if (sentence.includes('上班') === ended) {
      holidays.push(...holidaysIn(year, holidayNamed(sentence, name), sentence));
    } else {
      workdays.push(...daysOfRanges(year, sentence));
    }
  }
  return { holidays, workdays };
}

function daysOfRanges(year: number, sentence: string): LegalDate[] {
  if (datesIn(year, sentence).some(({ afterTo }) => afterTo)) {
    throw refuse(`“${sentence}”写的是一段日期，上班的日期请逐日填写。`);
  }
  return datesIn(year, sentence).map(({ date }) => date);
}

function holidayNamed(text: string, otherwise = '调休放假'): string {
  return /元旦|春节|清明节|劳动节|端午节|中秋节|国庆节/.exec(text)?.[0] ?? otherwise;
}
