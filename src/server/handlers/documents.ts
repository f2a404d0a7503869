import { legalDateOf } from '../../kernel/dates.ts';
import { instrumentOf } from '../../kernel/procedure/instrument-of.ts';
import { duesOf, madeBy, whenIssued } from '../../kernel/procedure/issued.ts';
import { unreadInDocument } from '../../kernel/procedure/printed-citations.ts';
import { writeInstrument } from '../../reports/writing/docx.ts';
import { CHECKED } from '../../store/identity/checked-citations.ts';
import { certificatesOf } from '../../store/matters/certificates.ts';
import { findMatter, streamEvents } from '../../store/matters/matter.ts';
import { scopeOf } from '../../store/matters/scope.ts';
import { FileAnswer, type Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { actingOf, auditAct, type Session, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { maySee } from './visible.ts';

type Names = 'matter.document' | 'matter.citations';

/** Instruments of a matter as .docx, made when they are asked for. Holding personal values, each is audited. */
export function documentHandlers(world: World, sessions: Sessions): Pick<Handlers, Names> {
  return {
    'matter.citations': async ({ session, params }) => {
      const { content } = await rendered(world, session, params);
      return { unread: unreadInDocument(content, world.law) };
    },
    'matter.document': async ({ session, params, query, now }) => {
      const { procedure, state, name, content } = await rendered(world, session, params);
      const unread = unreadInDocument(content, world.law);
      if (unread.length > 0 && query.checked === undefined) {
        return refuse(
          'not-allowed-now',
          'kernel.P18',
          `《${name}》引用的${unread.join('、')}还没有与公布文本核对。请核对无误后，在办件页面确认已核对，再制作文书。`,
        );
      }
      const made = `${procedure.id} ${params.document} ${state.id}`;
      for (const detail of auditedAs(made, unread))
        await auditAct(sessions, session, now, 'document', detail);
      const bytes = await writeInstrument(instrumentOf(content));
      return new FileAnswer(bytes, `${name}-${state.number}-${legalDateOf(now)}.docx`);
    },
  };
}

/** Citations in one line of the audit, which takes 300 characters: what was checked is kept whole, in several lines. */
const CITED = 180;

/** The lines that keep the making of a document, with the citations whose reader confirmed them. */
function auditedAs(made: string, unread: readonly string[]): string[] {
  const lines: string[] = [];
  for (const citation of unread) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + citation.length < CITED)
      lines.push(`${lines.pop()}、${citation}`);
    else lines.push(citation);
  }
  return lines.length === 0 ? [made] : lines.map((cited) => `${made} ${CHECKED}${cited}`);
}

/** The document with its values, for whoever may see it; refused as if there were none for everybody else. */
async function rendered(
  world: World,
  session: Session,
  params: { readonly matter: string; readonly document: string },
) {
  const found = await findMatter(world.sql, session.region, params.matter);
  const scope = scopeOf(actingOf(session));
  const seen = found && maySee(world, session, found);
  const procedure = seen && world.systems.registry.get(found.state.procedure, found.state.version);
  const documents = procedure ? (procedure.declaration.documents ?? {}) : {};
  const document = Object.hasOwn(documents, params.document) ? documents[params.document] : undefined;
  if (!procedure || (!scope.personal && !document?.impersonal)) {
    return refuse('not-found', 'kernel.P0', '没有这个文书，或者您无权制作。');
  }
  if (!document) return refuse('not-found', 'server.document', '没有这种文书。');
  const { personal } = found;
  const events = await streamEvents(world.sql, session.region, params.matter);
  const state = whenIssued(procedure.declaration, params.document, events);
  if (!state || document.applies?.(state.facts) === false) {
    return refuse('not-found', 'server.document', '本件还没有作出这种文书。');
  }
  const made = madeBy(procedure.declaration, params.document, events);
  const people = state.taken.map((entry) => entry.person);
  const numbers = await certificatesOf(world.sql, session.region, [
    ...new Set([...people, ...peopleIn(state.facts)]),
  ]);
  const content = document.render({
    facts: document.impersonal ? state.facts : { ...state.facts, ...personal },
    matter: state,
    unitName: world.directory().unitName(state.unit),
    personName: (id) => world.directory().personName(id),
    certificateNumber: (id) => numbers.get(id) ?? '',
    ...duesOf(state, world.law, made ? world.calendars().at(made.at) : world.calendar()),
  });
  return { procedure, state, name: document.name, content };
}

/** Ids that facts of kind `people` hold. */
function peopleIn(facts: { readonly [field: string]: unknown }): string[] {
  return Object.values(facts).flatMap((value) =>
    Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [],
  );
}
