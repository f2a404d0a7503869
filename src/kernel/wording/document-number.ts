/**
 * Two systems of numbering that must not be mixed up:
 * - 公文字号, `杨政发〔2024〕3号`: agency code, year in six-corner brackets, serial without leading zeros, 号
 *   (GB/T 9704-2012, 7.2.5);
 * - 规范性文件统一登记号, `杨管规〔2012〕001-杨农01`: serial padded to three digits, the drafting agency's own
 *   short name and serial, no 号 ("three unifications" of normative documents).
 */

/** 公文字号. */
export interface OfficialNumber {
  readonly kind: 'official';
  /** Agency code 机关代字, e.g. 国办发. */
  readonly code: string;
  readonly year: number;
  readonly serial: number;
}

/** 三统一登记号. */
export interface RegistryNumber {
  readonly kind: 'registry';
  /** Short name of the division and 规, e.g. 杨管规. */
  readonly code: string;
  readonly year: number;
  /** Serial of the year across the division, from 1. */
  readonly serial: number;
  /** Short name of the drafting agency. */
  readonly agency: string;
  /** The drafting agency's own serial, from 1. */
  readonly agencySerial: number;
}

export type DocumentNumber = OfficialNumber | RegistryNumber;

/** A number as it was found, with what departs from the standard in Chinese words. */
export interface ReadDocumentNumber {
  readonly number: DocumentNumber;
  /** Empty when the text is exactly what {@link formatDocumentNumber} would write. */
  readonly problems: readonly string[];
}

/** Canonical text of a number. Throws RangeError where a part cannot stand in one. */
export function formatDocumentNumber(number: DocumentNumber): string {
  checkParts(number);
  const head = `${number.code}〔${number.year}〕`;
  return number.kind === 'official'
    ? `${head}${number.serial}号`
    : `${head}${pad(number.serial, 3)}-${number.agency}${pad(number.agencySerial, 2)}`;
}

/** The number a text states, if it is written exactly by the standard; undefined otherwise. */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  const read = readDocumentNumber(text);
  return read && read.problems.length === 0 ? read.number : undefined;
}

const OPEN = '〔\\[［(（【﹝';
const CLOSE = '〕\\]］)）】﹞';
const CODE = '([\\p{Script=Han}A-Za-z]{1,20})';
const REGISTRY = new RegExp(
  `^${CODE}[${OPEN}]?((?:19|20)\\d{2})[${CLOSE}]?(\\d{1,4})[-—－](\\p{Script=Han}{1,20})(\\d{1,4})$`,
  'u',
);
const OFFICIAL = new RegExp(`^${CODE}[${OPEN}]?((?:19|20)\\d{2})[${CLOSE}]?第?(\\d{1,5})号?$`, 'u');

/**
 * Reads a number as people and web copies write it: other brackets, a lost bracket or 号, 第, leading zeros, spaces
 * (`雅府法函〔201548` is 雅府法函〔2015〕48号). Undefined when no year and serial can be told apart.
 */
export function readDocumentNumber(text: string): ReadDocumentNumber | undefined {
  const compact = text.replace(/\s/g, '');
  const number = readRegistry(compact) ?? readOfficial(compact);
  return number && { number, problems: departures(text, formatDocumentNumber(number)) };
}

function readRegistry(text: string): RegistryNumber | undefined {
  const match = REGISTRY.exec(text);
  if (!match) return undefined;
  const [, code, year, serial, agency, agencySerial] = match as unknown as string[];
  return accept({
    kind: 'registry',
    code: code!,
    year: Number(year),
    serial: Number(serial),
    agency: agency!,
    agencySerial: Number(agencySerial),
  });
}

function readOfficial(text: string): OfficialNumber | undefined {
  const match = OFFICIAL.exec(text);
  if (!match) return undefined;
  const [, code, year, serial] = match as unknown as string[];
  return accept({ kind: 'official', code: code!, year: Number(year), serial: Number(serial) });
}

function accept<T extends DocumentNumber>(number: T): T | undefined {
  return number.serial > 0 && (number.kind === 'official' || number.agencySerial > 0) ? number : undefined;
}

function departures(text: string, canonical: string): readonly string[] {
  if (text === canonical) return [];
  const official = canonical.endsWith('号');
  const checks: readonly [boolean, string][] = [
    [/\s/.test(text), '文号中不应有空格'],
    [!/〔\d{4}〕/.test(text.replace(/\s/g, '')), '年份应当用六角括号〔〕括入'],
    [text.includes('第'), '发文顺序号前不加“第”字'],
    [official && !text.trimEnd().endsWith('号'), '公文字号末尾缺“号”字'],
    [official && /\D0+\d+号?$/.test(text.trimEnd()), '发文顺序号不编虚位（1不编为001）'],
    [
      !official && !text.includes(canonical.split('〕')[1]!),
      '登记号流水号应为三位、制定机关流水号应为两位，用连字符“-”相连',
    ],
  ];
  const found = checks.filter(([present]) => present).map(([, message]) => message);
  return found.length > 0 ? found : [`规范写法为“${canonical}”`];
}

function checkParts(number: DocumentNumber): void {
  const wholes = number.kind === 'official' ? [number.serial] : [number.serial, number.agencySerial];
  if (!number.code || (number.kind === 'registry' && !number.agency)) {
    throw new RangeError('a document number needs its agency code');
  }
  if (!/^(19|20)\d{2}$/.test(String(number.year)))
    throw new RangeError(`not a year of issue: ${number.year}`);
  const wrong = wholes.find((serial) => !Number.isInteger(serial) || serial < 1);
  if (wrong !== undefined) throw new RangeError(`not a serial number: ${wrong}`);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
