import { chineseDate, legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { type OperationId, operationWord } from '../../lists/operations.ts';
import type { ListStore } from '../../lists/port.ts';
import { systemEntropy } from '../../store/entropy.ts';
import { createListStore, operateList } from '../../store/lists/index.ts';
import type { FileStore } from '../files/store.ts';
import type { Call, Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { actingOf, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { diffPage } from './list-diff.ts';
import { listFileHandlers } from './list-files.ts';
import { listItem } from './list-item.ts';
import { listNamed, listQueryOf } from './list-query.ts';
import { kindsOf, shownChanges, shownRow } from './list-show.ts';

type Names =
  | 'list.page'
  | 'list.diff'
  | 'list.item'
  | 'list.operate'
  | 'list.template'
  | 'list.export'
  | 'list.import'
  | 'job.get';

/** Coded catalogues: as of any day, what changed between days, operations, and workbooks in and out. */
export function listHandlers(
  world: World,
  sessions: Sessions,
  files: FileStore,
  jobs: Jobs,
): Pick<Handlers, Names> {
  const store = createListStore(world.sql);
  return {
    // Routes are tried in this order: `import` must not be taken for the name of an operation.
    ...listFileHandlers(world, store, { sessions, files, jobs }),
    'list.page': (call) => page(world, store, call),
    'list.diff': (call) => diff(world, store, call),
    'list.item': (call) =>
      listItem(
        { store, directory: world.directory(), today: legalDateOf(call.now) },
        listNamed(world, call.params.list),
        call,
      ),
    'list.operate': (call) => operate(world, call),
    'job.get': async ({ session, params }) => {
      const { state, done, total, message, errors } = jobs.get(params.job, session.person.id);
      return { state, done, total, message, errors: [...errors] };
    },
  };
}

async function page(world: World, store: ListStore, call: Call<'list.page'>) {
  const list = listNamed(world, call.params.list);
  const asked = listQueryOf(list, call);
  const { kind, unit, ...rest } = asked;
  const { page: number, size } = call.query;
  // A filter shows what each of its choices would leave: it is counted without itself.
  const [found, ofKinds, ofUnits] = await Promise.all([
    store.page({ ...asked, offset: (number - 1) * size, limit: size }),
    store.counts({ ...rest, ...(unit ? { unit } : {}) }),
    kind ? store.counts({ ...rest, kind }) : undefined,
  ]);
  const kinds = ofKinds.kinds;
  const units = unit || kind ? (ofUnits ?? (await store.counts(rest))).units : ofKinds.units;
  const names = kindsOf(list);
  const directory = world.directory();
  return {
    rows: found.rows.map((row) => shownRow(row, directory)),
    total: found.total,
    on: asked.on,
    kinds: kinds.map((entry) => ({ ...entry, name: names[entry.kind] ?? '未分类' })),
    units: units.map((entry) => ({ ...entry, name: directory.unitName(entry.unit) })),
  };
}

async function diff(world: World, store: ListStore, { session, params, query }: Call<'list.diff'>) {
  const list = listNamed(world, params.list);
  const { from, to } = query;
  if (to < from) refuse('invalid', 'server.diff', '比较的后一日期早于前一日期，请核对。');
  const directory = world.directory();
  return diffPage(store, list, {
    region: session.region,
    from,
    to,
    page: query.page,
    size: query.size,
    shown: (fields) => shownChanges(list, fields, directory),
  });
}

async function operate(world: World, { session, params, body, now }: Call<'list.operate'>) {
  const list = listNamed(world, params.list);
  const operation = list.declaration.operations.find((id) => id === params.operation);
  if (!operation) return refuse('not-found', 'lists.K1', `${list.declaration.name}不办理这种变动。`);
  const answer = await operateList(
    { sql: world.sql, appender: world.appender, entropy: systemEntropy },
    list,
    {
      region: session.region,
      request: body.request,
      actions: [{ operation, input: { ...(body.input as JsonObject), code: body.code, effective: body.on } }],
      now,
      actor: actingOf(session),
    },
  );
  if (!answer.ok) throw new RefusedError(answer.refusal);
  const [main] = answer.items;
  return { ...main!, message: messageOf(operation, main!.code, body.on, legalDateOf(now)) };
}

/** What happened, and from when it holds. */
function messageOf(operation: OperationId, code: string, on: string, today: string): string {
  const { name } = operationWord(operation);
  if (on > today) return `已登记“${name}”，${code}将自${chineseDate(on)}起按此执行。`;
  return `已${name}，${code}自${chineseDate(on)}起按此执行。`;
}
