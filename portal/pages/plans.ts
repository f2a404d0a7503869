import type { Answer } from '../../src/client/client.ts';
import { type Html, html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { choiceField, facts } from '../shell/parts.ts';
import { count, day, dayTag } from '../shell/words.ts';

type Plan = Answer<'public.plan'>;
type Task = Plan['tasks'][number];

const roles = { lead: '牵头', responsible: '责任', cooperating: '配合' } as const;

/** 年度要点: those that were published. */
export const plansPage: PageMaker = async ({ client }) => {
  const { plans } = await client.call('public.plans', { params: {} });
  return {
    title: '年度要点',
    body: html`<div class="wrap"><h1>年度要点</h1>
<p class="lead">法治政府建设年度工作要点：今年要做哪些事，由谁来做，什么时候完成。</p>
${
  plans.length === 0
    ? html`<p class="empty">还没有公开年度要点。</p>`
    : html`<ol class="rows">${plans.map(
        (plan) => html`<li><h2 class="flush"><a href="/plans/${plan.plan}">${plan.title}</a></h2>
<p class="meta"><span>${plan.year}年度</span><span>${count(plan.tasks)}项任务</span><span>${dayTag(plan.publishedOn)}公开</span></p></li>`,
      )}</ol>`
}</div>`,
  };
};

/** One plan: its tasks, by unit and part. One that was taken down says so, when and why. */
export const planPage: PageMaker = async ({ client, param, query }) => {
  const plan = await client.call('public.plan', { params: { plan: param('plan') } });
  const above = [['年度要点', '/plans']] as const;
  if (plan.status === 'withdrawn') {
    return {
      title: `${plan.title}（已撤下）`,
      above,
      body: html`<div class="wrap"><h1>${plan.title}（已撤下）</h1>
<div class="note warning"><p>这份要点于${day(plan.publishedOn)}公开，现已撤下。</p>${plan.note ? html`<p>理由：${plan.note}</p>` : nothing}</div></div>`,
    };
  }
  const [unit, part] = [query('unit'), query('part')];
  const shown = plan.tasks.filter(
    (task) =>
      (unit === '' || task.units.some(({ code }) => code === unit)) && (part === '' || task.part === part),
  );
  return {
    title: plan.title,
    above,
    kept: true,
    body: html`<div class="wrap"><h1>${plan.title}</h1>
${plan.note ? html`<p class="note warning">这份要点作过调整。理由：${plan.note}</p>` : nothing}
${facts([
  ['文号', plan.number],
  ['印发机关', plan.issuer],
  ['印发日期', day(plan.issuedOn)],
  ['任务', `${count(plan.tasks.length)}项`],
])}
${filters(plan, unit, part)}
${chosen(plan, unit, part, shown.length)}
${shown.length === 0 ? html`<p class="empty">没有符合条件的任务。</p>` : byPart(shown)}
<p class="sealed">${dayTag(plan.publishedOn)}公开。</p></div>`,
  };
};

/** What is left out is said in words as well: the form does not stand on paper. */
function chosen({ tasks }: Plan, unit: string, part: string, number: number): Html {
  const name = tasks.flatMap(({ units }) => units).find(({ code }) => code === unit)?.name;
  const told = [name && `${name}的任务`, part && `“${part}”部分`].filter(Boolean).join('，');
  return told ? html`<p class="meta"><span>只列出${told}，共${count(number)}项。</span></p>` : nothing;
}

function filters({ tasks }: Plan, unit: string, part: string): Html {
  const units = new Map<string, { name: string; count: number }>();
  const parts = new Map<string, number>();
  for (const task of tasks) {
    if (task.part !== '') parts.set(task.part, (parts.get(task.part) ?? 0) + 1);
    for (const { code, name } of task.units)
      units.set(code, { name, count: (units.get(code)?.count ?? 0) + 1 });
  }
  return html`<form class="asked">
${choiceField(
  'unit',
  '单位',
  [...units].map(([value, told]) => ({ value, ...told })),
  unit,
)}
${choiceField(
  'part',
  '部分',
  [...parts].map(([name, number]) => ({ value: name, name, count: number })),
  part,
)}
<button>查看</button></form>`;
}

/** Tasks under the parts they stand in, in the order of the plan. */
function byPart(tasks: readonly Task[]): Html {
  const parts = [...new Set(tasks.map(({ part }) => part))];
  return html`${parts.map(
    (part) => html`${part ? html`<h2>${part}</h2>` : nothing}
<ol class="rows">${tasks.filter((task) => task.part === part).map(taskRow)}</ol>`,
  )}`;
}

function taskRow({ number, title, text, due, units }: Task): Html {
  const named = Object.entries(roles).flatMap(([role, name]) => {
    const of = units.filter((unit) => unit.role === role).map((unit) => unit.name);
    return of.length > 0 ? [html`<span>${name}：${of.join('、')}</span>`] : [];
  });
  const body = text.startsWith(title) ? text.slice(title.length).replace(/^[。.\s]+/, '') : text;
  return html`<li><h3 class="flush">${number}．${title}</h3>
${body ? html`<p>${body}</p>` : nothing}
<p class="meta">${named}<span>${day(due)}前完成</span></p></li>`;
}
