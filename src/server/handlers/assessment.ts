import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import { allowedSteps } from '../../kernel/procedure/outlook.ts';
import { writeScheme } from '../../yearly/assessment/excel.ts';
import { actedBy } from '../assessment/acted.ts';
import { answerAppeals, appealsView } from '../assessment/appeals.ts';
import { notice, resultSheet } from '../assessment/files.ts';
import { roundOf } from '../assessment/marks.ts';
import { createSchemes } from '../assessment/schemes.ts';
import { createScoring, UNIT_PROCEDURE } from '../assessment/scoring.ts';
import { factsOf } from '../assessment/unit-facts.ts';
import { unitView } from '../assessment/unit-view.ts';
import { assessmentList, boardView, simulate } from '../assessment/views.ts';
import { ownFiles } from '../files/access.ts';
import type { FileStore } from '../files/store.ts';
import { FileAnswer, type Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { viewContext } from './matter-view.ts';

type Names = Extract<keyof Handlers, `assessment.${string}`>;

/** Schemes of assessment, their scoring, what units see of it, and the results. */
export function assessmentHandlers(world: World, files: FileStore): Pick<Handlers, Names> {
  const schemes = createSchemes(world);
  const scoring = createScoring(world, schemes);
  return {
    'assessment.schemes': async ({ session }) => ({ schemes: await schemes.heads(session.region) }),
    'assessment.createScheme': ({ session, body, now }) => schemes.create(actedBy(session, now), body),
    'assessment.scheme': ({ session, params, query, now }) =>
      schemes.view(session, now, params.paper, query.version),
    'assessment.saveScheme': ({ session, params, body, now }) =>
      schemes.save(actedBy(session, now), params.paper, body),
    'assessment.importScheme': async ({ session, params, body, now }) => {
      const stored = await ownFiles(world, files, session, now).open(body.file.sm3);
      if (!stored) return refuse('not-found', 'assessment.file', '没有找到上传的文件，请重新上传。');
      const bytes = new Uint8Array(await new Response(stored.body).arrayBuffer());
      const { version, problems } = await schemes.bring(actedBy(session, now), params.paper, {
        expected: body.expected,
        bytes,
      });
      return { version, problems: [...problems] };
    },
    'assessment.schemeSheet': async ({ session, params }) => {
      const { scheme } = await schemes.open(session.region, params.paper);
      return new FileAnswer(await writeScheme(scheme), `${scheme.title}-指标.xlsx`);
    },
    'assessment.simulate': async ({ session, params, query, now }) => {
      const { scheme } = await schemes.open(session.region, params.paper);
      const { sql, directory } = world;
      const observing = {
        sql,
        region: session.region,
        catalogue: scoring.catalogue,
        unitName: directory().shortName,
      };
      return simulate(observing, scheme, query.year, now);
    },
    'assessment.schemeStep': ({ session, params, body, now }) =>
      schemes.step(actedBy(session, now), {
        ...params,
        request: body.request,
        input: body.input as JsonObject,
      }),
    'assessment.list': ({ session }) => assessmentList(world, session),
    'assessment.get': ({ session, params, now }) => boardView(world, scoring, session, now, params.matter),
    'assessment.reviewing': async ({ session, params, now }) => reviewing(session, now, params.matter),
    'assessment.score': async ({ session, params, body, now }) => {
      const { message } = await scoring.score(actedBy(session, now), params.matter, body.request);
      return { message };
    },
    'assessment.step': ({ session, params, body, now }) =>
      params.step === 'tell'
        ? scoring.tell(actedBy(session, now), params.matter, body.request, body.input as JsonObject)
        : scoring.conclude(actedBy(session, now), params.matter, body.request),
    'assessment.unit': ({ session, params, now }) => unitView(world, scoring, session, now, params),
    'assessment.verify': ({ session, params, body, now }) =>
      scoring.verify(
        actedBy(session, now),
        params.matter,
        params.unit,
        body.request,
        body.findings as JsonValue,
      ),
    'assessment.judge': ({ session, params, body, now }) =>
      scoring.judge(actedBy(session, now), params.matter, params.unit, body.request, body.marks),
    'assessment.appeals': ({ session, params, now }) =>
      appealsView(world, scoring, session, now, params.matter),
    'assessment.answerAppeals': ({ session, params, body, now }) =>
      answerAppeals(world, scoring, actedBy(session, now), params.matter, body),
    'assessment.sheet': ({ session, params }) => resultSheet(world, scoring, session, params.matter),
    'assessment.notice': ({ session, params, query, now }) =>
      notice(world, scoring, session, now, { matter: params.matter, unit: query.unit }),
  };

  /** Units that wait for this reader's points: never his own, never one he has given points to. */
  async function reviewing(session: Session, now: string, matter: string) {
    const { children } = await scoring.open(session.region, matter);
    const procedure = world.systems.registry.get(UNIT_PROCEDURE);
    const context = viewContext(world, session, {}, now);
    return {
      units: children.flatMap((child) => {
        const round = roundOf(child);
        if (!allowedSteps(procedure, child, context).some(({ step }) => step === `judge-${round}`)) return [];
        const { gaps = [], apart = [] } = factsOf(child);
        const items =
          round === 'third' ? apart.length : gaps.filter(({ kind }) => kind === 'reviewers').length;
        return [{ unit: child.unit, unitName: world.directory().shortName(child.unit), round, items }];
      }),
    };
  }
}
