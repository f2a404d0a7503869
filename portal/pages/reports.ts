import { article, html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { anchorText, facts } from '../shell/parts.ts';
import { count, day, dayTag } from '../shell/words.ts';

/** 年度报告: those that were published. */
export const reportsPage: PageMaker = async ({ client }) => {
  const { reports } = await client.call('public.reports', { params: {} });
  return {
    title: '年度报告',
    body: html`<div class="wrap"><h1>年度报告</h1>
<p class="lead">法治政府建设年度情况报告。报告里的每一个数都可以点开，看它统计什么、由多少条记录构成、怎样核对。</p>
${
  reports.length === 0
    ? html`<p class="empty">还没有公开年度报告。法治政府建设年度报告应当在每年4月1日前公开。</p>`
    : html`<ol class="rows">${reports.map(
        (report) => html`<li><h2 class="flush"><a href="/reports/${report.report}">${report.title}</a></h2>
<p class="meta"><span>${report.year}年度</span><span>${dayTag(report.publishedOn)}公开</span></p></li>`,
      )}</ol>`
}</div>`,
  };
};

/** One report as it was signed. A report that was taken down says so, when and why. */
export const reportPage: PageMaker = async ({ client, param, url, countView }) => {
  const report = await client.call('public.report', { params: { report: param('report') } });
  const views = await countView(url.pathname);
  const above = [['年度报告', '/reports']] as const;
  if (report.status === 'withdrawn') {
    return {
      title: `${report.year}年度报告（已撤下）`,
      above,
      body: html`<div class="wrap"><h1>${report.year}年度报告（已撤下）</h1>
<div class="note warning"><p>这份报告于${day(report.publishedOn)}公开，现已撤下。</p>${report.note ? html`<p>理由：${report.note}</p>` : nothing}</div></div>`,
    };
  }
  return {
    title: report.title,
    above,
    kept: true,
    body: html`<div class="wrap">
${report.note ? html`<p class="note warning">这份报告作过更正。更正理由：${report.note}</p>` : nothing}
${article(report.article)}
<p class="sealed">${dayTag(report.publishedOn)}公开，浏览${count(views)}次。报告里带下划线的数都可以点开，看它的口径、记录和封存。</p>
</div>`,
  };
};

/** A figure of a report in three plain sentences, and then what it takes to check them. */
export const reportFigurePage: PageMaker = async ({ client, param }) => {
  const params = { report: param('report'), figure: param('figure') };
  const [figure, report] = await Promise.all([
    client.call('public.figure', { params }),
    client.call('public.report', { params: { report: params.report } }),
  ]);
  return {
    title: figure.name,
    above: [
      ['年度报告', '/reports'],
      [report.title, `/reports/${params.report}`],
    ],
    kept: true,
    body: html`<article class="wrap"><h1>${figure.name}</h1>
<p class="answer">${figure.text}</p>
<ol class="steps">${figure.sentences.map((sentence) => html`<li>${sentence}</li>`)}</ol>
<h2>自己核对</h2>
${facts([
  [
    '所依据的封存',
    figure.anchor
      ? html`${anchorText(figure.anchor)}<br><a href="/verify?anchor=${encodeURIComponent(figure.anchor)}">当场验真</a>`
      : '',
  ],
  ['签发留痕的证明', figure.proof ? proofForm(figure.proof) : '报告签发的留痕还没有封存，几秒钟后再来。'],
])}
<p class="actions"><a href="/reports/${params.report}">回到报告</a></p></article>`,
  };
};

function proofForm(proof: string) {
  return html`<form method="post" action="/verify"><input type="hidden" name="text" value="${proof}"><button>当场验真</button></form>
<details><summary>证明全文</summary><pre class="code" tabindex="0">${proof}</pre></details>`;
}
