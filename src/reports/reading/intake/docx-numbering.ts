import { printHan } from '../text/han-number.ts';
import { attribute, scanXml } from './xml.ts';

/**
 * Automatic numbering of Word files (ISO/IEC 29500-1 §17.9): the printed "一、" of a heading is not in its
 * text but computed from numbering.xml. This renders it the way Word does, paragraph by paragraph.
 */
interface Level {
  start: number;
  format: string;
  /** E.g. "（%2）": %n is the counter of level n. */
  text: string;
}

interface NumberedList {
  levels: Map<number, Level>;
}

export interface Numbering {
  /** The printed number of a paragraph in list `numId` at `level`; counts it. */
  next(numId: string, level: number): string;
}

export function readNumbering(xml: string): Numbering {
  const abstracts = new Map<string, NumberedList>();
  const lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  let list: NumberedList | null = null;
  let level: Level | null = null;
  let instance: { abstract: string; starts: Map<number, number> } | null = null;
  let overridden = 0;
  scanXml(xml, {
    open(name, attributes) {
      const value = attribute(attributes, 'w:val');
      if (name === 'w:abstractNum') {
        list = { levels: new Map() };
        abstracts.set(attribute(attributes, 'w:abstractNumId') ?? '', list);
      } else if (name === 'w:num') {
        instance = { abstract: '', starts: new Map() };
        lists.set(attribute(attributes, 'w:numId') ?? '', instance);
      } else if (name === 'w:lvl' && list) {
        level = { start: 1, format: 'decimal', text: '' };
        list.levels.set(Number(attribute(attributes, 'w:ilvl') ?? 0), level);
      } else if (name === 'w:lvlOverride') overridden = Number(attribute(attributes, 'w:ilvl') ?? 0);
      else if (name === 'w:startOverride') instance?.starts.set(overridden, Number(value ?? 1));
      else if (name === 'w:abstractNumId' && instance) instance.abstract = value ?? '';
      else if (level && name === 'w:start') level.start = Number(value ?? 1);
      else if (level && name === 'w:numFmt') level.format = value ?? 'decimal';
      else if (level && name === 'w:lvlText') level.text = value ?? '';
    },
    close(name) {
      if (name === 'w:lvl') level = null;
      if (name === 'w:abstractNum') list = null;
      if (name === 'w:num') instance = null;
    },
  });
  return counting(abstracts, lists);
}

function counting(
  abstracts: ReadonlyMap<string, NumberedList>,
  lists: ReadonlyMap<string, { abstract: string; starts: Map<number, number> }>,
): Numbering {
  const counters = new Map<string, Map<number, number>>();
  const restarted = new Set<string>();
  return {
    next(numId, level) {
      const instance = lists.get(numId);
      const list = instance && abstracts.get(instance.abstract);
      const definition = list?.levels.get(level);
      if (!instance || !list || !definition) return '';
      const counts = counters.get(instance.abstract) ?? new Map<number, number>();
      counters.set(instance.abstract, counts);
      const override = instance.starts.get(level);
      if (override !== undefined && !restarted.has(`${numId}/${level}`)) {
        restarted.add(`${numId}/${level}`);
        counts.set(level, override - 1);
      }
      counts.set(level, (counts.get(level) ?? definition.start - 1) + 1);
      for (const inner of [...counts.keys()]) if (inner > level) counts.delete(inner);
      return definition.text.replace(/%(\d)/g, (_, digit) => {
        const shown = list.levels.get(Number(digit) - 1);
        return shown ? print(counts.get(Number(digit) - 1) ?? shown.start, shown.format) : '';
      });
    },
  };
}

const HAN_FORMATS = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'ideographDigital',
  'japaneseCounting',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
]);

function print(value: number, format: string): string {
  if (HAN_FORMATS.has(format)) return printHan(value);
  if (format === 'bullet' || format === 'none') return '';
  if (format.startsWith('decimalEnclosedCircle') && value <= 20) return String.fromCharCode(0x245f + value);
  if (format === 'decimalEnclosedParen' && value <= 20) return String.fromCharCode(0x2473 + value);
  if (format === 'decimalEnclosedFullstop' && value <= 20) return String.fromCharCode(0x2487 + value);
  if (format === 'upperLetter') return String.fromCharCode(0x40 + value);
  if (format === 'lowerLetter') return String.fromCharCode(0x60 + value);
  return String(value);
}
