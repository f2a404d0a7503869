import { type Html, html, nothing } from '../shell/html.ts';
import { columns, type PageMaker } from '../shell/page.ts';
import { count, moment } from '../shell/words.ts';
import { disclosureRows } from './rows.ts';

/** 首页: what can be found here, and what is new. */
export const homePage: PageMaker = async ({ client, region }) => {
  const { lists, channels, latest, seal } = await client.call('public.home', { params: {} });
  const items = lists.reduce((sum, list) => sum + list.count, 0);
  const sizes: Readonly<Record<string, string>> = {
    '/lists': `${lists.length}张清单，${count(items)}项`,
    '/guides': `${count(lists.find(({ id }) => id === 'licence-items')?.count ?? 0)}个事项`,
    '/disclosure': `${count(channels.reduce((sum, channel) => sum + channel.count, 0))}条公示`,
  };
  return {
    title: '首页',
    body: html`<div class="welcome"><div class="wrap">
<h1>${region}依法行政公开</h1>
<p>权力、流程、决定和数据，都在这里公开，都可以验真。</p>
<form class="search" action="/search" role="search">
<input name="q" type="search" maxlength="100" required aria-label="在清单、指南和公示中查找" placeholder="事项、企业名称或文号">
<button>查找</button></form>
</div></div>
<div class="wrap">
<h2>从这里开始</h2>
<ul class="entrances">${columns.map(
      ([href, name, about]) =>
        html`<li><a href="${href}"><strong>${name}</strong>${about}${sizes[href] ? html`<br>${sizes[href]}` : nothing}</a></li>`,
    )}</ul>
<h2>最新公示</h2>
${latest.length > 0 ? disclosureRows(latest, { level: 3, mixed: true }) : html`<p class="empty">还没有公示。行政许可和行政处罚的决定作出后，七个工作日内在这里公示。</p>`}
${latest.length > 0 ? html`<p class="actions"><a href="/disclosure">查看全部公示</a></p>` : nothing}
${sealLine(seal)}
</div>`,
  };
};

function sealLine(seal: { number: number; size: number; at: string } | null): Html {
  return html`<p class="sealed">${
    seal
      ? html`记录至第${count(seal.number)}号封存（${moment(seal.at)}），共${count(seal.size)}条留痕。<br>封存以后，谁也不能悄悄改动。<a href="/verify">怎样验真</a>`
      : '还没有封存。第一批记录产生后，几秒钟内就会封存，此后谁也不能悄悄改动。'
  }</p>`;
}
