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

/** Items of a list, each a link to its page under `base`. */
export function itemRows(rows: readonly ItemRow[], base: string, query = ''): Html {
  return html`<ol class="rows">${rows.map(
    (row) => html`<li><h3><a href="${base}/${encodeURIComponent(row.code)}${query}">${row.name}</a></h3>
<p class="meta"><span>${row.kindName}</span><span>${row.unitName}</span><span class="code">${row.code}</span>${
      row.status === 'suspended' ? html`<span class="mark">${row.statusName}</span>` : nothing
    }</p></li>`,
  )}</ol>`;
}

/** Disclosures; of several columns together, each says which it is from. */
export function disclosureRows(rows: readonly DisclosureRow[], mixed = false): Html {
  return html`<ol class="rows">${rows.map(
    (row) => html`<li><h3><a href="/disclosure/${row.channel}/${row.id}">${row.title}</a></h3>
<p class="meta"><span>${row.party}</span>${row.number ? html`<span>${row.number}</span>` : nothing}<span>${row.unitName}</span>
<span>${mixed ? `${row.channelName}，` : ''}${dayTag(row.publishedOn)}公示</span>${
      row.correctedOn ? html`<span class="mark">${dayTag(row.correctedOn)}更正</span>` : nothing
    }</p></li>`,
  )}</ol>`;
}
