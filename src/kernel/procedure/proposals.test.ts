import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compile } from './compile.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import { f } from './fields.ts';
import { outlook } from './outlook.ts';
import { received, stateOf } from './testing/acts.ts';
import { at, law, permit } from './testing/works.ts';

describe('[P24] proposals for a form', () => {
  const proposing = compile(
    {
      ...permit,
      steps: {
        ...permit.steps,
        divide: {
          ...permit.steps.divide!,
          fields: z.object({ note: f.text('备注').optional() }),
          proposes: ({ facts }) => ({ note: `${facts.subject}${facts.applicant ?? ''}` }),
        },
      },
    },
    law,
  );
  const shown = (kind: Context['actor']['kind']) =>
    outlook(proposing, stateOf(received()), { ...at(kind), personal: { applicant: '欧阳甲乙' } }).find(
      ({ step }) => step === 'divide',
    );

  it('stand with an open step and hold nothing personal', () => {
    expect(shown('window-clerk')?.proposed).toEqual({ note: '路牌' });
    expect(shown('examiner')).not.toHaveProperty('proposed');
  });

  it('decide nothing: the step is taken with what is sent', () => {
    const decision = decide(
      proposing,
      stateOf(received()),
      { step: 'divide', input: {} },
      at('window-clerk'),
    );
    expect(stateOf(decision).facts).not.toHaveProperty('note');
  });
});
