import { dueOf, workdaysLeft } from '../../kernel/clock/index.ts';
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
  if (state.closed && !step.startsWith('$')) return `已${name}，本办件办结（${state.outcome}）。`;
  const next = Object.values(state.clocks)
    .filter((clock) => !clock.stopped && !procedure.declaration.clocks?.[clock.clock]?.bindsApplicant)
    .map((clock) => ({ clock, due: dueOf(clock, world.law, world.calendar()) }))
    .filter(({ due }) => !due.paused)
    .sort((a, b) => a.due.due.localeCompare(b.due.due))[0];
  const stage = state.stages.map((id) => procedure.declaration.stages[id]?.name ?? id).join('、');
  if (!next) return `已${name}，现在处于“${stage}”。`;
  const publication = procedure.declaration.publications?.[next.clock.clock.replace(/^publication:/, '')];
  const what = procedure.declaration.clocks?.[next.clock.clock]?.name ?? publication?.name ?? '';
  const left = workdaysLeft(next.due.due, today, world.calendar());
  const provisional = next.due.provisional ? '（暂定）' : '';
  const when =
    left >= 0
      ? `还剩${left}个工作日（${chineseDate(next.due.due)}到期${provisional}）`
      : `已于${chineseDate(next.due.due)}到期`;
  return `已${name}，现在处于“${stage}”；${what}${when}。`;
}
