import type { JsonObject, JsonValue } from '../../../kernel/ledger/json.ts';
import { type Column, innerColumns } from './columns.ts';

/** What a cell holds when it is read. */
export type Cell = string | number | boolean | Date | null | undefined;

/** Units by what people write, and back. */
export interface UnitNames {
  nameOf(code: string): string;
  /** By code, name or short name. */
  codeOf(text: string): string | undefined;
}

export type CellValue =
  | { readonly ok: true; readonly value: JsonValue | undefined }
  | { readonly ok: false; readonly message: string };

/** Between the parts of a row inside a cell. Rows stand on lines of their own. */
const PART = '|';

/** A value as it stands in a cell; {@link cellValue} reads it back. */
export function cellText(column: Column, value: JsonValue | undefined, units: UnitNames): string | number {
  if (value === undefined || value === null) return '';
  const { meta } = column;
  switch (meta.widget) {
    case 'choice':
      return meta.choices?.[String(value)] ?? String(value);
    case 'choices':
      return (value as string[]).map((code) => meta.choices?.[code] ?? code).join('、');
    case 'flag':
      return value ? '是' : '否';
    case 'unit':
      return units.nameOf(String(value));
    case 'integer':
    case 'money':
      return Number(value);
    case 'rows':
      return rowsText(column, value as JsonObject[], units);
    default:
      return String(value);
  }
}

function rowsText(column: Column, rows: readonly JsonObject[], units: UnitNames): string {
  const inner = innerColumns(column.schema);
  return rows
    .map((row) =>
      inner
        .map((part) => String(cellText(part, row[part.name], units)))
        .join(PART)
        .replace(/\|+$/, ''),
    )
    .join('\n');
}

/** The value a cell states; `undefined` where it is empty. Bounds are judged by the schema afterwards. */
export function cellValue(column: Column, cell: Cell, units: UnitNames): CellValue {
  const text = plainText(cell);
  if (text === '') return { ok: true, value: undefined };
  const { meta, title } = column;
  switch (meta.widget) {
    case 'choice':
      return oneOf(title, meta.choices ?? {}, text);
    case 'choices':
      return manyOf(title, meta.choices ?? {}, text);
    case 'flag':
      return flagOf(title, text);
    case 'unit': {
      const code = units.codeOf(text);
      return code === undefined ? no(`没有名为“${text}”的单位，请填写单位全称`) : yes(code);
    }
    case 'integer':
    case 'money':
      return numberOf(title, text);
    case 'date':
      return yes(dateText(text));
    case 'rows':
      return rowsOf(column, text, units);
    case 'people':
    case 'files':
      return no(`${title}不能从表格导入，请导入后逐项办理`);
    default:
      return yes(text);
  }
}

/** Full-width forms stay as they are in prose; only the ends are cleaned. */
function plainText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell).replace(/\r\n?/g, '\n').trim();
}

function oneOf(title: string, choices: { readonly [code: string]: string }, text: string): CellValue {
  const code = Object.keys(choices).find((id) => id === text || choices[id] === text);
  return code === undefined
    ? no(`${title}没有“${text}”，可以填写：${Object.values(choices).join('、')}`)
    : yes(code);
}

function manyOf(title: string, choices: { readonly [code: string]: string }, text: string): CellValue {
  const found = text
    .split(/[、,，;；\n]/)
    .filter((part) => part.trim() !== '')
    .map((part) => oneOf(title, choices, part.trim()));
  const wrong = found.find((value) => !value.ok);
  return wrong ?? yes(found.map((value) => (value as { value: string }).value));
}

function flagOf(title: string, text: string): CellValue {
  if (text === '是') return yes(true);
  return text === '否' ? yes(false) : no(`${title}应填写“是”或者“否”`);
}

function numberOf(title: string, text: string): CellValue {
  const plain = text.normalize('NFKC').replace(/,/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? yes(Number(plain)) : no(`${title}应为数字，不是“${text}”`);
}

/** 2024年9月27日, 2024/9/27 and 2024.9.27 as the kernel writes days; anything else is left for the schema to refuse. */
function dateText(text: string): string {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC'));
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : text;
}

function rowsOf(column: Column, text: string, units: UnitNames): CellValue {
  const inner = innerColumns(column.schema);
  const rows: JsonObject[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parts = line.split(/[|｜]/);
    const where = `${column.title}第${at + 1}行`;
    if (parts.length > inner.length) {
      return no(
        `${where}有${parts.length}段，最多${inner.length}段：${inner.map((c) => c.title).join(PART)}`,
      );
    }
    const row: Record<string, JsonValue> = {};
    for (const [place, part] of inner.entries()) {
      const read = cellValue(part, parts[place], units);
      if (!read.ok) return no(`${where}：${read.message}`);
      if (read.value !== undefined) row[part.name] = read.value;
    }
    rows.push(row);
  }
  return yes(rows);
}

const yes = (value: JsonValue): CellValue => ({ ok: true, value });
const no = (message: string): CellValue => ({ ok: false, message });
