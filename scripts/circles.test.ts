import { expect, it } from 'vitest';
import { circles } from './circles.ts';

it('finds each circle once, by its shortest way round, and none where imports only meet', () => {
  const found = circles(
    new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', []],
      ['e', ['f', 'g']],
      ['f', ['g', 'd']],
      ['g', ['e']],
      ['h', ['h']],
    ]),
  );
  expect(found).toEqual([
    ['e', 'g', 'e'],
    ['f', 'g', 'e', 'f'],
    ['h', 'h'],
  ]);
});
