import { legalDateOf } from '../../kernel/dates.ts';
import { instrumentOf } from '../../kernel/procedure/instrument-of.ts';
import { duesOf, whenIssued } from '../../kernel/procedure/issued.ts';
import { writeInstrument } from '../../reports/writing/docx.ts';
import { certificatesOf } from '../../store/matters/certificates.ts';
import { findMatter, streamEvents } from '../../store/matters/matter.ts';
import { scopeOf } from '../../store/matters/scope.ts';
import { FileAnswer, type Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { actingOf, auditAct, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { maySee } from './visible.ts';

/** Instruments of a matter as .docx, made when they are asked for. Holding personal values, each is audited. */
export function documentHandlers(world: World, sessions: Sessions): Pick<Handlers, 'matter.document'> {
  return {
    'matter.document': async ({ session, params, now }) => {
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
        ...duesOf(state, world.law, world.calendar()),
      });
      await auditAct(sessions, session, now, 'document', `${procedure.id} ${params.document} ${state.id}`);
      const bytes = await writeInstrument(instrumentOf(content));
      return new FileAnswer(bytes, `${document.name}-${state.number}-${legalDateOf(now)}.docx`);
    },
  };
}

/** Ids that facts of kind `people` hold. */
function peopleIn(facts: { readonly [field: string]: unknown }): string[] {
  return Object.values(facts).flatMap((value) =>
    Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [],
  );
}
