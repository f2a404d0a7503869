import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { plainSm3 } from '../seal/independent/sm3.ts';
import { plainLeaf } from '../seal/independent/tree.ts';
import type { LedgerEvent } from './event.ts';
import type { JsonObject } from './json.ts';
import { closedDigest, closedPartOf, entryOf, leafOf } from './leaf.ts';
import { toHex } from './sm3.ts';

const event: LedgerEvent = {
  id: 'e-7f',
  region: '999901',
  stream: 's-3c',
  seq: 4,
  type: 'letter/$correct',
  at: '2025-02-10T01:02:03.004Z',
  on: '2025-02-10',
  actor: { person: 'person-9', post: 'post-9', unit: 'unit-9' },
  request: 'request-5',
  data: {
    input: { note: '内部意见' },
    publications: [
      {
        op: 'correct',
        id: 'answer',
        on: '2025-02-10',
        title: '答复',
        content: [['事项', '路灯']],
        reason: '笔误',
      },
      { op: 'withhold', id: 'letter', reason: '涉及商业秘密' },
    ],
  },
  personal: { name: 'ab'.repeat(32) },
  salt: '00112233445566778899aabbccddeeff',
};

const entry = JSON.parse(entryOf(event)) as JsonObject;
const plainHex = (text: string) => toHex(plainSm3(Buffer.from(text, 'utf8')));

describe('[L3] the leaf of an event', () => {
  test('[S9] is SM3 over 0x00 and the entry, as the second implementation computes it', () => {
    expect(leafOf(event)).toBe(toHex(plainLeaf(Buffer.from(entryOf(event), 'utf8'))));
  });

  test('changes with whatever in the event is changed', () => {
    const changes: readonly Partial<LedgerEvent>[] = [
      { id: 'e-70' },
      { region: '999902' },
      { stream: 's-3d' },
      { seq: 5 },
      { type: 'letter/$publish' },
      { at: '2025-02-10T01:02:03.005Z' },
      { on: '2025-02-11' },
      { actor: { ...event.actor, person: 'person-8' } },
      { actor: { ...event.actor, post: 'post-8' } },
      { actor: { ...event.actor, unit: 'unit-8' } },
      { request: 'request-6' },
      { data: { ...event.data, input: { note: '' } } },
      { data: { ...event.data, publications: [] } },
      { personal: {} },
      { salt: '00112233445566778899aabbccddee00' },
    ];
    const leaves = [event, ...changes.map((change) => ({ ...event, ...change }))].map(leafOf);
    expect(new Set(leaves).size).toBe(changes.length + 1);
    expect(changes.flatMap(Object.keys)).toEqual(expect.arrayContaining(Object.keys(event)));
  });
});

describe('[L5] the entry', () => {
  test('shows what the event makes public and nothing else of it', () => {
    expect(entry).toEqual({
      region: '999901',
      type: 'letter/$correct',
      at: event.at,
      on: event.on,
      public: [{ op: 'correct', id: 'answer', on: '2025-02-10', title: '答复', content: [['事项', '路灯']] }],
      closed: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('of an event that makes nothing public has no such part', () => {
    const nothing: JsonObject[] = [{}, { publications: [] }, { publications: [{ op: 'due', id: 'answer' }] }];
    for (const data of nothing) {
      expect(JSON.parse(entryOf({ ...event, data }))).not.toHaveProperty('public');
    }
  });

  test('[S9] opens with salt and closed part, and with no other', () => {
    const closed = closedPartOf(event);
    expect(closedDigest(closed, event.salt)).toBe(entry.closed);
    expect(plainHex(`fazhi/closed/1\n${event.salt}\n${closed}`)).toBe(entry.closed);
    expect(closedDigest(closed.replace('person-9', 'person-8'), event.salt)).not.toBe(entry.closed);
    expect(closedDigest(closed, event.salt.replace('ff', 'fe'))).not.toBe(entry.closed);
    expect(JSON.parse(closed)).toEqual({
      id: event.id,
      stream: event.stream,
      seq: event.seq,
      actor: event.actor,
      request: event.request,
      data: event.data,
      personal: event.personal,
    });
  });

  test('of two equal events differs by their salts, so that equal contents cannot be told', () => {
    const other = JSON.parse(entryOf({ ...event, salt: 'f'.repeat(32) })) as JsonObject;
    expect({ ...other, closed: '' }).toEqual({ ...entry, closed: '' });
    expect(other.closed).not.toBe(entry.closed);
  });
});
