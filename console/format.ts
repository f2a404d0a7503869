/** How days, periods and numbers are written everywhere in the console. Days are `YYYY-MM-DD`, instants ISO in UTC. */

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });
const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** 12345.5 → `12,345.5` */
export function number(value: number): string {
  return grouped.format(value);
}

/** `2024-09-27` → `2024年9月27日` */
export function day(date: string): string {
  const [year, month, date_] = date.split('-').map(Number);
  return `${year}年${month}月${date_}日`;
}

/** As {@link day}, without the year where it is the year of `today`. */
export function shortDay(date: string, today: string): string {
  const full = day(date);
  return date.slice(0, 4) === today.slice(0, 4) ? full.slice(5) : full;
}

/** The hour and minute in Shanghai of an instant: `09:05`. */
export function timeOfDay(instant: string): string {
  return shanghai.format(new Date(instant));
}

export interface Term {
  readonly due: string | null;
  /** Workdays until due; negative when late; null where no clock runs. */
  readonly daysLeft: number | null;
  readonly paused?: boolean;
  /** The day promised to the public, where it is earlier. */
  readonly promised?: string | null | undefined;
}

/** `还剩3个工作日（9月27日到期）`, `已超期2个工作日（9月20日到期）`, `今天到期`, `中止计时`. */
export function term({ due, daysLeft, paused, promised }: Term, today: string): string {
  if (paused) return '中止计时';
  if (due === null) return '没有期限';
  const promise = promised && promised < due ? `，承诺${shortDay(promised, today)}` : '';
  const when = `${shortDay(due, today)}到期${promise}`;
  if (daysLeft === null) return when;
  if (due === today) return '今天到期';
  if (daysLeft < 0) return `已超期${-daysLeft}个工作日（${when}）`;
  if (due < today) return `已超期（${when}）`;
  return `还剩${daysLeft}个工作日（${when}）`;
}

/** `共12,345件`; where counting stopped at a bound, `1万件以上`. */
export function total(count: number, more = false, unit = '件'): string {
  if (!more) return `共${number(count)}${unit}`;
  return count % 10_000 === 0 ? `${number(count / 10_000)}万${unit}以上` : `${number(count)}${unit}以上`;
}

/** Bytes as people read them: `1.5 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${number(Math.round(bytes / 102.4) / 10)} KB`;
  return `${number(Math.round(bytes / 104_857.6) / 10)} MB`;
}

const digits = '零一二三四五六七八九';

/** A whole number below 10,000 in Chinese as statutes count their articles: 57 → `五十七`. */
export function chineseCount(value: number): string {
  if (value < 10) return digits[value]!;
  if (value < 20) return `十${value % 10 ? digits[value % 10] : ''}`;
  let text = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit) {
      text += (gap ? '零' : '') + digits[digit] + name;
      gap = false;
    } else if (text) gap = true;
  }
  return text;
}

/** `{law:'行政处罚法', article:'57'}` → `《行政处罚法》第五十七条`; an article already in words stays as it is. */
export function basisText(basis: {
  law: string;
  article?: string | undefined;
  unverified?: true | undefined;
}): string {
  const law = basis.law.startsWith('《') ? basis.law : `《${basis.law}》`;
  const plain = /^\d{1,4}$/.test(basis.article ?? '');
  const article = plain ? `第${chineseCount(Number(basis.article))}条` : (basis.article ?? '');
  // What nobody has read in a source is not shown as if somebody had.
  return law + article + (basis.unverified ? '〔未核实〕' : '');
}

/** Several bases in one line; editions of a statute that read the same are named once. */
export function basesText(bases: readonly Parameters<typeof basisText>[0][]): string {
  return [...new Set(bases.map(basisText))].join('、');
}
