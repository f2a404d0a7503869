import type { z } from 'zod';
import type { Refusal } from '../errors.ts';
import type { JsonObject } from '../ledger/json.ts';
import type { PinnedItem, StepDeclaration } from './declaration.ts';
import { fieldMeta, type Offers, type RowOf } from './field-meta.ts';

/** What is wrong with what a choice offers, or undefined. `pinned` are the fields that steps of the procedure pin. */
export function offersProblem(
  { about }: Offers,
  form: z.ZodObject,
  pinned: ReadonlySet<string>,
): string | undefined {
  if (!about || pinned.has(about.field)) return undefined;
  const source = form.shape[about.field] as z.ZodType | undefined;
  const chosen = source && fieldMeta(source)?.widget === 'list-item';
  return chosen ? undefined : `offers items about ${about.field}, which is no item of the form nor pinned`;
}

/** What is wrong with a choice among the rows of an item, or undefined. */
export function rowOfProblem({ field }: RowOf, step: Pick<StepDeclaration, 'pins'>): string | undefined {
  const pinned = Object.values(step.pins ?? {}).some((pin) => pin.field === field);
  return pinned ? undefined : `a row of ${field}, which the step does not pin`;
}

/** Fields of a step that choose a row, found once: most steps have none. */
const rowChoices = new WeakMap<StepDeclaration, readonly RowChoice[]>();

interface RowChoice {
  readonly name: string;
  readonly title: string;
  /** Title of the field in which the item is chosen. */
  readonly item: string;
  readonly of: RowOf;
}

function rowChoicesOf(step: StepDeclaration): readonly RowChoice[] {
  const known = rowChoices.get(step);
  if (known) return known;
  const { shape } = step.fields;
  const found = Object.entries(shape).flatMap(([name, field]) => {
    const meta = fieldMeta(field as z.ZodType);
    if (!meta?.of) return [];
    const item = fieldMeta(shape[meta.of.field] as z.ZodType)?.title ?? meta.of.field;
    return [{ name, title: meta.title, item, of: meta.of }];
  });
  rowChoices.set(step, found);
  return found;
}

/** A row that is chosen is a row of the chosen item, as the item stands on the day (SPEC P27). */
export function checkRows(
  step: StepDeclaration,
  input: JsonObject,
  items: { readonly [pin: string]: PinnedItem | undefined },
): Refusal | undefined {
  for (const { name, title, item, of } of rowChoicesOf(step)) {
    const chosen = input[name];
    if (chosen === undefined) continue;
    const [pin] = Object.entries(step.pins ?? {}).find(([, source]) => source.field === of.field) ?? [];
    const rows = (pin && items[pin]?.[of.rows]) as readonly JsonObject[] | undefined;
    if (rows?.some((row) => row[of.key] === chosen)) continue;
    const message = rows
      ? `所选“${title}”不在当日的“${item}”之内，请从中重新选择。`
      : `选择“${title}”要先选择“${item}”。`;
    return { kind: 'invalid', rule: 'kernel.P27', message, fields: [{ path: name, message }] };
  }
  return undefined;
}
