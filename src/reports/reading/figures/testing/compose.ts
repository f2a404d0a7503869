import { DECOYS, FACTS } from './grammar.ts';
import { inCharacters, type Printed, printCount } from './printing.ts';
import type { Random } from './random.ts';

/** A figure that the composed text is known to state. */
export interface KnownFigure {
  value: number;
  unit: string;
  qualifier: string;
  start: number;
  end: number;
}

export interface Composed {
  text: string;
  figures: KnownFigure[];
}

/** A paragraph of facts and decoys in random order. */
export function composeParagraph(random: Random, clauses: number): Composed {
  const composed: Composed = { text: '', figures: [] };
  for (let i = 0; i < clauses; i += 1) {
    if (random.next() < 0.35) composed.text += random.pick(DECOYS);
    else writeFact(composed, random, random.pick(FACTS));
    composed.text += i === clauses - 1 ? '。' : random.pick([',', '，', ';', '。']);
  }
  return composed;
}

const SLOT = /\{(n:[^}]+|pp|p|m|d)\}/;

function writeFact(composed: Composed, random: Random, pattern: string): void {
  let rest = pattern;
  for (let slot = SLOT.exec(rest); slot !== null; slot = SLOT.exec(rest)) {
    composed.text += rest.slice(0, slot.index);
    writeSlot(composed, random, slot[1]!);
    rest = rest.slice(slot.index + slot[0].length);
  }
  composed.text += rest;
}

function writeSlot(composed: Composed, random: Random, slot: string): void {
  const [printed, unit, printedUnit] = fill(random, slot);
  const start = composed.text.length;
  composed.text += printed.text + printedUnit;
  composed.figures.push({
    value: printed.value,
    unit,
    qualifier: printed.qualifier,
    start,
    end: composed.text.length,
  });
}

/** The printed number, the unit as it should be read, and the unit as printed. */
function fill(random: Random, slot: string): [printed: Printed, unit: string, printedUnit: string] {
  if (slot === 'p') return [decimal(random, 1000), '%', random.pick(['%', '％'])];
  if (slot === 'pp') return [decimal(random, 100), '百分点', '个百分点'];
  if (slot === 'd') {
    const value = random.whole(2, 20);
    const text = random.pick([String(value), inCharacters(value)]);
    return [{ text, value, qualifier: '' }, '个工作日', '个工作日'];
  }
  if (slot === 'm') {
    const cents = random.whole(101, 999999);
    return [{ text: `${cents / 100}万`, value: cents * 100, qualifier: '' }, '元', '元'];
  }
  const unit = slot.slice(2);
  return [printCount(random), unit, unit];
}

function decimal(random: Random, most: number): Printed {
  const value = random.whole(1, most) / 10;
  return { text: String(value), value, qualifier: '' };
}
