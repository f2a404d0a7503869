import type { z } from 'zod';
import type { Count, IndicatorDeclaration } from '../kernel/indicator/declaration.ts';
import type { LedgerEvent } from '../kernel/ledger/event.ts';
import { fieldMeta } from '../kernel/procedure/field-meta.ts';
import type { ListDeclaration } from './declaration.ts';
import { type ItemState, itemDataOf, typeOf } from './item.ts';
import { operations } from './operations.ts';

/**
 * What one operation adds to the figures of its list (SPEC K12), on the day it takes effect. The stock goes by
 * kind and unit: an item that changes either leaves one cell and enters another.
 */
export function countsOfItem(before: ItemState | undefined, after: ItemState, event: LedgerEvent): Count[] {
  const { list, operation } = typeOf(event);
  const on = after.lastOn;
  const stock = `${list}.items`;
  const counts: Count[] = [];
  if (!broughtAlong.has(itemDataOf(event).related?.role ?? '')) {
    counts.push({ indicator: `${list}.operations`, unit: after.unit, on, kind: operation, value: 1 });
  }
  const was = before && before.status !== 'ended' ? before : undefined;
  const is = after.status !== 'ended' ? after : undefined;
  if (was && is && was.unit === is.unit && was.kind === is.kind) return counts;
  if (was) counts.push({ indicator: stock, unit: was.unit, on, kind: was.kind, value: -1 });
  if (is) counts.push({ indicator: stock, unit: is.unit, on, kind: is.kind, value: 1 });
  return counts;
}

/** Items touched by an operation on another one: the operation is counted there, once. */
const broughtAlong: ReadonlySet<string> = new Set(['merged-into', 'split-from']);

/** The two figures every list has: what is on it, and how it was changed. */
export function indicatorsOfList(list: ListDeclaration): IndicatorDeclaration[] {
  const kinds = list.kindField
    ? fieldMeta(list.fields.shape[list.kindField] as z.ZodType)?.choices
    : undefined;
  return [
    {
      id: `${list.id}.items`,
      name: `${list.name}期末事项数`,
      unit: '项',
      measure: 'stock',
      definition: `期末在${list.name}内的事项，含暂停实施的，不含已经退出清单的；按生效之日计。`,
      ...(kinds ? { kinds } : {}),
      counts: [],
    },
    {
      id: `${list.id}.operations`,
      name: `${list.name}变更数`,
      unit: '项',
      measure: 'flow',
      definition: `在期间内生效的变更，按变更的种类计；合并、拆分各计一项，不重复计被合并和拆分后的事项。`,
      kinds: Object.fromEntries(list.operations.map((id) => [id, operations[id].name])),
      counts: [],
    },
  ];
}
