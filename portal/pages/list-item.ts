import type { PublicFact } from '../../src/client/contract/public.ts';
import { type Html, html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { chart, facts } from '../shell/parts.ts';
import { citation, day, dayTag } from '../shell/words.ts';

interface Change {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** One item: what it is, how it is handled, and everything that ever happened to it. */
export const listItemPage: PageMaker = async ({ client, param, query }) => {
  const on = query('on');
  const item = await client.call('public.listItem', {
    params: { list: param('list'), code: param('code') },
    query: on === '' ? {} : { on },
  });
  const { list, row } = item;
  const told = item.facts.filter(({ text, table }) => !table && text !== row.name);
  // A table of names alone is what the chart shows already.
  const tables = item.facts.filter(({ table }) => table && (table.head.length > 1 || !item.chart));
  return {
    title: row.name,
    above: [
      ['查清单', '/lists'],
      [list.name, `/lists/${list.id}`],
    ],
    kept: true,
    body: html`<article class="wrap"><h1>${row.name}</h1>
${
  row.status === 'in-force'
    ? nothing
    : html`<p class="note warning">${dayTag(row.from)}起${row.statusName}。</p>`
}
${
  item.on === item.today
    ? nothing
    : html`<p class="note">这是${day(item.on)}当天的内容。<a href="/lists/${list.id}/${encodeURIComponent(row.code)}">查看现在的内容</a></p>`
}
<h2>基本内容</h2>
${facts([
  ['编码', html`<span class="code">${row.code}</span>`],
  ...told.map((fact) => [fact.title, factText(fact)] as const),
  ['列入依据', list.basis.map(citation).join('、')],
])}
${item.guide ? html`<p class="actions"><a href="/guides/${encodeURIComponent(item.guide)}">怎样办理：查看办事指南</a></p>` : nothing}
${tables.map(tableOf)}
${item.chart ? html`<h2>流程图</h2>${chart(item.chart)}` : nothing}
<h2>变动记录</h2>
<ol class="rows">${item.history.toReversed().map(
      (line) => html`<li><h3>${dayTag(line.on)}　${line.operationName}</h3>
<p class="meta"><span>依据：${line.basisDocument}</span></p>${changesOf(line.changes)}</li>`,
    )}</ol>
</article>`,
  };
};

function factText({ text, item }: PublicFact): Html | string {
  return item ? html`<a href="/lists/${item.list}/${encodeURIComponent(item.code)}">${text}</a>` : text;
}

function tableOf({ title, table }: PublicFact): Html {
  const { head, rows } = table!;
  return html`<h2>${title}</h2>
<div class="table" role="region" aria-label="${title}" tabindex="0"><table><thead><tr>${head.map(
    (name) => html`<th scope="col">${name}</th>`,
  )}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** What was and what is now, field by field. */
export function changesOf(changes: readonly Change[]): Html {
  if (changes.length === 0) return nothing;
  return html`<ul class="changes">${changes.map(({ title, before, after }) =>
    before === ''
      ? html`<li>${title}：增加“<ins>${after}</ins>”</li>`
      : after === ''
        ? html`<li>${title}：删去“<del>${before}</del>”</li>`
        : html`<li>${title}：由“<del>${before}</del>”改为“<ins>${after}</ins>”</li>`,
  )}</ul>`;
}
