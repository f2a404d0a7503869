import type { ReportHeadView } from '../../client/contract/reports.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { ReportSkeleton } from '../../reports/compiling/index.ts';
import type { PaperHead } from '../../store/papers/versions.ts';
import type { World } from '../world.ts';
import { PROCEDURE } from './drafts.ts';

/** A report as a list shows it: which year, who saved it last, where it stands. */
export function headView(world: World, head: PaperHead): ReportHeadView {
  const { paper, version, year, unit, title, savedAt, matter } = head;
  return {
    report: paper,
    version,
    year,
    skeleton: head.form as ReportSkeleton,
    unit,
    title,
    savedByName: world.directory().personName(head.savedBy),
    savedAt,
    matter: matter && {
      id: matter.id,
      number: matter.number,
      seq: matter.seq,
      stages: [...matter.stages],
      stageNames: stageNamesOf(world, matter),
      closed: matter.closed,
      signedVersion: typeof matter.facts.signedOn === 'string' ? Number(matter.facts.version) : null,
      published: matter.publications.report?.publishedOn ?? null,
    },
  };
}

function stageNamesOf(world: World, { version, stages }: MatterState): string[] {
  const { declaration } = world.systems.registry.get(PROCEDURE, version);
  return stages.map((stage) => declaration.stages[stage]?.name ?? stage);
}
