import { expect, test } from 'vitest';
import { sayDone } from './say.ts';

test('what was done reads as a sentence, also where the step gives its ground first', () => {
  expect(sayDone('受理')).toBe('已受理');
  expect(sayDone('材料完备，开始审核')).toBe('已办理“材料完备，开始审核”');
});
