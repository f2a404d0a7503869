import { type ClockDeclaration, type Facts, words } from '../../kernel/procedure/declaration.ts';
import { basis, ruleOfInspection } from './work-plan/law.ts';

// What following up a plan has in common, whether a task is late or an inspection found something: days that are set
// by whoever follows up, and the one reminder that may run.

const { gate } = words<Facts>();

/** A day that the form sets in this field; the provision on inspections of the day says by what right. */
export const dayOfForm = (
  name: string,
  field: string,
  more: Pick<ClockDeclaration, 'main' | 'near'>,
): ClockDeclaration => ({
  name,
  rule: ({ on }) => ruleOfInspection(on),
  set: ({ input }) => String(input[field]),
  ...more,
});

/** Nobody is ordered to be ready before he is told. */
export const dayAhead = <F extends string>(id: string, field: F, name: string) =>
  gate<{ readonly [key in F]?: string }>({
    id,
    holds: ({ input, on }) => input[field] === undefined || input[field]! >= on,
    basis: basis.inspection,
    say: `${name}不能早于办理当日。`,
  });

/** One reminder runs at a time; `what` names what it is about. */
export const notYetReminded = (what: string) =>
  gate({
    id: 'not-yet-reminded',
    holds: ({ matter }) => !matter?.children.some(({ link, closed }) => link === 'escalation' && !closed),
    basis: basis.inspection,
    say: `${what}已经在提醒、约谈中，请在原来的办件中继续办理。`,
    early: true,
  });
