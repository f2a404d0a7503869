import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DeclarationError } from '../errors.ts';
import { checkProvided } from './checks.ts';
import { compile } from './compile.ts';
import type { StepDeclaration } from './declaration.ts';
import { takenAtDesk } from './field-meta.ts';
import { f } from './fields.ts';
import { law, permit } from './testing/works.ts';

const signing = {
  name: '签发',
  fields: z.object({
    number: f.text('文号').optional(),
    figures: f.provided(f.rows('数据', { text: f.text('数') })),
    remark: f.provided(f.text('系统说明')).optional(),
  }),
} as unknown as StepDeclaration;
const figures = [{ text: '97件' }];

describe('[P17] values the product puts in', () => {
  it('are taken from the product', () => {
    expect(checkProvided(signing, { number: '1号' }, { figures })).toBeUndefined();
  });

  it('are refused when they are sent from outside, even where the product sends them as well', () => {
    expect(checkProvided(signing, { figures }, { figures })).toMatchObject({ rule: 'kernel.P17' });
    expect(checkProvided(signing, { remark: '无' }, { figures })?.message).toContain('“系统说明”');
  });

  it('keep the step to its desk where one is needed', () => {
    expect(checkProvided(signing, {}, {})?.message).toContain('“数据”');
    expect(takenAtDesk(signing.fields)).toBe(true);
    expect(takenAtDesk(signing.fields.omit({ figures: true }))).toBe(false);
  });

  it('need a desk, or the declaration does not compile', () => {
    const steps = { ...permit.steps, divide: { ...permit.steps.divide!, fields: signing.fields } };
    expect(() => compile({ ...permit, steps }, law)).toThrow(DeclarationError);
    const desk = { name: '台', path: () => '/desk' };
    expect(() => compile({ ...permit, steps, desk }, law)).not.toThrow();
  });
});
