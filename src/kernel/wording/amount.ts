const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** An amount of yuan with at most two decimals, as decimal text so that no cent is lost. */
const AMOUNT = /^(\d{1,16})(?:\.(\d{1,2}))?$/;

/**
 * An amount of yuan in financial capitals: `12000` → `人民币壹万贰仟元整`, `105.05` → `人民币壹佰零伍元零伍分`.
 * Rules: 支付结算办法 annex 1 (正确填写票据和结算凭证的基本规定). 整 follows yuan and jiao, never fen; 零 stands
 * once for any run of zeros between two digits.
 * Takes decimal text or a safe integer of yuan; throws RangeError on negatives, more than two decimals, or 10¹⁶ and above.
 */
export function capitalAmount(yuan: string | number | bigint): string {
  if (typeof yuan === 'number' && !Number.isSafeInteger(yuan)) {
    throw new RangeError(`give ${yuan} as decimal text: binary fractions lose cents`);
  }
  const match = AMOUNT.exec(String(yuan));
  if (!match) throw new RangeError(`not an amount of yuan: ${yuan}`);
  const whole = capitalInteger(match[1]!);
  const fraction = (match[2] ?? '').padEnd(2, '0');
  const jiao = Number(fraction[0]);
  const fen = Number(fraction[1]);
  return `人民币${joinAmount(whole, jiao, fen)}`;
}

/** Fen (hundredths of a yuan), the unit money is kept in, in financial capitals. */
export function capitalAmountOfFen(fen: number | bigint): string {
  const value = BigInt(fen);
  if (value < 0n) throw new RangeError(`not an amount: ${fen} fen`);
  return capitalAmount(`${value / 100n}.${String(value % 100n).padStart(2, '0')}`);
}

function joinAmount(whole: string, jiao: number, fen: number): string {
  const yuan = whole === '' ? '' : `${whole}元`;
  if (jiao === 0 && fen === 0) return `${yuan || '零元'}整`;
  if (fen === 0) return `${yuan}${DIGITS[jiao]}角整`;
  if (jiao === 0) return `${yuan}${yuan && '零'}${DIGITS[fen]}分`;
  return `${yuan}${DIGITS[jiao]}角${DIGITS[fen]}分`;
}

/** Digits of a whole number in capitals; empty for zero. */
function capitalInteger(digits: string): string {
  const significant = digits.replace(/^0+/, '');
  const padded = significant.padStart(Math.ceil(significant.length / 4) * 4, '0');
  const groups = padded.match(/\d{4}/g) ?? [];
  let text = '';
  let zeroPending = false;
  groups.forEach((group, index) => {
    const unit = GROUPS[groups.length - 1 - index]!;
    if (Number(group) === 0) {
      zeroPending = true;
      return;
    }
    if (text && (zeroPending || group.startsWith('0'))) text += '零';
    text += capitalGroup(group) + unit;
    zeroPending = false;
  });
  // 亿 is said once: 壹万亿 alone, but 壹万贰仟亿 when the group of 亿 is filled too.
  return text.replace(/万亿(?=[^亿]*亿)/, '万');
}

function capitalGroup(group: string): string {
  let text = '';
  let zeroPending = false;
  [...group].forEach((digit, index) => {
    if (digit === '0') {
      zeroPending = text !== '';
      return;
    }
    text += (zeroPending ? '零' : '') + DIGITS[Number(digit)] + PLACES[3 - index];
    zeroPending = false;
  });
  return text;
}
