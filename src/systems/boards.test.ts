import { expect, test } from 'vitest';
import { systems } from './index.ts';

const procedures = systems.registry.procedures.map(({ declaration }) => declaration);

const boards = procedures.flatMap(({ id, board }) => (board ? [{ id, board }] : []));

test('[P28] some registers are told under a board', () => {
  expect(boards.length).toBeGreaterThan(0);
});

test.each(boards)(
  '[P28] $board, which stands for $id, is a desk or a register listed by itself',
  ({ board }) => {
    const desks = procedures.flatMap(({ desk }) => (desk ? [desk.path({})] : []));
    const listed = procedures.filter((one) => !one.desk && !one.board).map(({ id }) => `/registers/${id}`);
    expect([...desks, ...listed]).toContain(board);
  },
);
