const digits = '零壹贰叁肆伍陆柒捌玖';
const within = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/**
 * An amount in yuan in the capitals that documents of payment use: 12300.5 → `人民币壹万贰仟叁佰元伍角`.
 * Whole amounts end in 整. Undefined for what is no amount of at most two decimals below a billion million.
 */
export function chineseAmount(yuan: number): string | undefined {
  const cents = Math.round(yuan * 100);
  if (!Number.isFinite(yuan) || yuan < 0 || !Number.isSafeInteger(cents)) return undefined;
  if (Math.abs(yuan * 100 - cents) > 1e-4) return undefined;
  const whole = Math.floor(cents / 100);
  const jiao = Math.floor(cents / 10) % 10;
  const fen = cents % 10;
  const tail = [jiao ? `${digits[jiao]}角` : fen && whole ? '零' : '', fen ? `${digits[fen]}分` : ''].join(
    '',
  );
  if (whole === 0 && tail) return `人民币${tail}`;
  return `人民币${wholeAmount(whole)}元${tail || '整'}`;
}

function wholeAmount(value: number): string {
  if (value === 0) return '零';
  let text = '';
  let gap = false;
  for (let group = groups.length - 1; group >= 0; group--) {
    const part = Math.floor(value / 10_000 ** group) % 10_000;
    if (part === 0) {
      gap ||= text !== '';
      continue;
    }
    if (gap || (text && part < 1000)) text += '零';
    text += fourDigits(part) + groups[group];
    gap = false;
  }
  return text;
}

function fourDigits(value: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? '零' : '') + digits[digit] + within[place];
    gap = false;
  }
  return text;
}
