import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DocumentNumber,
  formatDocumentNumber,
  parseDocumentNumber,
  readDocumentNumber,
} from './document-number.ts';

const official: DocumentNumber = { kind: 'official', code: '国办公开办函', year: 2021, serial: 30 };
const registry: DocumentNumber = {
  kind: 'registry',
  code: '杨管规',
  year: 2012,
  serial: 1,
  agency: '杨农',
  agencySerial: 1,
};

describe('document numbers', () => {
  test('the two formats', () => {
    expect(formatDocumentNumber(official)).toBe('国办公开办函〔2021〕30号');
    expect(formatDocumentNumber(registry)).toBe('杨管规〔2012〕001-杨农01');
  });

  test('what is written is read back', () => {
    const year = fc.integer({ min: 1950, max: 2099 });
    const serial = fc.integer({ min: 1, max: 9999 });
    const code = fc.constantFrom('国办发', '青管发', '市中法委发');
    const number = fc.oneof(
      fc.record({ kind: fc.constant('official' as const), code, year, serial }),
      fc.record({
        kind: fc.constant('registry' as const),
        code,
        year,
        serial,
        agency: fc.constantFrom('杨农', '财'),
        agencySerial: serial,
      }),
    );
    fc.assert(
      fc.property(number, (value) => {
        expect(parseDocumentNumber(formatDocumentNumber(value))).toEqual(value);
      }),
    );
  });

  test.each([
    ['石发[2016]23号', '石发〔2016〕23号', '六角括号'],
    ['石发（2016）第23号', '石发〔2016〕23号', '第'],
    ['石发〔2016〕023号', '石发〔2016〕23号', '虚位'],
    ['石发 〔2016〕 23 号', '石发〔2016〕23号', '空格'],
    ['雅府法函〔201548', '雅府法函〔2015〕48号', '号'],
    ['中发〔202133号', '中发〔2021〕33号', '六角括号'],
    ['杨管规〔2012〕1-杨农1', '杨管规〔2012〕001-杨农01', '三位'],
    ['杨管规[2012]001-杨农01', '杨管规〔2012〕001-杨农01', '六角括号'],
  ])('%s is read as %s and the departure named', (text, canonical, problem) => {
    const read = readDocumentNumber(text)!;
    expect(formatDocumentNumber(read.number)).toBe(canonical);
    expect(read.problems.join('；')).toContain(problem);
    expect(parseDocumentNumber(text)).toBeUndefined();
  });

  test.each(['', '关于开展检查的通知', '石发〔2016〕号', '石发〔1816〕3号', '石发〔2016〕0号'])(
    '%j is no number',
    (text) => {
      expect(readDocumentNumber(text)).toBeUndefined();
    },
  );

  test('a part that cannot stand in a number is refused', () => {
    expect(() => formatDocumentNumber({ ...official, serial: 0 })).toThrow(RangeError);
    expect(() => formatDocumentNumber({ ...official, year: 24 })).toThrow(RangeError);
    expect(() => formatDocumentNumber({ ...registry, agency: '' })).toThrow(RangeError);
  });
});
