import { html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { count } from '../shell/words.ts';
import { disclosureRows, itemRows } from './rows.ts';

const GUIDES = 'licence-items';

/** Everything public that holds the words: the first of each list and column, and the way to all of them. */
export const searchPage: PageMaker = async ({ client, query }) => {
  const q = query('q');
  const found =
    q === '' ? { lists: [], channels: [] } : await client.call('public.search', { params: {}, query: { q } });
  const asked = `?q=${encodeURIComponent(q)}`;
  const total = [...found.lists, ...found.channels].reduce((sum, part) => sum + part.total, 0);
  const all = (href: string, part: { readonly rows: readonly unknown[]; readonly total: number }) =>
    part.total > part.rows.length
      ? html`<p class="actions"><a href="${href}${asked}">查看全部${count(part.total)}条</a></p>`
      : nothing;
  return {
    title: '查找',
    body: html`<div class="wrap"><h1>查找</h1>
<form class="asked one" action="/search" role="search"><div class="field"><label for="q">在清单、指南和公示中查找</label>
<input id="q" name="q" type="search" maxlength="100" required value="${q}"></div><button>查找</button></form>
${
  q === ''
    ? html`<p class="lead">可以输入事项名称、企业名称、文号，也可以输入名称的拼音首字母。</p>`
    : total === 0
      ? html`<p class="empty">没有找到与“${q}”有关的公开内容。可以换短一些的词再找，例如只输入“食品”。</p>`
      : html`<p class="lead">找到${count(total)}条。</p>`
}
${found.lists.map((part) => {
  const base = part.list.id === GUIDES ? '/guides' : `/lists/${part.list.id}`;
  const name = part.list.id === GUIDES ? '办事指南' : part.list.name;
  return html`<section><h2>${name}</h2>${itemRows(part.rows, base, { level: 3 })}${all(base, part)}</section>`;
})}
${found.channels.map(
  (part) =>
    html`<section><h2>${part.channel.name}</h2>${disclosureRows(part.rows, { level: 3 })}${all(`/disclosure/${part.channel.id}`, part)}</section>`,
)}</div>`,
  };
};
