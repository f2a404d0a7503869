import type { z } from 'zod';
import type { oversight } from '../../client/contract/oversight.ts';
import { citation, type Provision } from '../../kernel/clock/law.ts';
import { answerDue, isCountable } from '../../law/due-answer.ts';
import { isAbout, periodText } from '../../law/find.ts';
import type { Handlers } from '../http/bind.ts';
import type { World } from '../world.ts';

type ProvisionView = z.input<(typeof oversight)['law.provisions']['response']>['provisions'][number];

/** The calculator of legal periods: rules to choose from, and a due day with its computation. Open to everybody. */
export function dueHandlers(world: World): Pick<Handlers, 'due.compute' | 'law.provisions'> {
  const countable = world.law.all.filter(isCountable);
  return {
    'due.compute': async ({ body }) => {
      const { rule, start, extended, pauses } = body;
      const answer = answerDue(
        {
          rule,
          start,
          ...(extended ? { extended } : {}),
          ...(pauses ? { pauses: pauses.map(([from, to]) => `${from}..${to}`) } : {}),
        },
        world.calendar(),
      );
      return {
        due: answer.due,
        ...(answer.dueAt === undefined ? {} : { dueAt: answer.dueAt }),
        provisional: answer.provisional,
        unverified: answer.unverified,
        explain: [...answer.explain],
      };
    },
    'law.provisions': async ({ query }) => ({
      provisions: countable
        .filter((provision) => !query.system || provision.system === query.system)
        .filter((provision) => isAbout(provision, query.q ?? ''))
        .map(provisionView),
    }),
  };
}

function provisionView(provision: Provision): ProvisionView {
  return {
    id: provision.id,
    system: provision.system,
    citation: citation(provision),
    rule: provision.rule,
    limit: periodText(provision),
    inHours: provision.limit?.unit === 'hour',
    from: provision.from,
    to: provision.to,
    verified: provision.verified === 'verified',
  };
}
