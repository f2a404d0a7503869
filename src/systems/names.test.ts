import { expect, test } from 'vitest';
import { type OperationId, operationAct, operations } from '../lists/operations.ts';
import { systems } from './index.ts';

test('no step and no operation of a list is called as the way out of a form is', () => {
  const steps = systems.registry.procedures.flatMap(({ id, declaration }) =>
    Object.values(declaration.steps).map(({ name }) => `${id}: ${name}`),
  );
  const acts = (Object.keys(operations) as OperationId[]).map((id) => `${id}: ${operationAct(id)}`);
  expect([...steps, ...acts].filter((name) => /: (取消|关闭|返回)$/.test(name))).toEqual([]);
});
