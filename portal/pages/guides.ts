import { html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { choiceField, pageOf, pager, textField } from '../shell/parts.ts';
import { itemRows } from './rows.ts';

const SIZE = 20;

/** 办事指南: the licences that can be applied for. */
export const guidesPage: PageMaker = async ({ client, url, query }) => {
  const asked = { q: query('q'), kind: query('kind'), unit: query('unit') };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const { rows, total, kinds, units } = await client.call('public.list', {
    params: { list: 'licence-items' },
    query: { ...given, page: pageOf(url), size: SIZE },
  });
  const filtered = Object.keys(given).length > 0;
  return {
    title: '办事指南',
    body: html`<div class="wrap"><h1>办事指南</h1>
<p class="lead">选择要办的事，查看带什么材料、怎样办、几天办好。</p>
<form class="asked" role="search">
${textField('q', '要办的事', asked.q, '例如：食品经营')}
${choiceField('kind', '办件类型', kinds, asked.kind)}
${units.length > 1 || asked.unit ? choiceField('unit', '办理单位', units, asked.unit) : nothing}
<div class="field"><button>查询</button></div>
</form>
${filtered ? html`<p class="actions"><a href="/guides">清除条件</a></p>` : nothing}
${
  total === 0
    ? html`<p class="empty">${filtered ? '没有找到这样的事项，请换个词再查。' : '还没有公布办事指南。'}</p>`
    : itemRows(rows, '/guides')
}
${pager(url, total, SIZE, '个事项')}</div>`,
  };
};
