import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DeclarationError } from '../errors.ts';
import { verifyPersonal } from '../ledger/digest.ts';
import { fromHex } from '../ledger/sm3.ts';
import { compile } from './compile.ts';
import type { Decision } from './context.ts';
import type { ProcedureDeclaration, StepDeclaration } from './declaration.ts';
import { takesAnywhere } from './declaration.ts';
import { f } from './fields.ts';
import { evolve, replay } from './matter.ts';
import { outlook } from './outlook.ts';
import { act, checked, decision, done, received, refusal, stateOf } from './testing/acts.ts';
import { at, certificate, law, permit, procedure } from './testing/works.ts';

const loose = { field: 'nowhere', rows: 'materials', key: 'code', shows: 'name' };

describe('declarations', () => {
  const broken = (change: Partial<ProcedureDeclaration>) => () => compile({ ...permit, ...change }, law);
  const step = (id: string, change: Partial<StepDeclaration>) =>
    broken({ steps: { ...permit.steps, [id]: { ...permit.steps[id]!, ...change } } });

  it.each([
    ['unknown stage', step('divide', { to: ['nowhere'] }), 'steps.divide'],
    ['final stage without outcome', step('decide', { outcome: undefined as never }), 'steps.decide.outcome'],
    [
      'field without words',
      step('divide', { fields: z.object({ bare: z.string() }) }),
      'steps.divide.fields.bare',
    ],
    [
      'rows from an item nobody chooses (P19)',
      step('divide', {
        fields: z.object({ given: f.rows('材料', { code: f.text('材料') }, { from: loose }) }),
      }),
      'steps.divide.fields.given',
    ],
    ['officers of no field', step('inspect', { fields: z.object({}) }), 'steps.inspect.officers.field'],
    ['unknown clock', step('divide', { clocks: [{ clock: 'none', do: 'start' }] }), 'steps.divide.clocks'],
    ['unknown publication', step('decide', { publishes: ['none'] }), 'steps.decide.publishes'],
    [
      'mark of an item nobody pins',
      step('decide', { forItems: { pin: 'none', field: 'type', is: 'instant' } }),
      'steps.decide.forItems',
    ],
    ['unknown expected', step('receive', { expects: ['none'] }), 'steps.receive.expects'],
    [
      'claim of no field',
      step('decide', { claims: [{ kind: 'x', field: 'none', say: '' }] }),
      'steps.decide.claims',
    ],
    ['stage nobody reaches', broken({ stages: { ...permit.stages, lost: { name: '失' } } }), 'stages.lost'],
    ['unknown provision', broken({ clocks: { decide: { name: 'x', rule: 'T-99' } } }), 'clocks.decide.rule'],
    ['searched field that is none', broken({ search: ['none'] }), 'search'],
    ['version zero', broken({ version: 0 }), 'version'],
  ])('[P1] %s is refused with system and field', (_, compiling, path) => {
    expect(compiling).toThrow(DeclarationError);
    expect(compiling).toThrow(new RegExp(`^permit-work: ${path.replaceAll('.', '\\.')}`));
  });
});

