import { type Html, html } from '../shell/html.ts';
import type { PageMaker, Visit } from '../shell/page.ts';
import { dayField, pageOf, pager } from '../shell/parts.ts';
import { count, day, dayTag } from '../shell/words.ts';
import { changesOf } from './list-item.ts';
import { rowTitle } from './rows.ts';

const SIZE = 20;
const changeNames = { added: '列入', removed: '退出', changed: '调整' } as const;

/** What changed in a list between two days. */
export const listChangesPage: PageMaker = async (visit) => {
  const { client, url, param } = visit;
  const period = await periodOf(visit);
  const found = await client.call('public.listChanges', {
    params: { list: param('list') },
    query: { ...period, page: pageOf(url), size: SIZE },
  });
  const { list } = found;
  return {
    title: '两个日期之间的变化',
    above: [
      ['查清单', '/lists'],
      [list.name, `/lists/${list.id}`],
    ],
    body: html`<div class="wrap"><h1>${list.name}的变化</h1>
<form class="asked">
${dayField('from', '从哪一天', period.from)}
${dayField('to', '到哪一天', period.to)}
<div class="field"><button>比较</button></div>
</form>
<p class="lead">${summary(period, found)}</p>
${
  found.total === 0
    ? html``
    : html`<ol class="rows">${found.rows.map(
        (
          row,
        ) => html`<li>${rowTitle(2, html`<a href="/lists/${list.id}/${encodeURIComponent(row.code)}?on=${period.to}">${row.name}</a>`)}
<p class="meta"><span>${changeNames[row.change]}（${row.operationName}）</span><span>${dayTag(row.on)}起</span>
<span class="code">${row.code}</span></p>${changesOf(row.fields)}</li>`,
      )}</ol>`
}
${pager(url, found.total, SIZE, '项变化')}</div>`,
  };
};

/** The days asked for; without them, this year up to today. */
async function periodOf({ client, param, query }: Visit): Promise<{ from: string; to: string }> {
  const [from, to] = [query('from'), query('to')];
  if (from !== '' && to !== '') return { from, to };
  const { today } = await client.call('public.list', {
    params: { list: param('list') },
    query: { size: 1 },
  });
  return { from: from || `${today.slice(0, 4)}-01-01`, to: to || today };
}

function summary(
  { from, to }: { from: string; to: string },
  found: {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    readonly total: number;
  },
): Html {
  const period = `从${day(from)}到${day(to)}`;
  if (found.total === 0) return html`${period}，这张清单没有变化。`;
  return html`${period}，列入${count(found.added)}项，退出${count(found.removed)}项，调整${count(found.changed)}项。`;
}
