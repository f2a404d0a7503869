import { type Html, html } from './html.ts';

/** `2024年9月27日`. */
export function day(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** A day with its machine-readable form. */
export function dayTag(date: string): Html {
  return html`<time datetime="${date}">${day(date)}</time>`;
}

/** `2024年9月27日10时05分` in legal time, from an instant in UTC. */
export function moment(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${day(local.slice(0, 10))}${Number(local.slice(11, 13))}时${local.slice(14, 16)}分`;
}

/** With thousands separators. */
export function count(value: number): string {
  return value.toLocaleString('zh-CN');
}

/** `《行政许可法》第三十条`; a document whose name carries its number is left as it is. */
export function citation({
  law,
  article,
  unverified,
}: {
  readonly law: string;
  readonly article?: string;
  readonly unverified?: true;
}): string {
  const title = /[（）〔〕]/.test(law) ? law : `《${law}》`;
  return `${title}${article ?? ''}${unverified ? '（未核实）' : ''}`;
}
