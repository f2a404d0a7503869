import { type Html, html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { chart, facts } from '../shell/parts.ts';
import { dayTag } from '../shell/words.ts';

/** One service guide: what an applicant has to know, in the order in which he asks. */
export const guidePage: PageMaker = async ({ client, param }) => {
  const guide = await client.call('public.guide', { params: { code: param('code') } });
  return {
    title: guide.name,
    above: [['办事指南', '/guides']],
    kept: true,
    body: html`<article class="wrap"><h1>${guide.name}</h1>
<p class="meta"><span>${guide.kindName}</span><span>${guide.unitName}</span><span class="code">${guide.code}</span></p>
${guide.suspended ? html`<p class="note warning">${dayTag(guide.from)}起暂停办理。何时恢复，请咨询办理单位。</p>` : nothing}
<h2>谁可以办</h2>
<p>${guide.who.join('、')}。</p>
${guide.ways.length > 0 ? html`<h2>怎样办</h2><ul class="plain">${guide.ways.map((way) => html`<li>${way}</li>`)}</ul>` : nothing}
<h2>带什么材料</h2>
${materials(guide.materials)}
<h2>几天办好</h2>
${facts([
  ['承诺时限', html`<strong>${guide.promised}</strong>`],
  ['法定时限', guide.legal],
])}
<p class="hint">补正材料、听证、检验、检测、鉴定、专家评审等依法需要的时间不计算在内。<a href="/due">自己算一算到期日</a></p>
<h2>办理流程</h2>
${chart(guide.chart)}
<h2>收费和结果</h2>
${facts([
  ['收费', guide.fee],
  ['结果文书', guide.result],
  ['有效期', guide.valid],
])}
<h2>到哪里问</h2>
${facts([
  ['办理单位', guide.unitName],
  ['监督电话', guide.phone],
  ['办到哪一步', html`<a href="/progress">用收件编号查询办件进度</a>`],
  ['行使的权力', guide.power ? powerText(guide.power) : ''],
])}
</article>`,
  };
};

function materials(
  list: readonly { readonly name: string; readonly required: boolean; readonly notes: readonly string[] }[],
): Html {
  if (list.length === 0) return html`<p>不需要提交材料。</p>`;
  return html`<ol class="materials">${list.map(
    ({ name, required, notes }) =>
      html`<li>${name}${required ? nothing : '（视情况提交）'}${notes.length > 0 ? html`<br><span class="hint">${notes.join('；')}。</span>` : nothing}</li>`,
  )}</ol>`;
}

function powerText({
  code,
  name,
  legalBasis,
}: {
  readonly code: string;
  readonly name: string;
  readonly legalBasis: string;
}): Html {
  return html`<a href="/lists/powers/${encodeURIComponent(code)}">${name}</a>${legalBasis ? html`<br>设定依据：${legalBasis}` : nothing}`;
}
