import { chineseDate } from '../../kernel/dates.ts';
import type { CompiledList } from '../../lists/compile.ts';
import { fieldChanges } from '../../lists/diff.ts';
import type { ItemVersion } from '../../lists/item.ts';
import { type OperationId, operationAct, operationWord } from '../../lists/operations.ts';
import type { HistoryLine, ListStore } from '../../lists/port.ts';
import type { Directory } from '../directory.ts';
import type { Call } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import { itemChart } from './list-chart.ts';
import { itemFacts, shownChanges, shownRow } from './list-show.ts';

/** An item as it stood on a day, with all that ever happened to it and what may be done now. */
export async function listItem(
  { store, directory, today }: { store: ListStore; directory: Directory; today: string },
  list: CompiledList,
  { session, params, query }: Pick<Call<'list.item'>, 'session' | 'params' | 'query'>,
) {
  const { code } = params;
  const on = query.on ?? today;
  const [row, history] = await Promise.all([
    store.findItem(session.region, list.id, code, on),
    store.history(session.region, list.id, code),
  ]);
  const first = history[0];
  if (!first) {
    return refuse('not-found', 'lists.K9', `${list.declaration.name}里没有编码为${code}的事项，请核对编码。`);
  }
  if (!row) {
    return refuse(
      'not-found',
      'lists.K11',
      `${code}自${chineseDate(first.version.from)}起列入清单，${chineseDate(on)}还不在清单里。`,
    );
  }
  return {
    row: shownRow(row, directory),
    facts: itemFacts(list, row.item, directory),
    history: history.map((line, at) => historyLine(list, line, history[at - 1], directory)),
    operations: openOperations(list, history.at(-1)!, session),
    chart: flowChart(list, row),
  };
}

/** The flow of the item as SVG; empty where it states no stages. */
function flowChart(list: CompiledList, { name, kind, item }: ItemVersion): string {
  const { flowField } = list.declaration;
  const stages = (flowField && item[flowField]) as { name: string; days?: number }[] | undefined;
  return stages && stages.length > 0 ? itemChart(list.declaration, { name, kind, stages }) : '';
}

function historyLine(
  list: CompiledList,
  { version, operation, actor, data }: HistoryLine,
  before: HistoryLine | undefined,
  directory: Directory,
) {
  const { title, number } = data.document;
  return {
    seq: version.seq,
    on: version.from,
    operationName: operationWord(operation).name,
    person: directory.personName(actor.person),
    reason: data.reason,
    basisDocument: number ? `${title}（${number}）` : title,
    changes: before ? shownChanges(list, fieldChanges(before.version, version), directory) : [],
  };
}

/** What this post may do to the item as its last operation left it. */
function openOperations(
  list: CompiledList,
  { version }: HistoryLine,
  { acting }: Session,
): { id: OperationId; name: string }[] {
  if (!list.by.includes(acting.kind)) return [];
  if (list.keptBy === 'unit' && version.unit !== acting.unit) return [];
  return list.declaration.operations
    .filter((id) => operationWord(id).from?.includes(version.status) && fits(id, version))
    .map((id) => ({ id, name: operationAct(id) }));
}

/** Operations on who holds an item beside its unit, and the one that postpones it, make sense only at times (SPEC K9). */
function fits(operation: OperationId, { item }: ItemVersion): boolean {
  if (operation === 'recall') return item.holder !== undefined;
  if (operation === 'entrust' || operation === 'empower') return item.holder === undefined;
  return operation !== 'pre-to-post' || item.postRegistration !== true;
}