describe('stages and posts', () => {
  it('[P2] takes a step only in its stage, and says which steps are open', () => {
    const state = stateOf(received());
    const no = refusal(act(state, 'join', at('window-clerk')));
    expect(no).toMatchObject({ kind: 'not-allowed-now', rule: 'kernel.P2' });
    expect(no.allowed).toEqual([{ step: 'divide', name: '分送审查' }]);
  });

  it('[P2] runs stages in parallel and joins them only when all are there', () => {
    let state = stateOf(act(stateOf(received()), 'divide', at('window-clerk')));
    expect(state.stages).toEqual(['checking-a', 'checking-b']);
    state = stateOf(act(state, 'check-a', at('examiner')));
    expect(state.stages).toEqual(['checking-b', 'done-a']);
    expect(refusal(act(state, 'join', at('examiner'))).rule).toBe('kernel.P2');
    state = stateOf(act(state, 'check-b', at('examiner')));
    expect(stateOf(act(state, 'join', at('examiner'))).stages).toEqual(['checked']);
  });

  it('[P3] a closed matter takes no further step', () => {
    const closed = stateOf(act(checked(), 'decide', at('unit-head'), decision));
    expect(closed).toMatchObject({ closed: true, outcome: '已决定', closedOn: '2024-09-02' });
    for (const step of Object.keys(permit.steps)) {
      const result = act(closed, step, at(permit.steps[step]!.by[0]!), decision);
      expect(refusal(result).rule).toBe('kernel.P3');
    }
  });

  it('[P4] asks for the post, in the unit of the matter', () => {
    const state = stateOf(received());
    expect(refusal(act(state, 'divide', at('examiner'))).rule).toBe('kernel.P4');
    expect(refusal(act(state, 'divide', at('window-clerk', { unit: 'u2' }))).rule).toBe('kernel.P4');
  });

  it('[P4] in any unit for the kinds a step names so, and for no other of those that may take it', () => {
    const by = ['unit-head', 'region-head'] as const;
    expect(by.map((kind) => takesAnywhere({ by }, kind))).toEqual([false, false]);
    expect(by.map((kind) => takesAnywhere({ by, anyUnit: true }, kind))).toEqual([true, true]);
    expect(by.map((kind) => takesAnywhere({ by, anyUnit: ['region-head'] }, kind))).toEqual([false, true]);
    expect(takesAnywhere({ by, anyUnit: ['region-head', 'examiner'] }, 'examiner')).toBe(false);
  });

  it('[P5] whoever handled a matter does not review it, keyed in or named', () => {
    const state = checked();
    expect(refusal(act(state, 'decide', at('examiner'), decision))).toMatchObject({
      rule: 'kernel.P5',
      message: '审查人员不能作出决定。',
    });
    const two = { officers: ['a', 'b'] };
    const seen = stateOf(
      act(
        state,
        'inspect',
        at('case-officer', { person: 'a', certificates: [certificate('a'), certificate('b')] }),
        two,
      ),
    );
    expect(refusal(act(seen, 'decide', at('unit-head', { person: 'b' }), decision)).rule).toBe('kernel.P5');
    expect(act(seen, 'decide', at('unit-head', { person: 'c' }), decision).ok).toBe(true);
  });
});

describe('input, officers, items', () => {
  it('[P6] names each field that is wrong, and refuses fields it does not know', () => {
    const no = refusal(act(undefined, 'receive', at('window-clerk'), { subject: '  ', extra: 1 }));
    expect(no).toMatchObject({ kind: 'invalid', rule: 'kernel.P6' });
    expect(no.fields?.map((field) => field.path).sort()).toEqual(['applicant', 'extra', 'subject']);
    const odd = refusal(act(undefined, 'receive', at('window-clerk'), { constructor: 1 } as never));
    expect(odd.fields?.map((field) => field.path)).toContain('constructor');
  });

  it.each([
    ['too few', ['a'], [certificate('a')]],
    ['one without a certificate', ['a', 'b'], [certificate('a')]],
    ['one whose certificate ended yesterday', ['a', 'b'], [certificate('a'), certificate('b', '2024-09-01')]],
    ['the actor not among them', ['b', 'c'], [certificate('b'), certificate('c')]],
  ])('[P7] officers: %s', (_, officers, certificates) => {
    const no = refusal(
      act(checked(), 'inspect', at('case-officer', { person: 'a', certificates }), { officers }),
    );
    expect(no.rule).toBe('kernel.P7');
    expect(no.basis).toEqual({ law: '测试规定', article: '第一条', unverified: true });
  });

  it('[P7] names whoever holds no certificate, also who never held one', () => {
    const told = (other: string) =>
      refusal(
        act(checked(), 'inspect', at('case-officer', { person: 'a', certificates: [certificate('a')] }), {
          officers: ['a', other],
        }),
      ).message;
    expect(told('b')).toContain('人员b在2024年9月2日没有有效的执法证件');
    expect(told('nobody')).toContain('第2名人员在2024年9月2日没有有效的执法证件');
  });

  it('[P9] pins the item in force on the day and keeps it as it stood', () => {
    const item = { list: 'items', code: 'A1', name: '某事项', days: 5 };
    const state = stateOf(received({ item: 'A1' }, { items: { item } }));
    expect(state.pins.item).toEqual(item);
    expect(refusal(received({ item: 'A2' })).rule).toBe('kernel.P9');
  });
});

