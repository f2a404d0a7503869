import type { Answer } from '../../src/client/client.ts';
import { asset } from '../shell/assets.ts';
import { type Html, html, nothing } from '../shell/html.ts';
import type { PageMaker, Visit } from '../shell/page.ts';
import { anchorText, facts } from '../shell/parts.ts';
import { count, moment } from '../shell/words.ts';

type Verdict = Answer<'public.verify'>;

/** 验真: what somebody kept, against what is here now. An anchor may come in the address, as QR codes bring it. */
export const verifyPage: PageMaker = async (visit) => show(visit, visit.query('anchor'));

/** The same for what was pasted into the form. */
export const verifyPasted: PageMaker = async (visit) => show(visit, await visit.form('text'));

async function show({ client, region }: Visit, text: string) {
  const [{ seal }, verdict] = await Promise.all([
    client.call('public.seal', { params: {} }),
    text.trim() === '' ? undefined : client.call('public.verify', { params: {}, body: { text } }),
  ]);
  return {
    title: '验真',
    private: text !== '',
    body: html`<div class="wrap"><h1>验真</h1>
<p class="lead">把封存凭据、留痕证明或者年度报告的纯文本全文粘贴在这里，当场算给您看：它是不是${region}出具的，后来有没有被改动。</p>
${verdict ? outcome(verdict) : nothing}
<form class="asked" method="post" action="/verify">
<div class="field wide"><label for="text">封存凭据、留痕证明或者报告全文</label>
<textarea id="text" name="text" rows="4" required maxlength="200000" spellcheck="false" autocomplete="off">${text}</textarea></div>
<div class="field"><button>验真</button></div>
</form>
${seal ? newest(seal) : html`<p class="empty">还没有封存。第一批记录产生后，几秒钟内就会封存。</p>`}
${explanation}</div>`,
  };
}

const looks = {
  genuine: ['success', '相符'],
  differs: ['danger', '不相符'],
  unreadable: ['warning', '没有读懂'],
} as const;

function outcome({ standing, sentences, details, seal }: Verdict): Html {
  const [look, name] = looks[standing];
  return html`<section class="note ${look}" role="status"><h2 class="flush">验真结果：${name}</h2>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${seal ? html`<p><a href="/verify/seals/${seal.number}/proof.txt">下载这次封存的证明</a></p>` : nothing}
${
  details.length > 0
    ? html`<details><summary>自己计算需要的数</summary>${facts(
        details.map(({ title, text }) => [title, html`<span class="code">${text}</span>`] as const),
      )}</details>`
    : nothing
}</section>`;
}

function newest(seal: { number: number; size: number; at: string; anchor: string }): Html {
  return html`<h2>最新的封存</h2>
${facts([
  ['编号', `第${count(seal.number)}号`],
  ['封存时间', moment(seal.at)],
  ['留痕', `${count(seal.size)}条`],
  ['封存凭据', anchorText(seal.anchor)],
])}
<p class="hint">把封存凭据抄下来或者拍下来，以后任何时候都可以拿回来验真：今天以前的记录只要改动一个字，就对不上了。<a href="/verify/seals/${seal.number}/proof.txt">下载证明</a></p>`;
}

const explanation = html`<section class="prose"><h2>这是什么道理</h2>
<p>每办一步，系统就留下一条痕迹。每隔几秒，系统把新的痕迹和以前的全部痕迹一起算成一个数，叫作封存；下一次封存又把这一次算进去，一环扣一环。</p>
<p>封存凭据就是这个数的短写。凭据在您手里，系统里的记录改了、删了、换了次序，再算出来的数就和您手里的不一样，谁也瞒不住。</p>
<p>证明只写出这条留痕公开了什么。谁办的、内部填了什么，只留一个加了随机数的摘要，猜不出来；但只要有人改过，摘要就对不上。</p></section>
<section class="prose" id="self"><h2>怎样自己核对</h2>
<p>不相信本网站的，可以在自己的电脑上算，不用连接任何网络。摘要算法是国家标准SM3（GB/T 32905），树的形状见RFC 9162第2.1节。</p>
<ol class="steps">
<li>在报告页面下载报告纯文本和留痕证明。</li>
<li>算纯文本的SM3，应当等于证明里写的“正文摘要”。例如：<code>openssl dgst -sm3 年度报告正文.txt</code></li>
<li>证明分三段，各隔一个空行：位置和路径、封存、记录。在记录前加一个零字节算SM3，再按位置把路径上的数逐个拼上（前面加一个字节01，左右由位置的奇偶决定）算下去，最后应当等于封存里的root。</li>
<li>算封存那一段的SM3（含段末的换行），它就是封存凭据里的数。与别处留存的凭据（您以前抄下的、上级机关留存的）比对：编号相同的，应当一字不差；编号不同的，下载“封存证明”，可以算出前后两次封存是接续的。这样就知道台账没有被整体改写。</li>
</ol>
<p>懂一点计算机的，可以看这段<a href="${asset('check-proof.mjs').href}">四十行的核对程序</a>，保存后运行：<code>node check-proof.mjs 留痕证明.txt 年度报告正文.txt</code>。装有本系统的单位，也可以运行：<code>fazhi verify-proof 留痕证明.txt --text 年度报告正文.txt</code></p></section>`;
