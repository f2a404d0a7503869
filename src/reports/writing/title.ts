/**
 * Lines of a title: whole words on each line, well-proportioned, in a trapezoid or a diamond
 * (GB/T 9704-2012, 7.3.1). A title with line breaks of its own keeps them.
 */

/** Characters of size 2 type that stand on a line of 156 mm with half a character free at each side. */
const MAX_WIDTH = 19;
const COMFORTABLE_WIDTH = 18;
/** A shorter line is an orphan. */
const MIN_WIDTH = 4;
/** Titles longer than this many lines are not weighed line by line. */
const MAX_LINES = 5;

/** No line may begin with these … */
const CLOSING = /^[的之等、，。；：？！”’》）〕】]/u;
/** … nor end with these. */
const OPENING = /([“‘《（〔【和与及在对把将向为第]|关于)$/u;
/** A line that begins here reads naturally. */
const NATURAL_START = /^(关于|印发|《)/u;

const WEIGHT = {
  hourglass: 60,
  rectangle: 18,
  spread: 1.2,
  tight: 12,
  short: 25,
  natural: -30,
  line: 16,
} as const;

export function titleLines(title: string): readonly string[] {
  if (title.includes('\n')) return title.split('\n').map((line) => line.trim());
  if (width(title) <= MAX_WIDTH) return [title];
  const units = wordUnits(title);
  const fewest = Math.ceil(width(title) / MAX_WIDTH);
  const best = fewest > MAX_LINES ? undefined : cheapest(candidates(units, fewest));
  return best ?? filled(units);
}

/** Divisions into as few lines as will do, and into one more. */
function* candidates(units: readonly string[], fewest: number): Generator<readonly string[]> {
  yield* divisions(units, fewest);
  yield* divisions(units, fewest + 1);
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

/** Ways to set the words on `count` lines, none too long and none of a few characters only. */
function* divisions(units: readonly string[], count: number): Generator<readonly string[]> {
  const whole = width(units.join(''));
  if (whole > count * MAX_WIDTH || whole < count * MIN_WIDTH) return;
  if (count === 1) {
    yield [units.join('')];
    return;
  }
  for (let end = 1; end < units.length; end++) {
    const line = units.slice(0, end).join('');
    if (width(line) > MAX_WIDTH) return;
    if (width(line) < MIN_WIDTH) continue;
    for (const rest of divisions(units.slice(end), count - 1)) yield [line, ...rest];
  }
}

/** Each line filled as far as it goes: for texts too long to be a title. */
function filled(units: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const unit of units) {
    const last = lines.at(-1);
    if (last !== undefined && width(last + unit) <= MAX_WIDTH) lines[lines.length - 1] = last + unit;
    else lines.push(unit);
  }
  return lines;
}

function cheapest(divided: Iterable<readonly string[]>): readonly string[] | undefined {
  let best: { readonly lines: readonly string[]; readonly cost: number } | undefined;
  for (const lines of divided) {
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
    WEIGHT.line * lines.length +
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
