import { drawing, type Html, html, nothing } from './html.ts';
import { count } from './words.ts';

/** Titles and texts one under the other; empty ones are left out. */
export function facts(entries: readonly (readonly [title: string, value: Html | string])[]): Html {
  const told = entries.filter(([, value]) => String(value) !== '');
  return html`<dl class="facts">${told.map(
    ([title, value]) => html`<div><dt>${title}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

/** The same address with other values of its query; empty ones are dropped. */
export function hrefWith(url: URL, changes: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(changes)) query.set(name, value);
  for (const [name, value] of [...query]) if (value === '') query.delete(name);
  const text = query.toString();
  return text ? `${url.pathname}?${text}` : url.pathname;
}

/** `共2,001项，第1页，共101页` with the ways to the pages before and after. */
export function pager(url: URL, total: number, size: number, unit: string): Html {
  if (total === 0) return nothing;
  const pages = Math.ceil(total / size);
  const page = pageOf(url);
  const to = (number: number, name: string) =>
    html`<li><a href="${hrefWith(url, { page: number === 1 ? '' : String(number) })}">${name}</a></li>`;
  const where = pages > 1 ? `，第${count(page)}页，共${count(pages)}页` : '';
  return html`<nav class="pager" aria-label="翻页"><p>共${count(total)}${unit}${where}</p><ul>
${page > 2 ? to(1, '第一页') : nothing}${page > 1 ? to(page - 1, '上一页') : nothing}
${page < pages ? to(page + 1, '下一页') : nothing}</ul></nav>`;
}

export function pageOf(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? 1);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** A choice with how many each would leave; `all` is the choice of none of them, empty where one must be chosen. */
export function choiceField(
  name: string,
  title: string,
  choices: readonly { readonly value: string; readonly name: string; readonly count: number }[],
  chosen: string,
  all = '全部',
): Html {
  if (choices.length === 0) return nothing;
  return html`<div class="field"><label for="${name}">${title}</label>
<select id="${name}" name="${name}">${all ? html`<option value="">${all}</option>` : nothing}${choices.map(
    (choice) =>
      html`<option value="${choice.value}"${choice.value === chosen ? html` selected` : nothing}>${choice.name}（${count(choice.count)}）</option>`,
  )}</select></div>`;
}

export function textField(name: string, title: string, value: string, hint = ''): Html {
  return html`<div class="field wide"><label for="${name}">${title}</label>
<input id="${name}" name="${name}" type="search" value="${value}" maxlength="100"${hint ? html` placeholder="${hint}"` : nothing}></div>`;
}

/** @param most last day that may be chosen */
export function dayField(name: string, title: string, value: string, most = ''): Html {
  return html`<div class="field"><label for="${name}">${title}</label>
<input id="${name}" name="${name}" type="date" value="${value}"${most ? html` max="${most}"` : nothing}></div>`;
}

/** A day with its hour and minute, in legal time. */
export function timeField(name: string, title: string, value: string): Html {
  return html`<div class="field"><label for="${name}">${title}</label>
<input id="${name}" name="${name}" type="datetime-local" value="${value}"></div>`;
}

/** The short text of a seal, which breaks between its parts alone. */
export function anchorText(anchor: string): Html {
  const parts = anchor.split(':');
  return html`<span class="code">${parts.map((part, at) => html`${part}${at < parts.length - 1 ? html`:<wbr>` : nothing}`)}</span>`;
}

/** The flow chart of an item; its words are in the drawing's own description. */
export function chart(svg: string): Html {
  return html`<div class="chart">${drawing(svg)}</div>`;
}

/** A page with one heading and something to do: errors, and what was not found. */
export function message(title: string, text: string, ways: Html = nothing): Html {
  return html`<div class="wrap prose"><h1>${title}</h1><p>${text}</p>${ways}
<p><a href="/">回到首页</a></p></div>`;
}
