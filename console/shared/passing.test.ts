import { expect, it } from 'vitest';
import { mayPass } from './passing.ts';

it('offers to try again what may pass: a fault, a crowd, no network; not what is answered for good', () => {
  const passing = [
    ['fault', 0],
    ['fault', 500],
    ['invalid', 429],
    ['fault', 503],
  ] as const;
  for (const [kind, status] of passing) expect(mayPass({ kind, status }), kind).toBe(true);
  const lasting = [
    ['not-found', 404],
    ['forbidden', 403],
    ['invalid', 422],
    ['gate', 409],
  ] as const;
  for (const [kind, status] of lasting) expect(mayPass({ kind, status }), kind).toBe(false);
});
