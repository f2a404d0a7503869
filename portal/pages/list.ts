import { html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { choiceField, dayField, hrefWith, pageOf, pager, textField } from '../shell/parts.ts';
import { count, day } from '../shell/words.ts';
import { itemRows } from './rows.ts';

const SIZE = 20;

/** One list as of a day: searched, filtered, page by page. */
export const listPage: PageMaker = async ({ client, url, param, query }) => {
  const asked = { on: query('on'), q: query('q'), kind: query('kind'), unit: query('unit') };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const { list, today, on, rows, total, kinds, units } = await client.call('public.list', {
    params: { list: param('list') },
    query: { ...given, page: pageOf(url), size: SIZE },
  });
  const past = on !== today;
  const filtered = Object.keys(given).some((name) => name !== 'on');
  const download = client.href('public.listExport', { params: { list: list.id }, query: given });
  return {
    title: list.name,
    above: [['查清单', '/lists']],
    body: html`<div class="wrap"><h1>${list.name}</h1>
<p class="lead">${past ? `${day(on)}当天的清单。` : list.about}</p>
<form class="asked" role="search">
${textField('q', '查找', asked.q, '名称、编码或依据')}
${choiceField('kind', '类别', kinds, asked.kind)}
${choiceField('unit', '实施单位', units, asked.unit)}
${dayField('on', '哪一天的清单', on, today)}
<div class="field"><button>查询</button></div>
</form>
<p class="actions">${filtered || past ? html`<a href="${url.pathname}">清除条件</a>` : nothing}
<a href="/lists/${list.id}/changes">比较两个日期</a>
<a href="${download}">下载这${count(total)}项（Excel）</a></p>
${
  total === 0
    ? html`<p class="empty">${
        filtered ? '没有符合条件的事项，请放宽条件再查。' : `${day(on)}，这张清单里还没有事项。`
      }</p>`
    : itemRows(rows, `/lists/${list.id}`, past ? { query: `?on=${on}` } : {})
}
${pager(url, total, SIZE, '项')}
${past ? html`<p class="hint"><a href="${hrefWith(url, { on: '', page: '' })}">查看今天的清单</a></p>` : nothing}
</div>`,
  };
};
