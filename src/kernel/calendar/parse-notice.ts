import { addDays, type LegalDate, weekday } from '../dates.ts';
import { RefusedError } from '../errors.ts';
import { checkedNotice, daysOff, type HolidayNotice, type NoticeHoliday } from './notice.ts';

/**
 * Reads the plain text of the yearly notice on holidays (国务院办公厅关于××××年部分节假日安排的通知).
 * Weekdays in brackets and the announced number of days are compared with the dates.
 * @throws RefusedError `invalid` with a Chinese sentence that names the line that does not fit.
 */
export function parseHolidayNotice(text: string): HolidayNotice {
  const plain = text.normalize('NFKC').replace(/[^\S\n]+/g, '');
  const title = /关于(\d{4})年部分节假日安排的通知/.exec(plain);
  if (title === null) {
    throw refuse(
      '没有找到标题“关于××××年部分节假日安排的通知”，无法确定是哪一年的安排。后来调整个别日期的通知，请连同标题一并粘贴，或者逐日填写。',
    );
  }
  const year = Number(title[1]);
  const items = itemsOf(plain);
  if (items.length === 0) {
    throw refuse('没有找到“元旦：1月1日……放假”这样的放假安排，请粘贴通知全文。');
  }
  const read = items.map((item) => readItem(year, item));
  return checkedNotice({
    year,
    source: `国务院办公厅${title[0]}`,
    holidays: read.flatMap((item) => item.holidays),
    workdays: read.flatMap((item) => item.workdays),
  });
}

/** One numbered item of the notice: 元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。 */
interface Item {
  readonly name: string;
  readonly sentences: readonly string[];
}

// NFKC has turned full-width digits, colons, commas and brackets into their plain forms.
const itemHead =
  /^(?:[一二三四五六七八九十]+、)?((?:元旦|除夕|春节|清明节?|(?:国际)?劳动节|端午节?|中秋节?|国庆节?|、)+):(.*)$/;

function itemsOf(plain: string): Item[] {
  const items: { name: string; sentences: string[] }[] = [];
  for (const line of plain.split(/\n+/)) {
    const head = itemHead.exec(line);
    if (head !== null) {
      items.push({ name: head[1] as string, sentences: sentencesOf(head[2] as string) });
    } else if (/^\d+月\d+日/.test(line)) {
      // The text of an item may be wrapped onto a line of its own.
      items.at(-1)?.sentences.push(...sentencesOf(line));
    }
  }
  return items;
}

/** Sentences of a text without their full stops. */
export function sentencesOf(text: string): string[] {
  return text.split(/[。;]/).filter((sentence) => sentence !== '');
}

function readItem(year: number, item: Item): { holidays: NoticeHoliday[]; workdays: LegalDate[] } {
  const holidays: NoticeHoliday[] = [];
  const workdays: LegalDate[] = [];
  for (const sentence of item.sentences) {
    if (/鼓励|提倡|建议/.test(sentence)) {
      continue;
    }
    if (sentence.endsWith('上班')) {
      workdays.push(...datesIn(year, sentence).map((d) => d.date));
    } else if (/放假|补休|调休/.test(sentence)) {
      holidays.push(...holidaysIn(year, item.name, sentence));
    }
  }
  if (holidays.length === 0) {
    throw refuse(`“${item.name}”一项没有读到放假日期：${item.sentences.join('。')}`);
  }
  return { holidays: joined(holidays), workdays };
}

/** The days off of a sentence, counted against the number it announces. */
export function holidaysIn(year: number, name: string, sentence: string): NoticeHoliday[] {
  const dates = datesIn(year, sentence);
  const holidays: NoticeHoliday[] = [];
  for (let i = 0; i < dates.length; i += 1) {
    const first = dates[i] as FoundDate;
    const next = dates[i + 1];
    if (next?.afterTo) {
      holidays.push({ name, from: first.date, to: next.date });
      i += 1;
    } else {
      holidays.push({ name, from: first.date, to: first.date });
    }
  }
  const announced = /共(\d+)天/.exec(sentence);
  const found = holidays.reduce((sum, holiday) => sum + daysOff(holiday).length, 0);
  if (announced !== null && Number(announced[1]) !== found) {
    throw refuse(`“${name}”写明共${announced[1]}天，但所列日期是${found}天：${sentence}`);
  }
  return holidays;
}

interface FoundDate {
  readonly date: LegalDate;
  /** Written after 至: the last day of a range. */
  readonly afterTo: boolean;
}

const dateForm =
  /(至)?(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\((?:周|星期)([一二三四五六日天])[^)]*\)|\([^)]*\))?/g;

/** Dates of a sentence; a missing year or month is that of the date before. */
export function datesIn(year: number, sentence: string): FoundDate[] {
  const dates: FoundDate[] = [];
  let [y, m] = [year, 0];
  for (const match of sentence.matchAll(dateForm)) {
    const [whole, to, yearText, monthText, dayText, weekdayText] = match;
    const month = monthText === undefined ? m : Number(monthText);
    if (month === 0) {
      throw refuse(`“${whole}”没有写明月份：${sentence}`);
    }
    // A range that starts in December before and ends in January says the year of its first day only at times.
    y = yearText === undefined ? (to !== undefined && month < m ? y + 1 : y) : Number(yearText);
    m = month;
    const date = realDate(y, m, Number(dayText), sentence);
    const weekdayIndex =
      weekdayText === undefined ? undefined : '日一二三四五六'.indexOf(weekdayText.replace('天', '日'));
    if (weekdayIndex !== undefined && weekday(date) !== weekdayIndex) {
      throw refuse(`${y}年${m}月${Number(dayText)}日不是星期${weekdayText}，请核对：${sentence}`);
    }
    dates.push({ date, afterTo: to !== undefined });
  }
  return dates;
}

function realDate(year: number, month: number, day: number, sentence: string): LegalDate {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  try {
    weekday(date);
    return date;
  } catch {
    throw refuse(`${year}年${month}月${day}日不是有效日期，请核对：${sentence}`);
  }
}

/** Neighbouring days of one name become one range: 4月5日放假,4月6日补休. */
export function joined(holidays: readonly NoticeHoliday[]): NoticeHoliday[] {
  const result: NoticeHoliday[] = [];
  for (const holiday of holidays) {
    const last = result.at(-1);
    if (last !== undefined && addDays(last.to, 1) === holiday.from) {
      result[result.length - 1] = { ...last, to: holiday.to };
    } else {
      result.push(holiday);
    }
  }
  return result;
}

/** The refusal of a text that does not fit. */
export function refuse(message: string): RefusedError {
  return new RefusedError({ kind: 'invalid', rule: 'calendar.notice', message });
}