describe('gates, children, alerts', () => {
  it('[P8] [P11] a gate waits for the child, and the child tells its parent when it ends', () => {
    const written = done(act(checked(), 'advise', at('examiner')));
    const parent = written[0]!.after;
    const child = written[1]!.after;
    expect(parent.children).toEqual([
      { matter: child.id, procedure: 'advice-work', link: 'advice', closed: false, facts: {} },
    ]);
    expect(child.parent).toEqual({ matter: parent.id, procedure: 'permit-work', link: 'advice' });
    expect(refusal(act(parent, 'decide', at('unit-head'), decision))).toMatchObject({
      kind: 'gate',
      rule: 'permit-work.advice-closed',
    });
    const answered = done(
      act(child, 'answer', at('legal-reviewer', { parent }), { opinion: '可以' }, 'advice-work'),
    );
    const told = answered.find((entry) => entry.after.id === parent.id)!;
    expect(told.event.type).toBe('permit-work/$child-closed');
    expect(told.after.children[0]).toMatchObject({
      closed: true,
      outcome: '已答复',
      facts: { opinion: '可以' },
    });
    expect(act(told.after, 'decide', at('unit-head'), decision).ok).toBe(true);
  });

  it('[P10] shows what is shut with the reason, before anything is filled in', () => {
    const parent = stateOf(act(checked(), 'advise', at('examiner')));
    const shown = outlook(procedure('permit-work'), parent, at('unit-head'));
    expect(shown.find((entry) => entry.step === 'decide')?.refusal?.rule).toBe('permit-work.advice-closed');
    expect(shown.find((entry) => entry.step === 'advise')?.refusal?.rule).toBe('kernel.P4');
  });

  it('[V1] [V2] what a rule finds opens an alert in the same act; only the system can', () => {
    const written = done(act(checked(), 'decide', at('unit-head'), { ...decision, amount: 1001 }));
    const alert = written.find((entry) => entry.after.procedure === 'alarm-work')!;
    expect(alert.event.actor.person).toBe('system');
    expect(alert.after.facts).toMatchObject({
      level: 'yellow',
      rule: 'permit-work.large',
      subject: written[0]!.after.id,
    });
    expect(done(act(checked(), 'decide', at('unit-head'), decision))).toHaveLength(1);
    expect(refusal(act(undefined, 'raise', at('supervisor'), {}, 'alarm-work')).rule).toBe('kernel.P4');
  });
});

describe('clocks', () => {
  it('[C1] refuses a rule that was not in force, and names the one that was', () => {
    const state = stateOf(received({ subject: '旧法' }));
    const no = refusal(act(state, 'divide', at('window-clerk')));
    expect(no.rule).toBe('kernel.C1');
    expect(no.message).toContain('测试规定');
    const before = stateOf(received({ subject: '旧法' }, { on: '2019-09-02' }));
    expect(act(before, 'divide', at('window-clerk', { on: '2019-09-02' })).ok).toBe(true);
  });

  it('an impossible operation is a refusal, and changes nothing', () => {
    const state = stateOf(
      act(stateOf(act(stateOf(received()), 'divide', at('window-clerk'))), 'wait', at('examiner')),
    );
    expect(refusal(act(state, 'wait', at('examiner'))).rule).toBe('clock.C4');
  });
});

describe('events', () => {
  it('[L1] replaying the events gives the state, without the declaration', () => {
    const written = [received()];
    let state = stateOf(written[0]!);
    for (const [step, context] of [
      ['divide', at('window-clerk')],
      ['check-b', at('examiner')],
      ['check-a', at('examiner')],
      ['join', at('examiner')],
    ] as const) {
      written.push(act(state, step, context));
      state = stateOf(written.at(-1)!);
    }
    const events = written.map((entry) => done(entry)[0]!.event);
    expect(replay(events)).toEqual(state);
    expect(replay(JSON.parse(JSON.stringify(events)))).toEqual(JSON.parse(JSON.stringify(state)));
  });

  it('[L2] a gap in a stream is an error', () => {
    const [first] = done(received());
    expect(() => evolve(undefined, { ...first!.event, seq: 2 })).toThrow(/follows 0/);
  });

  it('[L4] personal values leave the event; their salted digests stay', () => {
    const [written] = done(received());
    expect(JSON.stringify(written!.event)).not.toContain('欧阳');
    expect(JSON.stringify(written!.after)).not.toContain('欧阳');
    const [value] = written!.personal;
    expect(
      verifyPersonal(written!.event.personal.applicant!, 'applicant', value!.value, fromHex(value!.salt)),
    ).toBe(true);
  });

  it('[I3] received − done = open', () => {
    const sum = new Map<string, number>();
    const add = (decided: Decision) => {
      for (const count of done(decided)[0]!.counts)
        sum.set(count.indicator, (sum.get(count.indicator) ?? 0) + count.value);
    };
    add(received());
    add(received());
    add(act(checked(), 'decide', at('unit-head'), decision));
    expect(sum.get('permit-work.open')).toBe(sum.get('permit-work.received')! - sum.get('permit-work.done')!);
  });
});
