import type { Calendar } from '../kernel/calendar/calendar.ts';
import { dueOf } from '../kernel/clock/index.ts';
import type { LawBook } from '../kernel/clock/law.ts';
import type { LegalDate } from '../kernel/dates.ts';
import type { Acting, Certificate, PostKindId } from '../kernel/identity/posts.ts';
import type { JsonObject, JsonValue } from '../kernel/ledger/json.ts';
import { sm3Hex } from '../kernel/ledger/sm3.ts';
import type { CompiledProcedure } from '../kernel/procedure/compile.ts';
import type { Context, Written } from '../kernel/procedure/context.ts';
import { decide } from '../kernel/procedure/decide.ts';
import type { PinnedItem } from '../kernel/procedure/declaration.ts';
import type { MatterState } from '../kernel/procedure/matter.ts';
import { alertInput } from '../kernel/supervision/raise.ts';
import type { CompiledList } from '../lists/compile.ts';
import type { ListAction } from '../lists/context.ts';
import { decideOperation } from '../lists/decide.ts';
import type { ItemState } from '../lists/item.ts';
import { rowsOfList } from '../store/lists/rows.ts';
import type { Appender } from '../store/steps/append.ts';
import { rowsOf } from '../store/steps/rows.ts';
import { dueAlert } from '../store/supervision/causes.ts';
import { createRandom, type Random, repeatableEntropy } from './random.ts';
import { type DemoPerson, people, postId, units, zone } from './zone.ts';

/** What histories are written by: the product as it runs. */
export interface Ground {
  readonly appender: Appender;
  readonly law: LawBook;
  readonly calendar: Calendar;
  readonly procedure: (id: string, version?: number) => CompiledProcedure;
  readonly list: (id: string) => CompiledList;
  readonly alertProcedure: Context['alertProcedure'];
}

/** The ground of a world: its calendar as it stands now. */
export function groundOf(world: {
  readonly appender: Appender;
  readonly law: LawBook;
  readonly calendar: () => Calendar;
  readonly systems: {
    readonly registry: { readonly get: Ground['procedure'] };
    readonly lists: readonly CompiledList[];
    readonly alertProcedure: Ground['alertProcedure'];
  };
}): Ground {
  const { registry, lists, alertProcedure } = world.systems;
  return {
    appender: world.appender,
    law: world.law,
    calendar: world.calendar(),
    procedure: registry.get,
    list: (id) => lists.find((list) => list.id === id)!,
    alertProcedure,
  };
}

export interface ScribeOptions extends Ground {
  readonly seed: number;
  /** What happened from this day on is kept back until it is let go: something is to be sealed and signed before it. */
  readonly cutOff?: LegalDate;
}

/**
 * Writes invented histories by the product's own rules: every act is decided by the kernel and stored by the call
 * every step is stored by. Only the reading back is spared, since whoever writes a history knows how it stands.
 */
export interface Scribe {
  readonly random: Random;
  readonly calendar: Calendar;
  /** Begins a request; all acts up to `commit` are stored together. */
  begin(): void;
  /** Takes a step. Throws where the kernel refuses: the demo has no unlawful acts. */
  act(
    procedure: string,
    step: string,
    by: DemoPerson,
    kind: PostKindId,
    on: LegalDate,
    input: JsonObject,
    matter?: MatterState,
  ): MatterState;
  /** The alert the system raises on a day for a clock of a matter that has run out. */
  alert(matter: MatterState, clock: string, on: LegalDate): MatterState | undefined;
  /** The matter opened under this link, as it stands. */
  child(matter: MatterState, link: string): MatterState;
  state(id: string): MatterState;
  operate(
    list: string,
    by: DemoPerson,
    kind: PostKindId,
    on: LegalDate,
    actions: readonly ListAction[],
  ): void;
  item(list: string, code: string): PinnedItem | undefined;
  commit(): Promise<void>;
  /** Stores what was kept back at the cut-off. */
  letGo(): Promise<void>;
  readonly events: number;
}

