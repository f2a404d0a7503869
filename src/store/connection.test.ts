import { describe, expect, it } from 'vitest';
import { isRetryable, parseDecimal, parseTimestamp, withRetry } from './connection.ts';

describe('parseDecimal', () => {
  it.each([
    ['0', 0],
    ['-42', -42],
    ['1.50', 1.5],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9007199254740992', 9007199254740992n],
    ['-12345678901234567890', -12345678901234567890n],
    ['123456789012.340000000', 123456789012.34],
    ['1234567890123456.78', '1234567890123456.78'],
    ['0.00000000000000000001', 1e-20],
  ])('%s', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  it('NaN, which numeric knows, is NaN', () => {
    expect(parseDecimal('NaN')).toBeNaN();
  });
});

describe('parseTimestamp gives milliseconds in UTC', () => {
  it.each([
    ['2024-09-27 01:02:03.123456+00', '2024-09-27T01:02:03.123Z'],
    ['2024-09-27 01:02:03.1+00', '2024-09-27T01:02:03.100Z'],
    ['2024-09-27 01:02:03+00', '2024-09-27T01:02:03.000Z'],
    ['infinity', 'infinity'],
  ])('%s', (text, instant) => {
    expect(parseTimestamp(text)).toBe(instant);
  });
});

describe('withRetry', () => {
  const failing = (codes: string[]) => {
    let calls = 0;
    const work = async (): Promise<number> => {
      const code = codes[calls++];
      if (code) throw Object.assign(new Error(code), { code });
      return calls;
    };
    return work;
  };

  it('tries again after a serialisation failure, a deadlock and a lost connection', async () => {
    expect(
      await withRetry(failing(['40001', '40P01', 'CONNECTION_CLOSED', '57P03']), { firstDelayMs: 1 }),
    ).toBe(5);
  });

  it('passes any other error on at once', async () => {
    await expect(withRetry(failing(['23505']), { firstDelayMs: 1 })).rejects.toThrow('23505');
    expect(isRetryable(new Error('no code'))).toBe(false);
  });

  it('gives up after the tries it was allowed', async () => {
    await expect(
      withRetry(failing(['40001', '40001', '40001']), { tries: 2, firstDelayMs: 1 }),
    ).rejects.toThrow('40001');
  });
});
