import type { Answer } from '../../src/client/client.ts';
import { type Html, html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { facts } from '../shell/parts.ts';
import { day, dayTag } from '../shell/words.ts';

type Progress = NonNullable<Answer<'public.progress'>['progress']>;

/** 办件进度: for whoever holds the receipt number; shows nothing of the applicant. */
export const progressPage: PageMaker = async ({ client, query }) => {
  const number = query('number');
  const progress =
    number === '' ? null : (await client.call('public.progress', { params: {}, query: { number } })).progress;
  return {
    title: '办件进度',
    private: true,
    body: html`<div class="wrap"><h1>办件进度</h1>
<p class="lead">收件编号印在收件凭证上，例如<span class="code whole">XK-20240927-7K3M9QXB</span>。查询结果不显示申请人的任何信息。</p>
<form class="asked one">
<div class="field"><label for="number">收件编号</label>
<input id="number" name="number" value="${number}" maxlength="64" required autocomplete="off" spellcheck="false"></div>
<button>查询</button>
</form>
${number === '' ? nothing : progress ? shown(progress) : unknown}</div>`,
  };
};

const unknown = html`<div class="note warning" role="status"><p>没有查到这个编号的办理进度。</p>
<p>请对照收件凭证核对编号，连同前面的字母和中间的日期。仍然查不到的，请持收件凭证到窗口询问。</p></div>`;

function shown(progress: Progress): Html {
  const { expected } = progress;
  const now =
    progress.outcome === null
      ? `现在处于“${progress.stages.join('、')}”。`
      : `已经办结，结果：${progress.outcome}。`;
  return html`<section role="status"><h2>${progress.subject || progress.procedure}</h2>
<p class="answer">${now}</p>
${facts([
  ['收件编号', html`<span class="code">${progress.number}</span>`],
  ['办理类别', progress.procedure],
  ...progress.awaited.map(({ name, due }) => [name, html`${dayTag(due)}届满，请在这一天以前办理`] as const),
  ...answerBy(progress),
])}
<h2>经过</h2>
<ol class="steps">${progress.steps.map(({ name, on }) => html`<li>${dayTag(on)}　${name}</li>`)}</ol>
${expected && !expected.paused ? html`<p class="hint">到${day(expected.due)}仍没有作出决定的，可以向办理单位询问原因。</p>` : nothing}
</section>`;
}

/** The promised day and that of the law; while the time does not count, that it does not. */
function answerBy({ expected }: Progress): (readonly [string, Html | string])[] {
  if (!expected) return [];
  if (expected.paused) return [['何时决定', '现在的时间依法不计入办理期限，恢复计算以后重新显示日期。']];
  const mark = expected.provisional ? '（暂定，以放假安排公布后的日期为准）' : '';
  return [
    ...(expected.promised ? [['承诺何时决定', html`${dayTag(expected.promised)}`] as const] : []),
    ['最迟何时决定', html`${dayTag(expected.due)}${mark}`],
  ];
}
