import type { Answer, Client } from '../../src/client/client.ts';
import { article, type Html, html, nothing } from '../shell/html.ts';
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

/** One report as it was signed. A report that was taken down says so, when and why; its texts stay provable. */
export const reportPage: PageMaker = async ({ client, param, url, query, countView }) => {
  const id = param('report');
  const version = Number(query('version'));
  const asked = Number.isSafeInteger(version) && version > 0 ? { version } : {};
  const report = await client.call('public.report', { params: { report: id }, query: asked });
  const views = await countView(url.pathname);
  const above = [['年度报告', '/reports']] as const;
  if (report.status === 'withdrawn') {
    return {
      title: `${report.year}年度报告（已撤下）`,
      above,
      body: html`<div class="wrap"><h1>${report.year}年度报告（已撤下）</h1>
<div class="note warning"><p>这份报告于${day(report.publishedOn)}公开，${report.withdrawnOn ? html`于${day(report.withdrawnOn)}` : nothing}撤下。</p>${report.note ? html`<p>理由：${report.note}</p>` : nothing}</div>
${textsOf(report, id, client)}</div>`,
    };
  }
  const shown = report.texts.find((text) => text.version === report.version);
  return {
    title: report.title,
    above,
    kept: true,
    body: html`<div class="wrap">
${standing(report, id)}
${article(report.article)}
<p class="sealed">${dayTag(report.publishedOn)}公开，浏览${count(views)}次。${
      shown?.current === false ? nothing : '报告里带下划线的数都可以点开，看它的口径、记录和封存。'
    }</p>
<p class="actions">${downloads(client, id, report.version)}</p>
${textsOf(report, id, client)}
</div>`,
  };
};

type Report = Answer<'public.report'>;

/** What a reader must know before he reads: that it was corrected, or that this is an earlier text. */
function standing({ version, texts, note, correctedOn }: Report, id: string): Html {
  const current = texts.find((text) => text.current);
  if (current && current.version !== version) {
    return html`<div class="note warning"><p>这是更正前的文本，不再有效，仅供对照。<a href="/reports/${id}">看现行的报告</a></p><p>更正理由：${current.reason}</p></div>`;
  }
  if (!note) return nothing;
  return html`<div class="note warning"><p>这份报告${correctedOn ? html`于${day(correctedOn)}` : nothing}作过更正，下面是更正后的内容。</p><p>更正理由：${note}</p></div>`;
}

function downloads(client: Client, report: string, version: number): Html {
  const given = { params: { report }, query: { version } };
  return html`<a href="${client.href('public.reportDocx', given)}">下载 docx</a>
<a href="${client.href('public.reportPdf', given)}">下载 PDF</a>
<a href="${client.href('public.reportText', given)}">下载纯文本</a>`;
}

/** Every text that was signed, each with what proves it: a corrected report hides nothing of what it said before. */
function textsOf({ texts, status, version }: Report, id: string, client: Client): Html {
  if (texts.length === 0) return nothing;
  return html`<section><h2>签发的文本和验真</h2>
<p class="hint">把下载的纯文本全文粘贴到<a href="/verify">验真</a>页面，可以查明它与签发的文本是不是一字不差。</p>
<ol class="rows">${texts.map(
    (
      text,
    ) => html`<li><h3 class="flush">${dayTag(text.on)}签发${text.current ? '（现行）' : '（更正前）'}</h3>
${text.reason ? html`<p>更正理由：${text.reason}</p>` : nothing}
<p class="meta"><span>正文摘要（SM3）</span></p><p class="code">${text.digest}</p>
${
  status === 'published' && text.version !== version
    ? html`<p><a href="${text.current ? `/reports/${id}` : `/reports/${id}?version=${text.version}`}">看这份文本</a></p>`
    : nothing
}
${text.proof ? proofForm(text.proof, client.href('public.reportProof', { params: { report: id }, query: { version: text.version } })) : html`<p class="hint">公开的留痕还没有封存，几秒钟后再来。</p>`}</li>`,
  )}</ol></section>`;
}

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
<h2>怎样核对</h2>
<p>${figure.fixed}</p>
${facts([
  [
    '所依据的封存',
    figure.anchor
      ? html`${anchorText(figure.anchor)}<br><a href="/verify?anchor=${encodeURIComponent(figure.anchor)}">当场验真</a>`
      : '',
  ],
  [
    '公开这份报告的留痕证明',
    figure.proof
      ? proofForm(figure.proof, client.href('public.reportProof', { params: { report: params.report } }))
      : '公开的留痕还没有封存，几秒钟后再来。',
  ],
])}
<p>这个数印在报告里，报告正文的摘要写在公开留痕里，公开留痕收在封存里：三步都可以自己算一遍。</p>
<p class="actions"><a href="${client.href('public.reportText', { params: { report: params.report } })}">下载报告纯文本</a>
<a href="/verify#self">怎样自己核对</a></p>
<p class="actions"><a href="/reports/${params.report}">回到报告</a></p></article>`,
  };
};

/** Without line ends between its parts: those of a fact are shown as they stand. */
function proofForm(proof: string, file: string): Html {
  const check = html`<form method="post" action="/verify" class="actions"><input type="hidden" name="text" value="${proof}"><button>当场验真</button> <a href="${file}">下载证明</a></form>`;
  const whole = html`<details><summary>证明全文</summary><pre class="code" tabindex="0">${proof}</pre></details>`;
  return html`${check}${whole}`;
}
