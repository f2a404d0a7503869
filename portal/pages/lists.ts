import { html } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { citation, count } from '../shell/words.ts';

/** 查清单: the public lists. */
export const listsPage: PageMaker = async ({ client }) => {
  const { lists } = await client.call('public.lists', { params: {} });
  return {
    title: '查清单',
    body: html`<div class="wrap"><h1>查清单</h1>
<p class="lead">每一张清单都可以查看任意一天的内容，也可以比较两个日期之间有什么变化。</p>
<ul class="rows" role="list">${lists.map(
      (list) => html`<li><h2 class="flush"><a href="/lists/${list.id}">${list.name}</a></h2>
<p>${list.about}</p><p class="meta"><span>现有${count(list.count)}项</span><span>依据：${list.basis.map(citation).join('、')}</span></p></li>`,
    )}</ul></div>`,
  };
};
