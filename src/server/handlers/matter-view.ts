import type { z } from 'zod';
import type { matterView as matterViewSchema } from '../../client/contract/matters.ts';
import { dueOf } from '../../kernel/clock/index.ts';
import { legalDateOf } from '../../kernel/dates.ts';
import type { JsonValue } from '../../kernel/ledger/json.ts';
import { chartOfProcedure, layout } from '../../kernel/procedure/chart.ts';
import { chartSvg } from '../../kernel/procedure/chart-svg.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { Context } from '../../kernel/procedure/context.ts';
import { filesIn } from '../../kernel/procedure/files-in.ts';
import { documentsMade } from '../../kernel/procedure/issued.ts';
import { kernelSteps } from '../../kernel/procedure/kernel-steps.ts';
import { dataOf, type MatterState } from '../../kernel/procedure/matter.ts';
import { outlook } from '../../kernel/procedure/outlook.ts';
import { clockOfPublication, publicContent } from '../../kernel/publication/open.ts';
import { alertLevels } from '../../kernel/supervision/declaration.ts';
import { systemEntropy } from '../../store/entropy.ts';
import { alertsOfMatter } from '../../store/matters/alerts.ts';
import { certificatesHeld } from '../../store/matters/certificates.ts';
import type { StoredEvent } from '../../store/matters/matter.ts';
import { opensFilesOf } from '../files/reading.ts';
import { actingOf, openerOf, type Session } from '../session.ts';
import type { World } from '../world.ts';
import { checkedDocuments } from './checked.ts';
import { clockViews } from './clocks.ts';
import { showFacts } from './show.ts';
import { stageNames } from './stage-names.ts';

type View = z.input<typeof matterViewSchema>;
type Found = { state: MatterState; personal: { readonly [field: string]: JsonValue } };

/** The matter page as data: what may be done on the day `on`, facts, clocks, record, publications, documents. */
export async function matterView(
  world: World,
  session: Session,
  { state, personal }: Found,
  events: readonly StoredEvent[],
  { personal: mayOpen, now, on }: { personal: boolean; now: string; on: string },
): Promise<View> {
  const procedure = world.systems.registry.get(state.procedure, state.version);
  const { declaration } = procedure;
  const directory = world.directory();
  const today = legalDateOf(now);
  const context = { ...(await actorsContext(world, session, personal, now)), on };
  const opensFiles = opensFilesOf(state, openerOf(session), world.systems.registry.get);
  const alerts = await alertsOfMatter(world.sql, session.region, state.id);
  return {
    id: state.id,
    procedure: state.procedure,
    procedureName: declaration.name,
    procedureVersion: state.version,
    number: state.number,
    title: state.title,
    unit: state.unit,
    unitName: directory.unitName(state.unit),
    seq: state.seq,
    stages: [...state.stages],
    stageNames: stageNames(procedure, state.stages),
    closed: state.closed,
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    startedOn: state.startedOn,
    ...(state.closedOn === undefined ? {} : { closedOn: state.closedOn }),
    facts: showFacts(
      procedure,
      { ...state.facts, ...personal },
      {
        personal: mayOpen,
        opensFiles,
        directory,
        digests: new Set(events.flatMap((event) => Object.keys(event.personal))),
        items: Object.values(state.pins),
      },
    ),
    pins: Object.entries(state.pins).map(([pin, item]) => ({
      pin,
      field: pinnedBy(declaration, pin),
      list: item.list,
      code: item.code,
      name: item.name,
      item,
    })),
    steps: outlook(procedure, state, context).map((entry) => ({ ...entry })) as View['steps'],
    ...(declaration.desk
      ? { desk: { name: declaration.desk.name, path: declaration.desk.path(state.facts) } }
      : {}),
    clocks: await clockViews(world, procedure, state, today),
    record: events.map((event) =>
      recordEntry(world, procedure, event, {
        personal: mayOpen,
        opensFiles,
        items: Object.values(state.pins),
      }),
    ),
    checked: await checkedDocuments(world, session.region, state),
    publications: publicationViews(world, procedure, state, personal, session),
    documents: documentsMade(declaration, state),
    files: opensFiles ? filesOf(state) : [],
    closedFiles: opensFiles ? 0 : filesOf(state).length,
    children: state.children.map((child) => ({
      matter: child.matter,
      procedure: child.procedure,
      procedureName: world.systems.registry.get(child.procedure).declaration.name,
      closed: child.closed,
      ...(child.outcome === undefined ? {} : { outcome: child.outcome }),
    })),
    ...(state.parent
      ? {
          parent: {
            matter: state.parent.matter,
            procedure: state.parent.procedure,
            procedureName: world.systems.registry.get(state.parent.procedure).declaration.name,
          },
        }
      : {}),
    alerts: alerts.map((alert) => ({
      ...alert,
      stageName: stageNames(
        world.systems.registry.get(world.systems.alertProcedure.procedure),
        alert.stages,
      ).join('、'),
    })),
    chart: chartSvg(layout(chartOfProcedure(declaration)), {
      present: state.stages,
      passed: passedStages(procedure, state),
    }),
  };
}

/** Stages the matter has been in and left. */
function passedStages({ declaration }: CompiledProcedure, state: MatterState): string[] {
  const reached = state.taken.flatMap((entry) => declaration.steps[entry.step]?.to ?? []);
  return [...new Set(reached)].filter((stage) => !state.stages.includes(stage));
}

