import { describe, expect, test } from 'vitest';
import { contract } from '../../client/contract/index.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import { systems } from '../../systems/index.ts';
import { openApi } from './document.ts';

const document = openApi(systems.registry.procedures);
const operations = Object.entries(
  document.paths as { [path: string]: { [method: string]: JsonObject } },
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

function* refsIn(value: JsonValue): Generator<string> {
  if (Array.isArray(value)) for (const entry of value) yield* refsIn(entry);
  else if (value !== null && typeof value === 'object') {
    for (const [key, entry] of Object.entries(value as JsonObject)) {
      if (key === '$ref' && typeof entry === 'string') yield entry;
      else if (entry !== undefined) yield* refsIn(entry);
    }
  }
}

/** What a reference within the document leads to (RFC 6901). */
function resolve(ref: string): JsonValue | undefined {
  if (!ref.startsWith('#/')) return undefined;
  return ref
    .slice(2)
    .split('/')
    .reduce<JsonValue | undefined>((at, key) => (at as JsonObject | undefined)?.[key], document);
}

describe('OpenAPI document', () => {
  test('every reference resolves', () => {
    const refs = [...new Set(refsIn(document))];
    expect(refs.length).toBeGreaterThan(10);
    expect(refs.filter((ref) => resolve(ref) === undefined)).toEqual([]);
  });

  test('every path parameter is declared, and none that the path does not have', () => {
    const wrong = operations.filter(({ path, operation }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters as JsonObject[])
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => parameter.name);
      return named.sort().join() !== declared.sort().join();
    });
    expect(wrong.map(({ path, method }) => `${method} ${path}`)).toEqual([]);
  });

  test('operation ids are unique', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every route of the contract and every step of the registry has an operation', () => {
    const ids = new Set(operations.map(({ operation }) => operation.operationId));
    const steps = systems.registry.procedures.flatMap(({ id, declaration }) =>
      Object.keys(declaration.steps).map((step) => `step.${id}.${step}`),
    );
    const routes = Object.keys(contract).filter((name) => name !== 'matter.open' && name !== 'matter.step');
    expect([...routes, ...steps].filter((id) => !ids.has(id))).toEqual([]);
  });

  test('a step asks for its own fields and no others', () => {
    const schema = resolve('#/components/schemas/disclosure-request.extend') as JsonObject;
    expect(schema.required).toEqual(['extendDays', 'extendReason']);
    expect(schema.additionalProperties).toBe(false);
    expect((schema.properties as JsonObject).extendDays).toMatchObject({
      title: '延长',
      type: 'integer',
      maximum: 20,
    });
  });
});
