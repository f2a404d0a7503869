import type { MatterState } from '../../kernel/procedure/matter.ts';
import { publishedPapers } from '../../store/papers/versions.ts';
import { fixedOf } from '../../systems/yearly/work-plan/assignments.ts';
import { refuse } from '../http/problem.ts';
import type { World } from '../world.ts';
import { PROCEDURE } from './papers.ts';

/** The region's published plans, the newest year first. */
export async function listPublishedPlans(world: World) {
  const matters = await publishedPapers(world.sql, world.region.code, PROCEDURE, 'plan');
  return matters
    .filter((matter) => matter.publications.plan?.status === 'published')
    .map((matter) => ({
      plan: String(matter.facts.paper),
      year: Number(matter.facts.year),
      title: matter.publications.plan!.title ?? matter.title,
      publishedOn: matter.publications.plan!.publishedOn!,
      tasks: fixedOf(matter.facts).tasks.length,
    }));
}

/** One plan as it was published: the tasks fixed by its matter. One that was taken down says so and no more. */
export async function showPublishedPlan(world: World, plan: string) {
  const matters = await publishedPapers(world.sql, world.region.code, PROCEDURE, 'plan');
  const matter = matters.find(({ facts }) => facts.paper === plan);
  if (!matter) return refuse('not-found', 'plans.public', '没有这份公开的工作要点。');
  const { status, publishedOn, reason, title } = matter.publications.plan!;
  const shown = status === 'published';
  return {
    plan,
    year: Number(matter.facts.year),
    title: title ?? matter.title,
    number: String(matter.facts.documentNumber ?? ''),
    issuer: String(matter.facts.issuer ?? ''),
    issuedOn: String(matter.facts.issuedOn),
    publishedOn: publishedOn!,
    status: shown ? ('published' as const) : ('withdrawn' as const),
    note: reason ?? null,
    tasks: shown ? publicTasks(world, matter) : [],
  };
}

function publicTasks(world: World, matter: MatterState) {
  const { tasks, duties } = fixedOf(matter.facts);
  return tasks.map(({ code, number, part = '', title, text, due }) => ({
    number,
    part,
    title,
    text,
    due,
    units: duties
      .filter(({ task }) => task === code)
      .map(({ unit, role }) => ({ code: unit, name: world.directory().shortName(unit), role })),
  }));
}