/** A context to look with, in which the actor's certificates count: some steps are open only to those who hold one. */
export async function actorsContext(
  world: World,
  session: Session,
  personal: Found['personal'],
  now: string,
): Promise<Context> {
  const certificates = await certificatesHeld(world.sql, session.region, session.person.id);
  return { ...viewContext(world, session, personal, now), certificates };
}

/** A context to look with at procedures that ask for no certificate: nothing needs to be loaded for it. */
export function viewContext(
  world: World,
  session: Session,
  personal: Found['personal'],
  now: string,
): Context {
  return {
    region: session.region,
    now,
    on: legalDateOf(now),
    request: 'view',
    actor: actingOf(session),
    law: world.law,
    calendar: world.calendar(),
    entropy: systemEntropy,
    certificates: [],
    items: {},
    personal,
    procedure: world.systems.registry.get,
    unitName: world.directory().unitName,
    personName: world.directory().knownName,
    alertProcedure: world.systems.alertProcedure,
  };
}

function recordEntry(
  world: World,
  procedure: CompiledProcedure,
  event: StoredEvent,
  may: Pick<Parameters<typeof showFacts>[2], 'personal' | 'opensFiles' | 'items'>,
): View['record'][number] {
  const directory = world.directory();
  const data = dataOf(event);
  const step = event.type.slice(event.type.indexOf('/') + 1);
  const { declaration } = procedure;
  return {
    event: event.id,
    seq: event.seq,
    type: event.type,
    name: stepName(declaration, step),
    on: event.on,
    at: event.at,
    person: directory.personName(event.actor.person),
    postName: directory.post(event.actor.post)?.name ?? (event.actor.post === 'system' ? '系统' : ''),
    unitName: directory.unitName(event.actor.unit),
    sealed: event.index !== null,
    index: event.index,
    facts: showFacts(procedure, { ...data.input, ...data.set }, { ...may, directory }),
    clocks: data.clocks.map((op) => clockSentence(declaration, op.clock, op.op)),
    alerts: data.alerts.map(({ level, name, message }) => ({ level: alertLevels[level], name, message })),
    notes: notesOf(world, declaration, data),
  };
}

/** The field under which an item was chosen; of a pin that no step declares any more, its own name. */
function pinnedBy({ steps }: CompiledProcedure['declaration'], pin: string): string {
  return Object.values(steps).find((step) => step.pins?.[pin])?.pins?.[pin]?.field ?? pin;
}

function stepName(declaration: CompiledProcedure['declaration'], step: string): string {
  if (step === '$child-closed') return '关联办件办结';
  return (
    declaration.steps[step]?.name ?? (kernelSteps as Record<string, { name: string }>)[step]?.name ?? step
  );
}

const clockVerbs = {
  start: '开始计算',
  pause: '暂停计算',
  resume: '恢复计算',
  extend: '延长',
  move: '改期',
  stop: '停止计算',
};

function clockSentence(
  declaration: CompiledProcedure['declaration'],
  clock: string,
  op: keyof typeof clockVerbs,
): string {
  const publication = declaration.publications?.[clock.replace(/^publication:/, '')];
  const name = declaration.clocks?.[clock]?.name ?? (publication ? `${publication.name}期限` : clock);
  return `${name}${clockVerbs[op]}`;
}

function notesOf(
  world: World,
  declaration: CompiledProcedure['declaration'],
  data: ReturnType<typeof dataOf>,
): string[] {
  const opened = data.opens.map(
    (child) => `发起${world.systems.registry.get(child.procedure).declaration.name}`,
  );
  const verbs = {
    due: '待公示',
    withhold: '依法不予公示',
    publish: '已公示',
    correct: '已更正',
    withdraw: '已撤下',
  };
  const published = data.publications.map(
    (op) => `${declaration.publications?.[op.id]?.name ?? op.id}：${verbs[op.op]}`,
  );
  const closed = data.child ? [`结果：${data.child.outcome}`] : [];
  return [...opened, ...published, ...closed];
}

function publicationViews(
  world: World,
  procedure: CompiledProcedure,
  state: MatterState,
  personal: Found['personal'],
  session: Session,
): View['publications'] {
  return Object.values(state.publications).map((publication) => {
    const declared = procedure.declaration.publications![publication.id]!;
    const clock = state.clocks[clockOfPublication(publication.id)];
    const open = { due: ['$publish'], published: ['$correct', '$withdraw'], withheld: [], withdrawn: [] }[
      publication.status
    ];
    const steps = open
      .map((step) => ({ step, declared: kernelSteps[step as keyof typeof kernelSteps] }))
      .filter(({ declared: kernel }) => (kernel.by as readonly string[]).includes(session.acting.kind));
    const shown =
      publication.content ??
      publicContent(declared, { ...state.facts, ...personal }, state, world.directory().unitName).content;
    return {
      id: publication.id,
      name: declared.name,
      status: publication.status,
      ...(clock ? { due: dueOf(clock, world.law, world.calendar()).due } : {}),
      ...(publication.publishedOn ? { publishedOn: publication.publishedOn } : {}),
      ...(publication.withdrawnOn ? { withdrawnOn: publication.withdrawnOn } : {}),
      ...(publication.reason ? { reason: publication.reason } : {}),
      steps: steps.map(({ step, declared: kernel }) => ({ step, name: kernel.name })),
      preview: shown.map(
        ([title, value]) => [title, value] as [string, View['publications'][number]['preview'][number][1]],
      ),
    };
  });
}

function filesOf(state: MatterState): View['files'] {
  return [...new Map(filesIn(state.facts).map((file) => [file.sm3, file])).values()];
}
