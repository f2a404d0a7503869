import type { FormField } from '../../src/client/contract/catalogue.ts';
import { fieldText } from '../shared/field-text.ts';
import { isEmpty, type Values } from './values.ts';

type From = NonNullable<FormField['from']>;
type ByFlag = From['only'];

/** Choices of `column` whose flag in the item's row is set, by choice. */
function flagged(byFlag: ByFlag, column: string, row: Values): { [choice: string]: boolean } {
  return Object.fromEntries(
    Object.entries(byFlag?.[column] ?? {}).map(([choice, flag]) => [choice, row[flag] === true]),
  );
}

/** One row for each row of the item, in the item's order; what was answered for a row stays. */
export function proposedRows(from: From, item: readonly Values[], answered: readonly Values[]): Values[] {
  const known = new Map(answered.map((row) => [row[from.key], row]));
  return item.map((row) => known.get(row[from.key]) ?? { [from.key]: row[from.key], ...preset(from, row) });
}

function preset(from: From, row: Values): Values {
  return Object.fromEntries(
    Object.keys(from.preset ?? {}).flatMap((column) => {
      const choice = Object.entries(flagged(from.preset, column, row)).find(([, holds]) => holds)?.[0];
      return choice === undefined ? [] : [[column, choice]];
    }),
  );
}

/** The column with the choices that the item's row allows; the one already made stays to be seen. */
export function allowedChoices(from: From, column: FormField, row: Values, made: unknown): FormField {
  const open = flagged(from.only, column.name, row);
  if (!column.choices) return column;
  const choices = Object.entries(column.choices).filter(
    ([choice]) => open[choice] !== false || choice === made,
  );
  return { ...column, choices: Object.fromEntries(choices) };
}

/** Whether `rows` answer exactly the rows of the item. */
export function answersItem({ key }: From, item: readonly Values[], rows: readonly Values[]): boolean {
  return rows.length === item.length && rows.every((row, at) => row[key] === item[at]?.[key]);
}

export interface RowChoice {
  readonly value: string;
  readonly label: string;
  /** What the list says about the row beside its name. */
  readonly about: string;
}

/** The rows of an item as choices: known by their key, read by their name. */
export function rowChoices(
  of: NonNullable<FormField['of']>,
  columns: readonly FormField[],
  rows: readonly Values[],
): RowChoice[] {
  const told = columns.filter(({ name }) => name !== of.key && name !== of.shows);
  return rows.map((row) => ({
    value: String(row[of.key]),
    label: String(row[of.shows] ?? row[of.key]),
    about: rowTexts(told, row).join('；'),
  }));
}

/** What a row says in its columns: flags that hold by their title, other columns with their value. */
export function rowTexts(columns: readonly FormField[], row: Values): string[] {
  return columns.flatMap((column) => {
    const value = row[column.name];
    if (isEmpty(value) || value === false) return [];
    return [value === true ? column.title : `${column.title}：${fieldText(column, value)}`];
  });
}
