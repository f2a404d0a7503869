import { type Due, dueOf, workdaysLeft } from '../../kernel/clock/index.ts';
import { chineseDate } from '../../kernel/dates.ts';
import { kernelSteps } from '../../kernel/procedure/kernel-steps.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { World } from '../world.ts';

/** What happened and what comes next, in one sentence: never "操作成功". */
export function sayWhatHappened(
  world: World,
  step: string,
  state: MatterState | undefined,
  today: string,
): string {
  if (!state) return '这次请求此前已经办理，没有重复办理。';
  const procedure = world.systems.registry.get(state.procedure, state.version);
  const name =
    procedure.declaration.steps[step]?.name ??
    (kernelSteps as Record<string, { name: string }>)[step]?.name ??
    step;
  if (state.closed && !step.startsWith('$')) return `${sayDone(name)}，本办件办结（${state.outcome}）。`;
  const stage = state.stages.map((id) => procedure.declaration.stages[id]?.name ?? id).join('、');
  const done = `${sayDone(name)}，现在处于“${stage}”`;
  const running = Object.values(state.clocks)
    .filter((clock) => !clock.stopped)
    .map((clock) => ({ id: clock.clock, due: dueOf(clock, world.law, world.calendar()) }))
    .filter(({ due }) => !due.paused)
    .sort((a, b) => a.due.due.localeCompare(b.due.due));
  const clocks = procedure.declaration.clocks ?? {};
  const next = running.find(({ id }) => !clocks[id]?.bindsApplicant);
  if (next) {
    const publication = procedure.declaration.publications?.[next.id.replace(/^publication:/, '')];
    const what = clocks[next.id]?.name ?? publication?.name ?? '';
    return `${done}；${what}${when(world, next.due, today)}。`;
  }
  const [theirs] = running;
  return theirs
    ? `${done}，等待当事人；${clocks[theirs.id]?.name}${when(world, theirs.due, today)}。`
    : `${done}。`;
}

/** `已受理`; a name that gives its ground first (`材料完备，开始审核`) is cited, as 已 would stand before the ground. */
export function sayDone(step: string): string {
  return step.includes('，') ? `已办理“${step}”` : `已${step}`;
}

/** `还剩20个工作日（2026年12月25日到期，承诺2026年12月4日）`. */
function when(world: World, { due, promised, provisional }: Due, today: string): string {
  const left = workdaysLeft(due, today, world.calendar());
  if (left < 0) return `已于${chineseDate(due)}到期`;
  const mark = provisional ? '暂定' : '';
  const promise = promised && promised < due ? `，承诺${chineseDate(promised)}` : '';
  return `还剩${left}个工作日（${mark}${chineseDate(due)}到期${promise}）`;
}
