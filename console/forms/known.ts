import type { FormField } from '../../src/client/contract/catalogue.ts';
import type { MatterView } from '../../src/client/contract/matters.ts';
import { proposedRows } from './proposed.ts';
import type { Values } from './values.ts';

/**
 * Widgets whose known value may stand in a later form. What has to be written, dated, attested or brought anew for
 * this act is left to whoever acts: an opinion, a day, a yes, a file.
 */
const carried: ReadonlySet<FormField['widget']> = new Set([
  'text',
  'integer',
  'money',
  'choice',
  'choices',
  'people',
  'list-item',
  'unit',
  'rows',
]);

/**
 * What the matter already knows under the names of a step's fields. A value that the same step brought before is its
 * last answer, not the next one (another instalment, another hearing), and is not repeated; but a table over the rows
 * of a pinned item is one register that every step keeps up, and is there with each of its rows.
 */
export function knownValues(
  { facts, record, procedure, pins }: Pick<MatterView, 'facts' | 'record' | 'procedure' | 'pins'>,
  step: string,
  fields: readonly FormField[],
): Values {
  const values: Record<string, Values[string]> = {};
  for (const { name, widget, from } of fields) {
    const fact = facts.find((entry) => entry.name === name);
    if (!fact || fact.masked || fact.widget !== widget || !carried.has(widget)) continue;
    const pin = from && pins.find(({ field }) => field === from.field);
    if (from && pin) {
      const item = (pin.item as unknown as Values)[from.rows] as unknown as Values[];
      const rows = proposedRows(from, item, fact.value as unknown as Values[]);
      values[name] = rows as unknown as Values[string];
      continue;
    }
    const brought = record.findLast((entry) => entry.facts.some((each) => each.name === name));
    if (brought === undefined || brought.type === `${procedure}/${step}`) continue;
    values[name] = fact.value;
  }
  return values;
}
