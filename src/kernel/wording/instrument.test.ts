import { describe, expect, test } from 'vitest';
import { DeclarationError, RefusedError } from '../errors.ts';
import { defineInstrument, fillInstrument, type InstrumentTemplate } from './instrument.ts';

const notice: InstrumentTemplate = {
  id: 'test.notice',
  name: '补正通知书',
  sealed: true,
  fields: {
    applicant: { label: '申请人' },
    materials: { label: '需要补正的材料' },
    agent: { label: '代理人', optional: true },
  },
  parts: [
    {
      kind: 'details',
      entries: [
        ['申请人', '{applicant}'],
        ['代理人', '{agent}'],
      ],
    },
    { kind: 'list', field: 'materials' },
    { kind: 'paragraph', when: 'agent', text: '代理人{agent}。' },
    { kind: 'remedies', act: '本通知' },
  ],
};
const remedies = { reviewBody: '甲', reviewDays: 60, court: '乙', litigationMonths: 6 };
const context = { organ: '某局', date: '2024-06-04', remedies };

describe('fillInstrument', () => {
  test('fills fields, numbers lists, and leaves out what was not given', () => {
    const filled = fillInstrument(notice, { applicant: '甲公司', materials: ['图纸', '证明'] }, context);
    expect(filled.blocks.slice(0, 3)).toEqual([
      { kind: 'details', entries: [{ label: '申请人', value: '甲公司' }] },
      { kind: 'paragraph', content: ['1.图纸'] },
      { kind: 'paragraph', content: ['2.证明'] },
    ]);
    expect(filled.blocks).toHaveLength(4);
    expect(filled.signature).toEqual({ issuers: ['某局'], date: '2024-06-04', sealed: true });
  });

  test('a value with braces is not filled again', () => {
    const filled = fillInstrument(notice, { applicant: '{agent}', materials: ['x'], agent: '丙' }, context);
    expect(filled.blocks[0]).toEqual({
      kind: 'details',
      entries: [
        { label: '申请人', value: '{agent}' },
        { label: '代理人', value: '丙' },
      ],
    });
  });

  test('refuses with every missing field, the date and the remedies named', () => {
    const attempt = () => fillInstrument(notice, { applicant: ' ', materials: [] }, { organ: '某局' });
    expect(attempt).toThrow(RefusedError);
    expect(attempt).toThrow(/缺少申请人、需要补正的材料、成文日期、救济途径和期限/);
  });
});

describe('defineInstrument', () => {
  test('a placeholder that is no field is named with its place', () => {
    const wrong = {
      ...notice,
      parts: [{ kind: 'paragraph', text: '{nobody}' }],
    } satisfies InstrumentTemplate;
    expect(() => defineInstrument(wrong)).toThrow(DeclarationError);
    expect(() => defineInstrument(wrong)).toThrow('parts[0]: field nobody is not declared');
  });

  test('a form row must span the whole grid', () => {
    const wrong = {
      ...notice,
      parts: [{ kind: 'form', widths: [1, 1, 1], rows: [[{ text: 'x', span: 2 }]] }],
    } satisfies InstrumentTemplate;
    expect(() => defineInstrument(wrong)).toThrow('parts[0].rows[0]: spans 2 of 3 columns');
  });
});
