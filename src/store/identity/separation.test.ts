import { describe, expect, it } from 'vitest';
import { type PostKindId, postKinds } from '../../kernel/identity/posts.ts';
import { mayBeHeld, powerOf, separationBreach } from './separation.ts';

const kinds = (Object.keys(postKinds) as PostKindId[]).filter(mayBeHeld);
const pairs = kinds.flatMap((held) => kinds.map((wanted) => [held, wanted] as const));

/** Written out by hand, not derived from the table of post kinds. */
const administrators = ['system-administrator', 'security-administrator', 'audit-administrator'];

describe('separation of the three administrators', () => {
  it.each(pairs)('%s and %s', (held, wanted) => {
    const administrates = [held, wanted].filter((kind) => administrators.includes(kind));
    const apart = administrates.length === 1 || (administrates.length === 2 && held !== wanted);
    expect(separationBreach([held], wanted) !== undefined).toBe(apart);
  });

  it('is the same whichever of the two comes first', () => {
    for (const [one, other] of pairs) {
      expect(separationBreach([one], other) === undefined).toBe(separationBreach([other], one) === undefined);
    }
  });

  it('never goes away with another post: whoever was barred by what he held stays barred', () => {
    for (const wanted of kinds) {
      for (const [one, other] of pairs) {
        const each = [one, other].some((held) => separationBreach([held], wanted) !== undefined);
        expect(separationBreach([one, other], wanted) !== undefined).toBe(each);
      }
    }
  });

  it('names both posts and what to do', () => {
    expect(separationBreach(['case-officer'], 'audit-administrator')).toMatch(
      /行政执法人员.*审计管理员.*不能同时办理业务.*请改由他人/,
    );
    expect(powerOf('unit-head')).toBe('business');
  });
});
