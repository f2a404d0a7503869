import { type Html, html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { choiceField, facts } from '../shell/parts.ts';
import { count, day, dayTag, moment } from '../shell/words.ts';

const COLUMN = ['述法报告', '/duty-reports'] as const;
const CHANNEL = 'duty-reports';

/** 述法报告: those that were published, of one year, by unit. */
export const dutyReportsPage: PageMaker = async ({ client, query }) => {
  const [year, unit] = [query('year'), query('unit')];
  const found = await client.call('public.dutyReports', {
    params: {},
    query: { ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}), ...(unit ? { unit } : {}) },
  });
  const filters = html`<form class="asked">
${choiceField(
  'year',
  '年度',
  found.years.map((entry) => ({ value: String(entry.year), name: `${entry.year}年`, count: entry.count })),
  String(found.year ?? ''),
  '',
)}
${choiceField('unit', '单位', found.units, unit)}
<button>查看</button></form>`;
  return {
    title: '述法报告',
    body: html`<div class="wrap"><h1>述法报告</h1>
<p class="lead">主要负责人每年报告履行推进法治建设第一责任人职责的情况。要求公开的，在这里按年度和单位公开。</p>
${found.years.length === 0 ? html`<p class="empty">还没有公开述法报告。要求公开的，述法以后二十个工作日内在这里公开。</p>` : filters}
${found.years.length > 0 && found.reports.length === 0 ? html`<p class="empty">没有符合条件的述法报告，请换一个年度或者单位。</p>` : nothing}
${
  found.reports.length > 0
    ? html`<h2>${found.year}年度，共${count(found.reports.length)}份</h2>
<ol class="rows">${found.reports.map(
        (report) => html`<li><h3 class="row"><a href="/duty-reports/${report.id}">${report.office}</a></h3>
<p class="meta"><span>${report.name}</span><span>${report.unitName}</span><span>${dayTag(report.publishedOn)}公开</span>${
          report.correctedOn ? html`<span class="mark">${dayTag(report.correctedOn)}更正</span>` : nothing
        }</p></li>`,
      )}</ol>`
    : nothing
}</div>`,
  };
};

/** Parts of a report that are running text; the rest stands as facts above them. */
const chapters = ['履行第一责任人职责情况', '存在的问题和改进措施'];

/** One report as it was published. One that was taken down says so, when and why, and nothing of what it was. */
export const dutyReportPage: PageMaker = async ({ client, param }) => {
  const found = await client.call('public.disclosure', { params: { channel: CHANNEL, id: param('id') } });
  if (found.standing !== 'published') {
    return {
      title: '述法报告（已撤下）',
      above: [COLUMN],
      body: html`<div class="wrap"><h1>述法报告（已撤下）</h1>
<div class="note warning"><p>这份述法报告于${day(found.publishedOn)}公开，${found.withdrawnOn ? html`于${day(found.withdrawnOn)}` : nothing}撤下。</p>${
        found.reason ? html`<p>理由：${found.reason}</p>` : nothing
      }</div></div>`,
    };
  }
  const told = found.facts.filter(({ title }) => !chapters.includes(title));
  return {
    title: found.title,
    above: [COLUMN],
    kept: true,
    body: html`<article class="wrap"><h1>${found.title}</h1>
${
  found.correctedOn
    ? html`<div class="note warning"><p>这份报告于${day(found.correctedOn)}更正，下面是更正后的内容。</p><p>更正理由：${found.reason}</p></div>`
    : nothing
}
${facts(told.map(({ title, text }) => [title, text] as const))}
${chapters.map((title) => chapter(title, found.facts.find((fact) => fact.title === title)?.text))}
<p class="sealed">${dayTag(found.publishedOn)}公开。${
      found.seal
        ? html`公开已经留痕，收在${moment(found.seal.at)}的第${count(found.seal.number)}号封存里。<a href="/verify">怎样验真</a>`
        : nothing
    }</p></article>`,
  };
};

function chapter(title: string, text: string | undefined): Html {
  if (!text) return nothing;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return html`<section><h2>${title}</h2>${lines.map((line) => html`<p>${line.trim()}</p>`)}</section>`;
}
