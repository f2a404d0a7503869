import type { Answer } from '../../src/client/client.ts';
import { type Html, html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { choiceField, dayField, pageOf, pager, textField } from '../shell/parts.ts';
import { count } from '../shell/words.ts';
import { disclosureRows } from './rows.ts';

const SIZE = 20;

/** 执法公示: its columns. */
export const disclosurePage: PageMaker = async ({ client }) => {
  const { channels, latest } = await client.call('public.home', { params: {} });
  return {
    title: '执法公示',
    body: html`<div class="wrap"><h1>执法公示</h1>
<p class="lead">行政执法决定作出后依法限时公示。自然人的姓名隐去，住址、电话、证件号码和银行账户不公示。</p>
<h2>行政执法决定</h2>
${columns(channels.filter(({ enforces }) => enforces))}
<h2>其他公开</h2>
${columns(channels.filter(({ enforces }) => !enforces))}
${latest.length > 0 ? html`<h2>最新</h2>${disclosureRows(latest, { level: 3, mixed: true })}` : nothing}</div>`,
  };
};

function columns(channels: Answer<'public.home'>['channels']): Html {
  return html`<ul class="rows" role="list">${channels.map(
    (channel) => html`<li><h3 class="flush"><a href="/disclosure/${channel.id}">${channel.name}</a></h3>
<p class="meta"><span>现有${count(channel.count)}条</span></p></li>`,
  )}</ul>`;
}

/** One column of disclosure: searched, by unit and date, newest first. */
export const channelPage: PageMaker = async ({ client, url, param, query }) => {
  const asked = { q: query('q'), unit: query('unit'), from: query('from'), to: query('to') };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const { channel, rows, total, units } = await client.call('public.disclosures', {
    params: { channel: param('channel') },
    query: { ...given, page: pageOf(url), size: SIZE },
  });
  const filtered = Object.keys(given).length > 0;
  return {
    title: channel.name,
    above: [['执法公示', '/disclosure']],
    body: html`<div class="wrap"><h1>${channel.name}</h1>
<form class="asked" role="search">
${textField('q', '查找', asked.q, '企业名称、文号或内容')}
${choiceField('unit', '作出决定的单位', units, asked.unit)}
${dayField('from', '公示日期从', asked.from)}
${dayField('to', '到', asked.to)}
<div class="field"><button>查询</button></div>
</form>
${filtered ? html`<p class="actions"><a href="${url.pathname}">清除条件</a></p>` : nothing}
${
  total === 0
    ? html`<p class="empty">${filtered ? '没有符合条件的公示，请放宽条件再查。' : '这个栏目还没有公示。'}</p>`
    : disclosureRows(rows)
}
${pager(url, total, SIZE, '条')}</div>`,
  };
};
