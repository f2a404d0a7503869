import type { DisclosureRow } from '../../src/client/contract/public.ts';
import { type Html, html, nothing } from '../shell/html.ts';
import { dayTag } from '../shell/words.ts';

interface ItemRow {
  readonly code: string;
  readonly name: string;
  readonly kindName: string;
  readonly unitName: string;
  readonly status: string;
  readonly statusName: string;
}

interface Look {
  /** Level of the headings: one below the heading they stand under. */
  readonly level?: 2 | 3;
  /** Query of the links. */
  readonly query?: string;
}

/** Title of a row, under the page's heading or under that of a section. */
export function rowTitle(level: 2 | 3, title: Html | string): Html {
  return level === 2 ? html`<h2 class="row">${title}</h2>` : html`<h3 class="row">${title}</h3>`;
}

/** Items of a list, each a link to its page under `base`. */
export function itemRows(rows: readonly ItemRow[], base: string, { level = 2, query = '' }: Look = {}): Html {
  return html`<ol class="rows">${rows.map(
    (
      row,
    ) => html`<li>${rowTitle(level, html`<a href="${base}/${encodeURIComponent(row.code)}${query}">${row.name}</a>`)}
<p class="meta"><span>${row.kindName}</span><span>${row.unitName}</span><span class="code">${row.code}</span>${
      row.status === 'suspended' ? html`<span class="mark">${row.statusName}</span>` : nothing
    }</p></li>`,
  )}</ol>`;
}

/** Disclosures; of several columns together, each says which it is from. */
export function disclosureRows(
  rows: readonly DisclosureRow[],
  { level = 2, mixed = false }: Look & { readonly mixed?: boolean } = {},
): Html {
  return html`<ol class="rows">${rows.map(
    (
      row,
    ) => html`<li>${rowTitle(level, html`<a href="/disclosure/${row.channel}/${row.id}">${row.title}</a>`)}
<p class="meta"><span>${row.party}</span>${row.number ? html`<span>${row.number}</span>` : nothing}<span>${row.unitName}</span>
<span>${mixed ? `${row.channelName}，` : ''}${dayTag(row.publishedOn)}公示</span>${
      row.correctedOn ? html`<span class="mark">${dayTag(row.correctedOn)}更正</span>` : nothing
    }</p></li>`,
  )}</ol>`;
}
