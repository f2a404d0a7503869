import type { IndicatorInfo, ProcedureInfo } from '../../client/contract/catalogue.ts';
import type { Basis } from '../../kernel/errors.ts';
import type { IndicatorDeclaration } from '../../kernel/indicator/declaration.ts';
import { markUnsure } from '../../kernel/procedure/citation.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import { chapters, type StepDeclaration } from '../../kernel/procedure/declaration.ts';
import { type FieldMeta, fieldMeta, takenAtDesk } from '../../kernel/procedure/field-meta.ts';
import { initialsOf } from '../../kernel/search/terms.ts';
import { lawBook } from '../../law/index.ts';
import type { Handlers } from '../http/bind.ts';
import { returnedKinds } from '../returns/kind-names.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { stepFields } from './forms.ts';
import { listInfo } from './list-infos.ts';
import { fieldsOf } from './show.ts';

/** Citations nobody has read in a source say so wherever they show. */
const sure = (basis: Basis): Basis => markUnsure(basis, lawBook);

/** What a procedure is, told to the console. Computed once; only `mayOpen` depends on who asks. */
function procedureInfo(procedure: CompiledProcedure): Omit<ProcedureInfo, 'mayOpen'> {
  const d = procedure.declaration;
  const fields = fieldsOf(procedure);
  const columns = (d.columns ?? []).flatMap((name) => {
    const schema = fields.get(name);
    const meta = schema && fieldMeta(schema);
    return meta ? [columnOf(name, meta)] : [];
  });
  return {
    id: d.id,
    version: d.version,
    row: d.row,
    name: d.name,
    initials: initialsOf(d.name),
    chapter: d.chapter,
    about: d.about,
    basis: d.basis.map(sure),
    stages: Object.entries(d.stages).map(([id, stage]) => ({
      id,
      name: stage.name,
      final: stage.final ?? false,
    })),
    steps: Object.entries(d.steps).map(([id, step]) => stepInfo(id, step)),
    clocks: Object.entries(d.clocks ?? {}).map(([id, clock]) => ({
      id,
      name: clock.name,
      main: clock.main ?? false,
    })),
    publications: Object.entries(d.publications ?? {}).map(([id, { name, channel }]) => ({
      id,
      name,
      channel,
    })),
    documents: Object.entries(d.documents ?? {}).map(([id, { name }]) => ({ id, name })),
    columns,
    onlyAsChild: d.onlyAsChild ?? false,
    ...(d.board === undefined ? {} : { board: d.board }),
    ...(d.desk
      ? {
          desk: {
            name: d.desk.name,
            path: d.desk.path({}),
            steps: Object.keys(d.steps).filter((id) => takenAtDesk(d.steps[id]!.fields)),
          },
        }
      : {}),
  };
}

function stepInfo(id: string, step: StepDeclaration): ProcedureInfo['steps'][number] {
  return {
    id,
    name: step.name,
    opens: step.from.length === 0,
    from: [...step.from],
    to: [...(step.to ?? [])],
    by: [...step.by],
    usual: step.usual ?? false,
    ...(step.help ? { help: step.help } : {}),
    ...(step.basis ? { basis: sure(step.basis) } : {}),
    fields: stepFields(step),
    documents: [...(step.documents ?? [])],
  };
}

function columnOf(name: string, meta: FieldMeta): ProcedureInfo['columns'][number] {
  return {
    name,
    title: meta.title,
    widget: meta.widget,
    required: false,
    personal: meta.personal !== undefined,
    ...(meta.choices ? { choices: { ...meta.choices } } : {}),
    ...(meta.unit ? { unit: meta.unit } : {}),
  };
}

export function indicatorInfo(
  declaration: IndicatorDeclaration,
  source: string,
  sourceName: string,
): IndicatorInfo {
  return {
    id: declaration.id,
    name: declaration.name,
    unit: declaration.unit,
    measure: declaration.measure,
    definition: declaration.definition,
    ...(declaration.kinds ? { kinds: { ...declaration.kinds } } : {}),
    ...(declaration.measure === 'rate'
      ? { numerator: declaration.numerator, denominator: declaration.denominator }
      : {}),
    source,
    sourceName,
  };
}

/** Kinds that the region's own return forms name join those that are declared; each with how it is found. */
async function withReturned(
  world: World,
  region: string,
  indicators: readonly IndicatorInfo[],
): Promise<IndicatorInfo[]> {
  const returned = await returnedKinds(world, region);
  return indicators.map((info) => {
    const own = returned.get(info.id);
    const kinds = own?.kinds ?? info.kinds;
    if (!kinds || Object.keys(kinds).length === 0) return info;
    const kindInitials = Object.fromEntries(
      Object.entries(kinds).map(([code, name]) => [code, initialsOf(name)]),
    );
    return { ...info, ...own, kinds: { ...kinds }, kindInitials };
  });
}

/** Steps with which this post may open a matter of the procedure. */
export function mayOpen(procedure: CompiledProcedure, session: Session): string[] {
  if (procedure.declaration.onlyAsChild) return [];
  return procedure.startSteps.filter((step) =>
    procedure.declaration.steps[step]!.by.includes(session.acting.kind),
  );
}

export function catalogueHandlers(world: World): Pick<Handlers, 'catalogue.get'> {
  const { registry } = world.systems;
  const infos = registry.procedures.map((procedure) => ({ procedure, info: procedureInfo(procedure) }));
  const indicators = world.systems.indicators.map(({ declaration, source, sourceName }) =>
    indicatorInfo(declaration, source, sourceName),
  );
  return {
    'catalogue.get': async ({ session }) => ({
      chapters: Object.entries(chapters).map(([id, name]) => ({ id, name })),
      procedures: infos.map(({ procedure, info }) => ({ ...info, mayOpen: mayOpen(procedure, session) })),
      lists: world.systems.lists.map((list) => listInfo(list, session.acting.kind)),
      indicators: await withReturned(world, session.region, indicators),
      units: world.directory().units.map((unit) => ({ ...unit })),
    }),
  };
}
