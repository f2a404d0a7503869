import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../kernel/calendar/calendar.ts';
import { officialNotices } from '../../../kernel/calendar/notices.ts';
import { compile } from '../../../kernel/procedure/compile.ts';
import { nothingVisited, runWalk } from '../../../kernel/procedure/run-walk.ts';
import { lawBook } from '../../../law/index.ts';
import { supervisionAlert } from '../../oversight/supervision-alert/index.ts';
import { licence, walks } from './index.ts';

const procedure = compile(licence, lawBook);
const alerts = compile(supervisionAlert, lawBook);
const world = {
  procedures: (id: string) => (id === 'licence' ? procedure : alerts),
  law: lawBook,
  calendar: createCalendar(officialNotices),
  alertProcedure: { procedure: 'supervision-alert', step: 'raise' },
};

describe('licensing', () => {
  const visited = nothingVisited();

  test.each(walks.map((walk) => [walk.name, walk] as const))('%s', (_, walk) => {
    expect(runWalk(walk, procedure, world, visited)).toEqual([]);
  });

  test('every step and every gate is visited', () => {
    const steps = Object.keys(licence.steps).map((step) => `licence/${step}`);
    expect(steps.filter((step) => !visited.steps.has(step))).toEqual([]);
    const gates = Object.values(licence.steps).flatMap((step) =>
      (step.gates ?? []).map((gate) => `licence.${gate.id}`),
    );
    expect(gates.filter((gate) => !visited.refusals.has(gate))).toEqual([]);
  });
});
