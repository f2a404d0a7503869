import type { Certificate } from '../../../kernel/identity/posts.ts';
import type { MatterState } from '../../../kernel/procedure/matter.ts';
import type { CertificateFacts } from './fields.ts';

/** Scope that covers all fields of the holder's unit. */
const everyField = '综合';

/** The certificate as it stands after a step; a lost one ends early, so that what was done before stays covered. */
export function certificateOf(after: MatterState): Certificate | undefined {
  const facts = after.facts as CertificateFacts;
  if (!facts.number || !facts.validFrom || !facts.validTo) return undefined;
  return {
    person: facts.holder![0]!,
    name: facts.holderName!,
    unit: after.unit,
    kind: facts.kind!,
    number: facts.number,
    from: facts.validFrom,
    to: facts.lastDay ?? facts.validTo,
    scope: facts.scope && facts.scope !== everyField ? [facts.scope] : [],
    suspended: facts.suspensions ?? [],
  };
}
