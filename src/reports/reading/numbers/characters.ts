/**
 * The characters that numbers are written with. Full-width forms (１２３％) are read as their half-width
 * twins; the traditional and the formal (banking) forms stand beside the common ones.
 */

const DIGIT_FORMS: readonly string[] = [
  '〇零○',
  '一壹弌',
  '二贰貳两兩倆俩',
  '三叁參叄',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
];

const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

const SMALL_UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};

const BIG_UNITS: Readonly<Record<string, number>> = {
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
};

/** One lookup per character: what it can do in a number. */
const DIGITS = new Map<string, number>();
for (const [value, forms] of DIGIT_FORMS.entries()) for (const form of forms) DIGITS.set(form, value);

const SMALL = new Map(Object.entries(SMALL_UNITS));
const BIG = new Map(Object.entries(BIG_UNITS));
const TEN_FORMS = new Map(Object.entries(TENS));

/** Value 0–9 of a Chinese digit, -1 for anything else. */
export function chineseDigit(char: string): number {
  return DIGITS.get(char) ?? -1;
}

/** 10, 100 or 1000, else 0. */
export function smallUnit(char: string): number {
  return SMALL.get(char) ?? 0;
}

/** 1e4, 1e8 or 1e12, else 0. */
export function bigUnit(char: string): number {
  return BIG.get(char) ?? 0;
}

/** 廿 and 卅, else 0. */
export function writtenTens(char: string): number {
  return TEN_FORMS.get(char) ?? 0;
}

export function isZero(char: string): boolean {
  return DIGITS.get(char) === 0;
}

/** The half-width twin of a full-width ASCII character; other code units come back unchanged. */
export function halfWidth(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

/** Value 0–9 of an arabic digit, half or full width, at `i`; -1 for anything else. */
export function arabicDigit(text: string, i: number): number {
  const code = halfWidth(text.charCodeAt(i));
  return code >= 48 && code <= 57 ? code - 48 : -1;
}

export function isLatin(text: string, i: number): boolean {
  const code = halfWidth(text.charCodeAt(i)) | 32;
  return code >= 97 && code <= 122;
}

const DECIMAL_POINTS = new Set(['.', '．']);
const SEPARATORS = new Set([',', '，', '\u00a0', '\u2009', '\u202f']);
const POINT_WORDS = new Set(['点', '點']);

export function isDecimalPoint(char: string): boolean {
  return DECIMAL_POINTS.has(char);
}

/** Comma, or one of the narrow spaces typesetters put between groups of three digits. */
export function isGroupSeparator(char: string): boolean {
  return SEPARATORS.has(char);
}

export function isPointWord(char: string): boolean {
  return POINT_WORDS.has(char);
}

/** One flag a UTF-16 unit: every character of a text is asked. */
const BEGINS = new Uint8Array(65536);
for (const char of [
  ...'0123456789０１２３４５６７８９数几幾上近万萬',
  ...DIGITS.keys(),
  ...SMALL.keys(),
  ...TEN_FORMS.keys(),
]) {
  BEGINS[char.charCodeAt(0)] = 1;
}

/** Can a number begin with this character? The scanner looks no further at any other. */
export function mayBeginNumber(text: string, i: number): boolean {
  return BEGINS[text.charCodeAt(i)] === 1;
}
