import { type Answer, ProblemError } from '../../src/client/client.ts';
import { type Html, html, nothing } from '../shell/html.ts';
import type { PageMaker, Visit } from '../shell/page.ts';
import { dayField, facts, textField, timeField } from '../shell/parts.ts';
import { count, day, moment } from '../shell/words.ts';

type Provision = Answer<'law.provisions'>['provisions'][number];

/** 期限计算器: choose the provision, say from which day, read the due day with its computation. */
export const duePage: PageMaker = async (visit) => {
  const rule = visit.query('rule');
  return rule === '' ? choosePage(visit) : computePage(visit, rule);
};

const intro = '选一条规定，填上起算的日期，就能看到最后一天是哪天、是怎样算出来的。';

async function choosePage({ client, query }: Visit) {
  const [q, system] = [query('q'), query('system')];
  const { provisions } = await client.call('law.provisions', { params: {}, query: {} });
  const systems = [...Map.groupBy(provisions, (provision) => provision.system)];
  const chosen =
    q === '' && system === ''
      ? []
      : (
          await client.call('law.provisions', {
            params: {},
            query: { ...(q ? { q } : {}), ...(system ? { system } : {}) },
          })
        ).provisions;
  return {
    title: '期限计算器',
    body: html`<div class="wrap"><h1>期限计算器</h1><p class="lead">${intro}</p>
<form class="asked one" role="search">${textField('q', '查找规定', q, '例如：行政处罚 公示')}<button>查找</button></form>
${
  q === '' && system === ''
    ? html`<h2>按领域选择</h2><ul class="entrances">${systems.map(
        ([name, list]) =>
          html`<li><a href="/due?system=${encodeURIComponent(name)}"><strong>${name}</strong>${count(list.length)}条规定</a></li>`,
      )}</ul>`
    : chosen.length === 0
      ? html`<p class="empty">没有找到这样的规定。可以只输入法律名称，例如“行政许可法”，或者<a href="/due">按领域选择</a>。</p>`
      : html`<h2>${system || `与“${q}”有关的规定`}</h2><ol class="rows">${chosen.map(provisionRow)}</ol>`
}</div>`,
  };
}

function provisionRow(provision: Provision): Html {
  return html`<li><h3><a href="/due?rule=${encodeURIComponent(provision.id)}">${provision.rule}</a></h3>
<p class="meta"><span>${provision.limit}</span><span>${provision.citation}</span>${validity(provision)}</p></li>`;
}

function validity({ from, to }: Provision): Html {
  return to === null
    ? html`<span>${day(from)}起施行</span>`
    : html`<span class="mark">${day(from)}至${day(to)}有效</span>`;
}

async function computePage({ client, query }: Visit, rule: string) {
  const { provisions } = await client.call('law.provisions', { params: {}, query: { q: rule } });
  const provision = provisions.find(({ id }) => id === rule);
  const start = query('start');
  const extended = query('extended') === 'yes';
  return {
    title: '计算到期日',
    above: [['期限计算器', '/due']] as const,
    ...(provision ? {} : { status: 404 as const }),
    body: html`<div class="wrap"><h1>计算到期日</h1>
${
  provision
    ? html`${facts([
        ['规定', provision.rule],
        ['依据', provision.citation],
        ['期限', provision.limit],
        [
          '有效时间',
          provision.to ? `${day(provision.from)}至${day(provision.to)}` : `${day(provision.from)}起`,
        ],
      ])}
${provision.verified ? nothing : html`<p class="note warning">这条规定的条文还没有与正式文本逐字核对，计算结果仅供参考。</p>`}
<form class="asked">
<input type="hidden" name="rule" value="${rule}">
${provision.inHours ? timeField('start', '从什么时刻起', start) : dayField('start', '从哪一天起', start)}
<div class="field"><label class="tick"><input type="checkbox" name="extended" value="yes"${extended ? html` checked` : nothing}> 经批准延长</label></div>
<div class="field"><button>计算</button></div>
</form>
${start === '' ? nothing : await outcome(client, { rule, start, extended })}`
    : html`<p class="empty">没有编号为“${rule}”的规定，请<a href="/due">重新选择</a>。</p>`
}</div>`,
  };
}

async function outcome(
  client: Visit['client'],
  asked: { readonly rule: string; readonly start: string; readonly extended: boolean },
): Promise<Html> {
  try {
    const answer = await client.call('due.compute', { params: {}, body: asked });
    return html`<section role="status"><h2>结果</h2>
<p class="answer">${answer.dueAt ? `最后时刻是${moment(answer.dueAt)}` : `最后一天是${day(answer.due)}`}${answer.provisional ? '（暂定）' : ''}。</p>
${
  answer.provisional
    ? html`<p class="note warning">计算用到了还没有公布放假安排的年份，按周末和法定节日推算，公布以后可能有变化。</p>`
    : nothing
}
<h2>怎样算出来的</h2>
<ol class="steps">${answer.explain.map((line) => html`<li>${line}</li>`)}</ol></section>`;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status >= 500) throw error;
    const then = error.problem.basis?.provision;
    const other = error.problem.rule === 'clock.C6' && then !== undefined && then !== asked.rule;
    return html`<p class="note warning" role="alert">${error.problem.message}</p>
${other ? html`<p><a href="/due?${new URLSearchParams({ rule: then, start: asked.start }).toString()}">按当时的规定计算</a></p>` : nothing}`;
  }
}
