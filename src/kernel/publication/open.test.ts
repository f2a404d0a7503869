import { describe, expect, it } from 'vitest';
import type { CompiledProcedure } from '../procedure/compile.ts';
import type { Facts, StepDeclaration } from '../procedure/declaration.ts';
import { evolve, type MatterState } from '../procedure/matter.ts';
import { publicationClocks, publicationOps } from './open.ts';

const procedure = {
  declaration: {
    publications: {
      report: {
        rule: 'T-YEAR',
        from: () => '2025-01-01',
        withheld: (facts: Facts) => (facts.closed ? { reason: '涉密' } : undefined),
      },
    },
  },
} as unknown as CompiledProcedure;
const drafting = { expects: ['report'] } as unknown as StepDeclaration;
const signing = { publishes: ['report'] } as unknown as StepDeclaration;

/** The matter after a step with no effect but on its publication. */
function taken(state: MatterState | undefined, step: StepDeclaration, on: string, facts: Facts): MatterState {
  const publications = publicationOps(procedure, step, facts, 'e');
  const clocks = publicationClocks(procedure, step, state, publications, facts, on);
  return evolve(state, {
    id: 'e',
    region: '999901',
    stream: 's',
    seq: (state?.seq ?? 0) + 1,
    type: 'report/step',
    at: `${on}T01:00:00.000Z`,
    on,
    actor: { person: 'p', post: 'o', unit: 'u' },
    request: 'r',
    data: {
      version: 1,
      input: {},
      set: {},
      pins: {},
      stages: [],
      title: '',
      clocks,
      publications,
      opens: [],
      alerts: [],
    } as never,
    personal: {},
    salt: '0'.repeat(32),
  });
}

describe('[D3] the days of a publication that a law gives a last day', () => {
  it('run from the step that expects it, and becoming due does not start them again', () => {
    const drafted = taken(undefined, drafting, '2025-01-10', {});
    expect(drafted.publications).toEqual({});
    expect(drafted.clocks['publication:report']).toMatchObject({ rule: 'T-YEAR', start: '2025-01-01' });
    const signed = taken(drafted, signing, '2025-02-10', {});
    expect(signed.publications.report).toMatchObject({ status: 'due' });
    expect(signed.clocks['publication:report']).toEqual(drafted.clocks['publication:report']);
  });

  it('end where it is withheld, and never begin where that is known', () => {
    const drafted = taken(undefined, drafting, '2025-01-10', {});
    const signed = taken(drafted, signing, '2025-02-10', { closed: true });
    expect(signed.clocks['publication:report']?.stopped).toEqual({
      on: '2025-02-10',
      outcome: '依法不予公示',
    });
    expect(taken(undefined, drafting, '2025-01-10', { closed: true }).clocks).toEqual({});
  });

  it('begin with the step that makes it due where none expected it', () => {
    const signed = taken(undefined, signing, '2025-02-10', {});
    expect(signed.clocks['publication:report']).toMatchObject({ start: '2025-01-01' });
  });

  it('do not begin for one that is public already', () => {
    const signed = taken(undefined, signing, '2025-02-10', {});
    expect(publicationClocks(procedure, drafting, signed, [], {}, '2025-02-11')).toEqual([]);
  });
});
