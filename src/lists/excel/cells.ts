import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import type { Column, UnitNames } from './columns.ts';

/** What a cell of a sheet may hold. */
export type Cell = string | number | boolean | Date | null | undefined;

export type Parsed = { readonly value: JsonValue | undefined } | { readonly problem: string };

/** The value of a cell for its field; undefined for an empty one. The field's own schema is asked afterwards. */
export function parseCell(column: Column, cell: Cell, units: UnitNames): Parsed {
  const text = plain(cell);
  if (text === '') return { value: undefined };
  const { meta, title } = column;
  switch (meta.widget) {
    case 'integer':
    case 'money':
      return numeric(cell, text, title);
    case 'date':
      return calendarDay(cell, text, title);
    case 'flag':
      return flag(text, title);
    case 'choice':
      return choice(meta.choices ?? {}, text, title);
    case 'choices':
      return several(
        text
          .split(/[、,，;；\n]/)
          .filter((part) => part.trim() !== '')
          .map((part) => choice(meta.choices ?? {}, part.trim(), title)),
      );
    case 'unit':
      return unit(units, text, title);
    case 'rows':
      return several(
        text
          .split('\n')
          .map((line, at) => ({ line, at }))
          .filter(({ line }) => line.trim() !== '')
          .map(({ line, at }) => row(column, line, at, units)),
      );
    case 'files':
    case 'people':
      return { problem: `${title}不能从Excel导入，请清空这一格，导入后在系统里填写` };
    default:
      return { value: text };
  }
}

/** A value as a person reads and types it: what `parseCell` reads back. */
export function formatCell(
  column: Column,
  value: JsonValue | undefined,
  units: UnitNames,
): string | number | null {
  if (value === undefined || value === null) return null;
  const choices = column.meta.choices ?? {};
  switch (column.meta.widget) {
    case 'integer':
    case 'money':
      return value as number;
    case 'flag':
      return value === true ? '是' : '否';
    case 'choice':
      return choices[value as string] ?? (value as string);
    case 'choices':
      return (value as string[]).map((code) => choices[code] ?? code).join('、');
    case 'unit':
      return units.nameOf(value as string);
    case 'rows':
      return (value as JsonObject[])
        .map((entry) =>
          column.inner
            .map((inner) => formatCell(inner, entry[inner.field], units) ?? '')
            .join('|')
            .replace(/\|+$/, ''),
        )
        .join('\n');
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

function plain(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).replace(/\r\n?/g, '\n').trim();
}

/** Digits as people type them, full-width and with thousands separators; 0x10 and 1e5 are slips, not numbers. */
function numeric(cell: Cell, text: string, title: string): Parsed {
  if (typeof cell === 'number' && Number.isFinite(cell)) return { value: cell };
  const digits = text.normalize('NFKC').replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(digits)
    ? { value: Number(digits) }
    : { problem: `${title}应为数字，现在是“${text}”` };
}

/** Excel's own dates, and days as people write them: 2024-9-27, 2024/9/27, 2024.9.27, 2024年9月27日. */
function calendarDay(cell: Cell, text: string, title: string): Parsed {
  if (cell instanceof Date) return { value: text };
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC'));
  if (!match) return { problem: `${title}应为日期，如2024-09-27，现在是“${text}”` };
  const [, year, month, day] = match;
  return { value: `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` };
}

function flag(text: string, title: string): Parsed {
  if (['是', '有', 'true', '√'].includes(text.toLowerCase())) return { value: true };
  if (['否', '无', 'false', '×'].includes(text.toLowerCase())) return { value: false };
  return { problem: `${title}应填“是”或者“否”，现在是“${text}”` };
}

function choice(choices: { readonly [code: string]: string }, text: string, title: string): Parsed {
  const found = Object.entries(choices).find(([code, name]) => name === text || code === text);
  return found
    ? { value: found[0] }
    : { problem: `${title}没有“${text}”这一项，可以填写：${Object.values(choices).join('、')}` };
}

function unit(units: UnitNames, text: string, title: string): Parsed {
  const codes = units.codesOf(text);
  if (codes.length === 1) return { value: codes[0] };
  return {
    problem:
      codes.length > 1
        ? `${title}“${text}”对应几个单位，请改填单位代码：${codes.join('、')}`
        : `${title}“${text}”不在单位名录里，请先登记该单位，或者改用名录里的名称`,
  };
}

function row(column: Column, line: string, at: number, units: UnitNames): Parsed {
  const parts = line.split(/[|｜]/);
  const where = `${column.title}第${at + 1}行`;
  const { inner } = column;
  if (parts.length > inner.length) {
    const form = inner.map((entry) => entry.title).join('|');
    return { problem: `${where}有${parts.length}栏，最多${inner.length}栏，用“|”隔开：${form}` };
  }
  const entry: Record<string, JsonValue> = {};
  for (const [index, part] of inner.entries()) {
    const parsed = parseCell(part, parts[index], units);
    if ('problem' in parsed) return { problem: `${where}：${parsed.problem}` };
    if (parsed.value !== undefined) entry[part.field] = parsed.value;
  }
  return { value: entry };
}

function several(parts: readonly Parsed[]): Parsed {
  const values: JsonValue[] = [];
  for (const part of parts) {
    if ('problem' in part) return part;
    if (part.value !== undefined) values.push(part.value);
  }
  return { value: values };
}
