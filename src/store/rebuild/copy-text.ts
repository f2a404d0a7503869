import { Buffer } from 'node:buffer';
import type { Transaction } from '../connection.ts';

/** A column of a table, its type as PostgreSQL names it. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** The columns of a table in their order. */
export async function columnsOf(tx: Transaction, table: string): Promise<readonly Column[]> {
  return tx<Column[]>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`;
}

/** What COPY takes for no value. */
const NULL = '\\N';
const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: { readonly [character: string]: string } = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * Rows in the text form of COPY, which costs the server a fraction of reading them as JSON. A column that a row does
 * not name is null. `jsonb` takes any JSON value, an array type an array of texts, everything else what prints as it.
 */
export function copyText(columns: readonly Column[], rows: readonly object[]): Buffer {
  const writers = columns.map(({ name, type }) => ({ name, write: writerOf(type) }));
  const lines = (rows as readonly { readonly [column: string]: unknown }[]).map((row) => {
    const fields = writers.map(({ name, write }) => {
      const value = row[name];
      return value === null || value === undefined ? NULL : write(value);
    });
    return `${fields.join('\t')}\n`;
  });
  return Buffer.from(lines.join(''));
}

function writerOf(type: string): (value: unknown) => string {
  if (type === 'jsonb') return (value) => escaped(JSON.stringify(value));
  if (type.endsWith('[]')) return (value) => escaped(arrayText(value as readonly string[]));
  return (value) => escaped(String(value));
}

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character]!) : text;
}

/** `{"a","b"}`; every element in quotes, so that none is taken for a bracket, a comma or null. */
function arrayText(items: readonly string[]): string {
  const quoted = items.map((item) => `"${/["\\]/.test(item) ? item.replace(/["\\]/g, '\\$&') : item}"`);
  return `{${quoted.join(',')}}`;
}
