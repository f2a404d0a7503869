import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../kernel/ledger/json.ts';
import { compileList } from './compile.ts';
import { codesOf } from './decide.ts';
import { itemDataOf, replayItem } from './item.ts';
import type { OperationId } from './operations.ts';
import { contextOn, document, inputFor, Ledger, sample, sampleList } from './test-support.ts';

const day = '2024-03-01';

function withItems(...codes: string[]): Ledger {
  const ledger = new Ledger();
  for (const code of codes) ledger.do('establish', inputFor('establish', code, '2024-01-01'));
  return ledger;
}

function refusedBy(ledger: Ledger, operation: OperationId, input: JsonObject, context = contextOn(day)) {
  const decision = ledger.try({ operation, input }, context);
  if (decision.ok) throw new Error(`${operation} was not refused`);
  return decision.refusal;
}

describe('operations on a list', () => {
  test('[K1] each operation is one event in the item’s own stream', () => {
    const ledger = withItems('S-0001');
    const [written] = ledger.do('adjust', inputFor('adjust', 'S-0001', day));
    expect(written).toMatchObject({
      before: { seq: 1 },
      after: { seq: 2, code: 'S-0001', status: 'in-force', lastOn: day },
      event: { seq: 2, type: 'sample/adjust', on: day, stream: ledger.heads.get('S-0001')!.stream },
      version: { from: day, operation: 'adjust', name: `事项S-0001（${day}调整）` },
    });
  });

  test('[K1] a list refuses an operation it does not know', () => {
    const few = compileList({ ...sampleList, operations: ['establish', 'adjust'] });
    const ledger = new Ledger(few);
    ledger.do('establish', inputFor('establish', 'S-0001', '2024-01-01'));
    expect(refusedBy(ledger, 'devolve', inputFor('devolve', 'S-0001', day)).rule).toBe('lists.K1');
  });

  test('[K3] a code fits the pattern', () => {
    expect(refusedBy(new Ledger(), 'establish', inputFor('establish', 'X1', day))).toMatchObject({
      rule: 'lists.K3',
      fields: [{ path: 'code', message: sampleList.code.say }],
    });
  });

  test('[K3] a code in use and a code once used are both refused', () => {
    const ledger = withItems('S-0001');
    const again = inputFor('establish', 'S-0001', day);
    expect(refusedBy(ledger, 'establish', again).message).toContain('已经在清单里');
    ledger.do('cancel', inputFor('cancel', 'S-0001', day));
    expect(refusedBy(ledger, 'establish', again).message).toContain('曾经使用过');
  });

  test('[K4] an ended item takes no operation, whichever way it ended', () => {
    for (const end of ['cancel', 'devolve', 'internal'] as const) {
      const ledger = withItems('S-0001');
      ledger.do(end, inputFor(end, 'S-0001', day));
      for (const operation of ['adjust', 'cancel', 'suspend', 'resume', 'transfer', 'recall'] as const) {
        expect(refusedBy(ledger, operation, inputFor(operation, 'S-0001', day)).rule).toBe('lists.K4');
      }
    }
  });

  test('[K5] an operation is not effective before the last one, nor more than a year ahead', () => {
    const ledger = withItems('S-0001');
    ledger.do('adjust', inputFor('adjust', 'S-0001', day));
    expect(refusedBy(ledger, 'cancel', inputFor('cancel', 'S-0001', '2024-02-29')).rule).toBe('lists.K5');
    expect(refusedBy(ledger, 'cancel', inputFor('cancel', 'S-0001', '2025-03-03')).rule).toBe('lists.K5');
    expect(ledger.do('cancel', inputFor('cancel', 'S-0001', day))).toHaveLength(1);
  });

  test('[K6] a suspended item is only resumed or cancelled', () => {
    const ledger = withItems('S-0001');
    expect(refusedBy(ledger, 'resume', inputFor('resume', 'S-0001', day)).rule).toBe('lists.K6');
    ledger.do('suspend', inputFor('suspend', 'S-0001', day));
    for (const operation of [
      'adjust',
      'suspend',
      'devolve',
      'internal',
      'transfer',
      'pre-to-post',
    ] as const) {
      expect(refusedBy(ledger, operation, inputFor(operation, 'S-0001', day)).rule).toBe('lists.K6');
    }
    ledger.do('resume', inputFor('resume', 'S-0001', day));
    expect(ledger.heads.get('S-0001')!.status).toBe('in-force');
    ledger.do('suspend', inputFor('suspend', 'S-0001', day));
    ledger.do('cancel', inputFor('cancel', 'S-0001', day));
    expect(ledger.heads.get('S-0001')!.status).toBe('ended');
  });

  test('[K7] document and reason are required', () => {
    const { documentTitle: _, reason: __, ...bare } = inputFor('cancel', 'S-0001', day);
    const refusal = refusedBy(withItems('S-0001'), 'cancel', bare);
    expect(refusal.rule).toBe('kernel.P6');
    expect(refusal.fields!.map((field) => field.path).sort()).toEqual(['documentTitle', 'reason']);
  });

  test('[K8] unknown fields, wrong values and an empty adjustment are refused', () => {
    const ledger = withItems('S-0001');
    const adjust = (fields: JsonObject) =>
      refusedBy(ledger, 'adjust', { code: 'S-0001', effective: day, ...document, ...fields }).rule;
    expect(adjust({ colour: 'red' })).toBe('kernel.P6');
    expect(adjust({ type: 'z' })).toBe('kernel.P6');
    expect(adjust({})).toBe('lists.K8');
    expect(adjust({ type: 'a' })).toBe('lists.K8');
    expect(adjust({ type: 'b' })).toBe('sample.b-has-basis');
  });

  test('[K8] an adjustment keeps what it does not name and empties what it sets to null', () => {
    const ledger = withItems('S-0001');
    const adjust = (effective: string, fields: JsonObject) =>
      ledger.do('adjust', { code: 'S-0001', effective, ...document, ...fields })[0]!;
    const first = adjust(day, { basis: '条例第一条', amount: 3 });
    expect(first.after.fields).toEqual({
      name: '事项S-0001',
      type: 'a',
      unit: 'u1',
      basis: '条例第一条',
      amount: 3,
    });
    const second = adjust('2024-03-02', { amount: null });
    expect(itemDataOf(second.event).set).toEqual({ amount: null });
    expect(second.after.fields).not.toHaveProperty('amount');
    expect(second.after.fields.basis).toBe('条例第一条');
  });

  test('[K9] a merger ends the merged items and names both sides', () => {
    const ledger = withItems('S-0001', 'S-0002', 'S-0003');
    const merged = [{ code: 'S-0002' }, { code: 'S-0003' }];
    const written = ledger.do('merge', { ...inputFor('merge', 'S-0001', day), merged, name: '合并后的事项' });
    expect(written.map(({ after }) => [after.code, after.status])).toEqual([
      ['S-0001', 'in-force'],
      ['S-0002', 'ended'],
      ['S-0003', 'ended'],
    ]);
    expect(itemDataOf(written[0]!.event).related).toEqual({
      role: 'merged-from',
      codes: ['S-0002', 'S-0003'],
    });
    expect(itemDataOf(written[2]!.event).related).toEqual({ role: 'merged-into', codes: ['S-0001'] });
  });

  test('[K9] a merger names items of the list that are in force, each once and not itself', () => {
    const ledger = withItems('S-0001', 'S-0002', 'S-0003');
    ledger.do('cancel', inputFor('cancel', 'S-0003', day));
    const rule = (...codes: string[]) =>
      refusedBy(ledger, 'merge', {
        ...inputFor('merge', 'S-0001', day),
        merged: codes.map((code) => ({ code })),
      }).rule;
    expect(rule('S-0009')).toBe('lists.K9');
    expect(rule('S-0001')).toBe('lists.K9');
    expect(rule('S-0002', 'S-0002')).toBe('lists.K9');
    expect(rule('S-0003')).toBe('lists.K4');
  });

  test('[K9] a split ends the item and begins its parts on the same day', () => {
    const ledger = withItems('S-0001');
    const part = (code: string) => ({ code, name: `部分${code}`, type: 'a', unit: 'u1' });
    const parts = [part('S-0002'), part('S-0003')];
    expect(codesOf({ code: 'S-0001', parts })).toEqual(['S-0001', 'S-0002', 'S-0003']);
    const written = ledger.do('split', { ...inputFor('split', 'S-0001', day), parts });
    expect(written.map(({ after }) => [after.code, after.status, after.lastOn])).toEqual([
      ['S-0001', 'ended', day],
      ['S-0002', 'in-force', day],
      ['S-0003', 'in-force', day],
    ]);
    const twice = { ...inputFor('split', 'S-0002', day), parts: [part('S-0004'), part('S-0004')] };
    expect(refusedBy(ledger, 'split', twice).rule).toBe('lists.K3');
    const used = { ...inputFor('split', 'S-0002', day), parts: [part('S-0004'), part('S-0001')] };
    expect(refusedBy(ledger, 'split', used).rule).toBe('lists.K3');
  });

  test('[K9] transfer moves the unit; entrusting and empowering add a holder that can be recalled', () => {
    const ledger = withItems('S-0001');
    expect(ledger.do('transfer', inputFor('transfer', 'S-0001', day))[0]!.after).toMatchObject({
      unit: 'u9',
      fields: { unit: 'u9' },
    });
    const same = inputFor('transfer', 'S-0001', day);
    expect(refusedBy(ledger, 'transfer', same).fields![0]!.path).toBe('receivingUnit');
    expect(refusedBy(ledger, 'recall', inputFor('recall', 'S-0001', day)).rule).toBe('lists.K9');
    for (const operation of ['entrust', 'empower'] as const) {
      const input = inputFor(operation, 'S-0001', day, { receivingUnit: 't1' });
      expect(ledger.do(operation, input)[0]!.version.item.holder).toEqual({
        by: operation,
        unit: 't1',
        since: day,
      });
      expect(refusedBy(ledger, operation, input).rule).toBe('lists.K9');
      expect(ledger.do('recall', inputFor('recall', 'S-0001', day))[0]!.version.item).not.toHaveProperty(
        'holder',
      );
    }
    expect(ledger.do('pre-to-post', inputFor('pre-to-post', 'S-0001', day))[0]!.after.postRegistration).toBe(
      true,
    );
    expect(refusedBy(ledger, 'pre-to-post', inputFor('pre-to-post', 'S-0001', day)).rule).toBe('lists.K9');
  });

  test('[K10] only the posts of the list operate; where units keep their own, only their own', () => {
    const ledger = withItems('S-0001');
    const clerk = contextOn(day, { actor: { ...contextOn(day).actor, kind: 'window-clerk' } });
    expect(refusedBy(ledger, 'cancel', inputFor('cancel', 'S-0001', day), clerk).rule).toBe('lists.K10');
    const own = new Ledger(compileList({ ...sampleList, keptBy: 'unit' }));
    own.do('establish', inputFor('establish', 'S-0001', '2024-01-01'));
    const other = contextOn(day, { actor: { ...contextOn(day).actor, unit: 'u2' } });
    expect(refusedBy(own, 'cancel', inputFor('cancel', 'S-0001', day), other).rule).toBe('lists.K10');
    expect(refusedBy(own, 'establish', inputFor('establish', 'S-0002', day), other).rule).toBe('lists.K10');
  });

  test('[K2] an import is an operation like any other and says so in its event', () => {
    const ledger = new Ledger();
    const [written] = ledger.do(
      'take-over',
      inputFor('take-over', 'S-0001', day),
      contextOn(day, { imported: true }),
    );
    expect(itemDataOf(written!.event).imported).toBe(true);
    expect(replayItem(ledger.eventsOf('S-0001')).state).toEqual(written!.after);
  });

  test('[K2] a gap in a stream is noticed', () => {
    const ledger = withItems('S-0001');
    ledger.do('adjust', inputFor('adjust', 'S-0001', day));
    expect(() => replayItem(ledger.eventsOf('S-0001').slice(1))).toThrow('event 2 follows 0');
  });

  test('[K12] operations are counted once under their kind, brought-along items only in the stock', () => {
    const ledger = withItems('S-0001', 'S-0002');
    const [main, other] = ledger.do('merge', {
      ...inputFor('merge', 'S-0001', day),
      merged: [{ code: 'S-0002' }],
    });
    expect(main!.counts).toEqual([
      { indicator: 'sample.operations', unit: 'u1', on: day, kind: 'merge', value: 1 },
    ]);
    expect(other!.counts).toEqual([{ indicator: 'sample.items', unit: 'u1', on: day, kind: 'a', value: -1 }]);
    expect(sample.forms.size).toBe(sampleList.operations.length);
  });
});
