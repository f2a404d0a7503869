import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalAmount, capitalAmountOfFen } from './amount.ts';

describe('capitalAmount', () => {
  test.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['10', '壹拾元整'],
    ['105.05', '壹佰零伍元零伍分'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['10000.00', '壹万元整'],
    ['12000', '壹万贰仟元整'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['100001', '壹拾万零壹元整'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['100000001', '壹亿零壹元整'],
    ['100010000', '壹亿零壹万元整'],
    ['10203040506.07', '壹佰零贰亿零叁佰零肆万零伍佰零陆元零柒分'],
    ['1000000000000', '壹万亿元整'],
    ['1234500000000', '壹万贰仟叁佰肆拾伍亿元整'],
    ['1000000000001', '壹万亿零壹元整'],
    ['1000100000000', '壹万零壹亿元整'],
  ])('%s yuan', (yuan, capitals) => {
    expect(capitalAmount(yuan)).toBe(`人民币${capitals}`);
  });

  test('takes whole numbers and fen', () => {
    expect(capitalAmount(12000)).toBe('人民币壹万贰仟元整');
    expect(capitalAmountOfFen(10505)).toBe('人民币壹佰零伍元零伍分');
  });

  test.each(['-1', '1.005', '1,000', '', '12345678901234567'])('refuses %j', (yuan) => {
    expect(() => capitalAmount(yuan)).toThrow(RangeError);
  });

  test('refuses binary fractions, which lose cents', () => {
    expect(() => capitalAmount(105.05)).toThrow(RangeError);
  });

  test('is read back to the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (fen) => {
        expect(readBack(capitalAmountOfFen(fen))).toBe(fen);
      }),
    );
  });
});

/** An independent reader: sections by 亿 and 万 are read on their own and summed. */
function readBack(text: string): bigint {
  const [, whole = '', tail = ''] = /^人民币(?:(.*)元)?(.*)$/.exec(text)!;
  const jiao = /(.)角/.exec(tail)?.[1];
  const fen = /(.)分/.exec(tail)?.[1];
  const digit = (char: string | undefined): bigint => BigInt(char ? '零壹贰叁肆伍陆柒捌玖'.indexOf(char) : 0);
  const section = (part: string): bigint => {
    for (const [unit, size] of [
      ['亿', 10n ** 8n],
      ['万', 10n ** 4n],
      ['仟', 1000n],
      ['佰', 100n],
      ['拾', 10n],
    ] as const) {
      const cut = part.lastIndexOf(unit);
      if (cut >= 0) return section(part.slice(0, cut)) * size + section(part.slice(cut + 1));
    }
    return digit(part.replace(/零/g, '') || undefined);
  };
  return section(whole) * 100n + digit(jiao) * 10n + digit(fen);
}
