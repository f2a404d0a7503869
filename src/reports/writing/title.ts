/**
 * Lines of a title: whole words on each line, well-proportioned, in a trapezoid or a diamond
 * (GB/T 9704-2012, 7.3.1). A title with line breaks of its own keeps them.
 */

/** Characters of size 2 type that stand on a line of 156 mm with half a character free at each side. */
const MAX_WIDTH = 19;
const COMFORTABLE_WIDTH = 18;

/** No line may begin with these … */
const CLOSING = /^[的之等、，。；：？！”’》）〕】]/u;
/** … nor end with these. */
const OPENING = /[“‘《（〔【和与及在对把将向为第]$/u;
/** A line that begins here reads naturally. */
const NATURAL_START = /^(关于|印发|《)/u;

const WEIGHT = { hourglass: 60, rectangle: 18, spread: 1.2, tight: 12, short: 25, natural: -30 } as const;

export function titleLines(title: string): readonly string[] {
  if (title.includes('\n')) return title.split('\n').map((line) => line.trim());
  if (width(title) <= MAX_WIDTH) return [title];
  const units = wordUnits(title);
  const fewest = Math.ceil(width(title) / MAX_WIDTH);
  for (const count of [fewest, fewest + 1, fewest + 2]) {
    const best = cheapest(divisions(units, count));
    if (best) return best;
  }
  return [title];
}

/** Width in Chinese characters; letters and digits take half of one. */
function width(text: string): number {
  return [...text].reduce(
    (sum, char) => sum + (char.charCodeAt(0) < 0x2e80 && !/[“”‘’—…]/.test(char) ? 0.5 : 1),
    0,
  );
}

/** Words as the runtime's dictionary knows them, with numbers, brackets and particles kept to their neighbours. */
function wordUnits(title: string): readonly string[] {
  const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
  const units: string[] = [];
  for (const { segment } of segmenter.segment(title)) {
    const last = units.at(-1);
    const joined =
      last !== undefined &&
      (CLOSING.test(segment) ||
        OPENING.test(last) ||
        (/\d$/.test(last) && /^[年月日号届次期%]/.test(segment)) ||
        (/^年度?$/.test(segment) && /\d$/.test(last)) ||
        (/\d年$/.test(last) && segment.startsWith('度')));
    if (joined) units[units.length - 1] = last + segment;
    else units.push(segment);
  }
  return units;
}

function* divisions(units: readonly string[], count: number): Generator<readonly string[]> {
  if (count === 1) {
    const line = units.join('');
    if (width(line) <= MAX_WIDTH) yield [line];
    return;
  }
  for (let end = 1; end <= units.length - count + 1; end++) {
    const line = units.slice(0, end).join('');
    if (width(line) > MAX_WIDTH) return;
    for (const rest of divisions(units.slice(end), count - 1)) yield [line, ...rest];
  }
}

function cheapest(candidates: Iterable<readonly string[]>): readonly string[] | undefined {
  let best: { readonly lines: readonly string[]; readonly cost: number } | undefined;
  for (const lines of candidates) {
    const cost = costOf(lines);
    if (!best || cost < best.cost) best = { lines, cost };
  }
  return best?.lines;
}

function costOf(lines: readonly string[]): number {
  const widths = lines.map(width);
  const longest = Math.max(...widths);
  const shortest = Math.min(...widths);
  const natural = lines.slice(1).filter((line) => NATURAL_START.test(line)).length;
  return (
    shapeCost(widths) +
    WEIGHT.spread * (longest - shortest) +
    WEIGHT.tight * Math.max(0, longest - COMFORTABLE_WIDTH) +
    WEIGHT.short * Math.max(0, 6 - shortest) +
    WEIGHT.natural * Math.min(natural, 1)
  );
}

/** Trapezoid (growing or shrinking) and diamond (growing, then shrinking) are right; equal lines or a waist are not. */
function shapeCost(widths: readonly number[]): number {
  const steps = widths.slice(1).map((value, index) => Math.sign(value - widths[index]!));
  if (steps.every((step) => step === 0)) return WEIGHT.rectangle;
  const firstFall = steps.indexOf(-1);
  const lastRise = steps.lastIndexOf(1);
  return firstFall >= 0 && lastRise > firstFall ? WEIGHT.hourglass : 0;
}