/** Requests on their way at once: enough to fill the calls, few enough to hold in memory. */
const AHEAD = 256;

export function createScribe(options: ScribeOptions): Scribe {
  const random = createRandom(options.seed);
  const states = new Map<string, MatterState>();
  const personal = new Map<string, Record<string, JsonValue>>();
  const items = new Map<string, ItemState>();
  const certificates = new Map<string, Certificate>();
  const pending = new Set<Promise<void>>();
  let writes: Written[] = [];
  let keptBack: (() => void)[] = [];
  let request = '';
  let requests = 0;
  let events = 0;
  let now = '';
  let seconds = 0;
  const entropy = repeatableEntropy(random, () => now);

  const key = (list: string, code: string) => `${list} ${code}`;
  const actorOf = (by: DemoPerson, kind: PostKindId): Acting => ({
    person: by.id,
    name: by.name,
    post: kind === 'system' ? 'system' : postId(by.unit, kind),
    kind,
    unit: by.unit,
  });

  function instant(on: LegalDate): string {
    seconds = (seconds + 7) % 28_000;
    return new Date(Date.parse(`${on}T01:00:00.000Z`) + seconds * 1000).toISOString();
  }

  function pinsOf(step: string, procedure: CompiledProcedure, input: JsonObject): Context['items'] {
    const pins = procedure.declaration.steps[step]?.pins ?? {};
    return Object.fromEntries(
      Object.entries(pins).map(([pin, source]) => [
        pin,
        scribe.item(source.list, String(input[source.field])),
      ]),
    );
  }

  function remember(decided: readonly Written[]): void {
    for (const { after, personal: values } of decided) {
      const known = personal.get(after.id) ?? {};
      for (const value of values) known[value.field] = value.value;
      personal.set(after.id, known);
      states.set(after.id, after);
      const certificate = options.procedure(after.procedure, after.version).declaration.certifies?.(after);
      if (certificate) certificates.set(`${certificate.kind} ${certificate.number}`, certificate);
    }
  }

  const scribe: Scribe = {
    random,
    calendar: options.calendar,
    get events() {
      return events;
    },
    begin() {
      request = `demo-${String(++requests).padStart(7, '0')}`;
      writes = [];
    },
    act(id, step, by, kind, on, input, matter) {
      const procedure = options.procedure(id);
      const state = matter && states.get(matter.id);
      now = instant(on);
      const parent = state?.parent && states.get(state.parent.matter);
      const decision = decide(
        procedure,
        state,
        { step, input },
        {
          region: zone.code,
          now,
          on,
          request: isAfter(on) ? afterwards(request) : request,
          actor: actorOf(by, kind),
          law: options.law,
          calendar: options.calendar,
          entropy,
          certificates: [...certificates.values()],
          items: pinsOf(step, procedure, input),
          personal: (state && personal.get(state.id)) ?? {},
          ...(parent ? { parent } : {}),
          children: (state?.children ?? []).flatMap(({ matter }) => states.get(matter) ?? []),
          procedure: options.procedure,
          unitName: (code) => units.find((unit) => unit.code === code)?.name ?? code,
          personName: (person) => people.find(({ id }) => id === person)?.name,
          alertProcedure: options.alertProcedure,
          imported: true,
        },
      );
      if (!decision.ok) {
        const { refusal } = decision;
        const fields = refusal.fields?.map((field) => `${field.path} ${field.message}`).join('; ') ?? '';
        throw new Error(`demo: ${id}/${step} on ${on}: ${refusal.rule}: ${refusal.message} ${fields}`);
      }
      writes.push(...decision.writes);
      remember(decision.writes);
      return decision.writes[0]!.after;
    },
    alert(matter, clock, on) {
      const { alertProcedure, law, calendar } = options;
      const subject = states.get(matter.id)!;
      const { due, provisional } = dueOf(subject.clocks[clock]!, law, calendar);
      if (due >= on) return undefined;
      const late = { matter: subject.id, clock, due, provisional };
      const raising = dueAlert(late, 'red', options.procedure(subject.procedure), on, calendar);
      const system = { id: 'system', name: '系统', unit: subject.unit, posts: [] };
      const input = alertInput(raising, subject);
      return scribe.act(alertProcedure.procedure, alertProcedure.step, system, 'system', on, input);
    },
    child: (matter, link) =>
      scribe.state(states.get(matter.id)!.children.findLast((entry) => entry.link === link)!.matter),
    state: (id) => states.get(id)!,
    operate(id, by, kind, on, actions) {
      const list = options.list(id);
      const heads = new Map(
        [...items.values()].filter((item) => item.list === id).map((item) => [item.code, item]),
      );
      scribe.begin();
      now = instant(on);
      const written = actions.flatMap((action) => {
        const decision = decideOperation(list, heads, action, {
          region: zone.code,
          now,
          on,
          request,
          actor: actorOf(by, kind),
          entropy,
          imported: true,
        });
        if (!decision.ok)
          throw new Error(
            `demo: ${id}/${action.operation}: ${decision.refusal.message} ${JSON.stringify(decision.refusal.fields ?? '')}`,
          );
        for (const { after } of decision.writes) {
          heads.set(after.code, after);
          items.set(key(id, after.code), after);
        }
        return decision.writes;
      });
      events += written.length;
      const rows = rowsOfList(list, request, written);
      const own = request;
      const keep = () => send(rows, { list: id }, own);
      if (isAfter(on)) keptBack.push(keep);
      else keep();
    },
    item(list, code) {
      const item = items.get(key(list, code));
      if (item?.status !== 'in-force') return undefined;
      return { ...item.fields, list, code, name: String(item.fields.name), unit: item.unit };
    },
    async commit() {
      events += writes.length;
      const after = writes.filter(({ event }) => isAfter(event.on));
      store(
        request,
        writes.filter(({ event }) => !isAfter(event.on)),
      );
      const later = afterwards(request);
      if (after.length > 0) keptBack.push(() => store(later, after));
      // What is closed and written is not needed again.
      for (const { after } of writes) {
        if (!states.get(after.id)?.closed) continue;
        states.delete(after.id);
        personal.delete(after.id);
      }
      writes = [];
      while (pending.size >= AHEAD) await Promise.race(pending);
      if (requests % AHEAD === 0) await Promise.all(pending);
    },
    async letGo() {
      await Promise.all(pending);
      for (const keep of keptBack) {
        keep();
        while (pending.size >= AHEAD) await Promise.race(pending);
      }
      keptBack = [];
      await Promise.all(pending);
    },
  };

  const isAfter = (on: LegalDate): boolean => options.cutOff !== undefined && on >= options.cutOff;
  /** One request is one call of the store: what is kept back of it comes under a name of its own. */
  const afterwards = (id: string): string => `${id}-after`;

  function store(id: string, written: readonly Written[]): void {
    const [first] = written;
    if (!first) return;
    const { law, calendar, procedure } = options;
    const { after } = written.findLast((entry) => entry.after.id === first.after.id)!;
    send(
      rowsOf(id, written, { law, calendar, procedure }),
      { matter: after.id, number: after.number, seq: after.seq },
      id,
    );
  }

  function send(rows: Parameters<Appender['append']>[0]['rows'], outcome: JsonObject, id = request): void {
    const sent = options.appender
      .append({ region: zone.code, request: id, digest: sm3Hex(id), outcome, at: now, rows })
      .then((appended) => {
        if (appended.result !== 'done' && appended.result !== 'again')
          throw new Error(`demo: ${id}: ${appended.result}`);
      })
      .finally(() => pending.delete(sent));
    // A failure is met where the next commit awaits it; until then it must not count as unhandled.
    sent.catch(() => {});
    pending.add(sent);
  }
  return scribe;
}
