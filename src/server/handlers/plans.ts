import type { JsonObject } from '../../kernel/ledger/json.ts';
import { writeTaskPaper, writeTaskWorkbook } from '../../reports/reading/tasks/export.ts';
import { ownFiles } from '../files/access.ts';
import type { FileStore } from '../files/store.ts';
import { FileAnswer, type Handlers } from '../http/bind.ts';
import { boardOf } from '../plans/board.ts';
import { candidatesView } from '../plans/candidates.ts';
import { createPlanDesk } from '../plans/desk.ts';
import { headForTable, tasksForTable, writeBoardWorkbook } from '../plans/exports.ts';
import { openPlan } from '../plans/papers.ts';
import { listPublishedPlans, showPublishedPlan } from '../plans/public.ts';
import { readSource } from '../reports/reading.ts';
import { auditAct, type Session, type Sessions } from '../session.ts';
import type { World } from '../world.ts';

type Names =
  | 'plans.list'
  | 'plans.create'
  | 'plans.get'
  | 'plans.save'
  | 'plans.step'
  | 'plans.diff'
  | 'plans.xlsx'
  | 'plans.docx'
  | 'plans.board'
  | 'plans.boardXlsx'
  | 'plans.candidates'
  | 'public.plans'
  | 'public.plan';

/** Yearly plans: written, issued, followed up, and what the public sees of them. */
export function planHandlers(world: World, sessions: Sessions, files: FileStore): Pick<Handlers, Names> {
  const desk = createPlanDesk(world);
  const unitName = (code: string) => world.directory().unitName(code);
  const exported = (session: Session, now: string, detail: string) =>
    auditAct(sessions, session, now, 'exported', detail);
  const table = async (session: Session, now: string, plan: string, version?: number) => {
    const { draft } = await openPlan(world, session, plan, version);
    await exported(session, now, `work-plan ${plan}`);
    return { draft, tasks: tasksForTable(draft, unitName), name: `${draft.year}年任务分解表` };
  };
  return {
    'plans.list': async ({ session }) => ({ plans: await desk.heads(session) }),
    'plans.create': async ({ session, body, now }) =>
      'title' in body
        ? desk.begin(session, now, body)
        : desk.propose(session, now, await readSource(ownFiles(world, files, session, now), body)),
    'plans.get': ({ session, params, query }) => desk.view(session, params.plan, query.version),
    'plans.save': ({ session, params, body, now }) => desk.save(session, now, params.plan, body),
    'plans.step': ({ session, params, body, now }) =>
      desk.step(session, now, { ...params, request: body.request, input: body.input as JsonObject }),
    'plans.diff': async ({ session, params, query }) => ({
      differences: (await desk.differences(session, params.plan, query.from, query.to)).map(
        ({ fields, ...rest }) => ({ ...rest, fields: [...fields] }),
      ),
    }),
    'plans.xlsx': async ({ session, params, query, now }) => {
      const { tasks, name } = await table(session, now, params.plan, query.version);
      return new FileAnswer(await writeTaskWorkbook(tasks), `${name}.xlsx`);
    },
    'plans.docx': async ({ session, params, query, now }) => {
      const { draft, tasks, name } = await table(session, now, params.plan, query.version);
      return new FileAnswer(await writeTaskPaper(headForTable(draft), tasks), `${name}.docx`);
    },
    'plans.board': ({ session, params, query, now }) => boardOf(world, session, params.plan, query, now),
    'plans.boardXlsx': async ({ session, params, query, now }) => {
      const board = await boardOf(world, session, params.plan, query, now);
      await exported(session, now, `work-task ${board.tasks.length}`);
      return new FileAnswer(
        await writeBoardWorkbook(board),
        `${board.year}年要点推进情况-${board.today}.xlsx`,
      );
    },
    'plans.candidates': ({ session, query, now }) => candidatesView(world, session, query, now),
    'public.plans': async () => ({ plans: await listPublishedPlans(world) }),
    'public.plan': ({ params }) => showPublishedPlan(world, params.plan),
  };
}
