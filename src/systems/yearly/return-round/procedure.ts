import type { JsonObject } from '../../../kernel/ledger/json.ts';
import { defineProcedure, type StepView, words } from '../../../kernel/procedure/declaration.ts';
import type { MatterState } from '../../../kernel/procedure/matter.ts';
import { basis } from '../periodic-return/law.ts';
import * as fields from './fields.ts';

const { step, gate } = words<fields.RoundFacts>();
const office = ['legal-office', 'legal-office-head'] as const;

interface Named {
  readonly units?: readonly { readonly unit: string }[];
}

const unitsOnce = gate<Named>({
  id: 'units-once',
  holds: ({ input, facts }) => {
    const codes = [...(facts.units ?? []), ...(input.units ?? [])].map(({ unit }) => unit);
    return new Set(codes).size === codes.length;
  },
  basis: basis.duty,
  say: '同一单位选了两次，或者已经布置过，每个单位只保留一个。',
});

/** What each unit owes, from the facts of the round and the day it is given. */
function owedBy(
  { facts }: StepView<fields.RoundFacts>,
  input: { readonly due: string; readonly units: readonly { readonly unit: string }[] },
): JsonObject[] {
  const { form, formName, formVersion, period, periodName } = facts;
  const same = { form, formName, formVersion, period, periodName, due: input.due } as JsonObject;
  return input.units.map(({ unit }) => ({ ...same, unit }));
}

const unreturned = (child: MatterState): boolean => !child.stages.includes('submitted');

/** Row A5: one form asked of many units for one period. */
export const returnRound = defineProcedure<fields.RoundFacts>({
  id: 'return-round',
  version: 1,
  row: 'A5',
  name: '报送布置',
  chapter: 'yearly',
  about: '向各单位布置一张报表一期的报送，催报、顺延、补充单位，收齐后结束本期。',
  basis: [basis.duty],
  prefix: 'BZ',
  stages: { collecting: { name: '收集中' }, ended: { name: '已结束', final: true } },
  steps: {
    open: step({
      name: '布置报送',
      from: [],
      to: ['collecting'],
      by: office,
      fields: fields.open,
      gates: [unitsOnce],
      claims: [{ kind: 'return-round', field: 'key', say: '这张报表的这一期已经布置过，请打开该期办理。' }],
      opens: [
        {
          procedure: 'periodic-return',
          step: 'owe',
          link: 'return',
          each: (view) => owedBy({ ...view, facts: { ...view.facts, ...view.input } }, view.input),
        },
      ],
    }),
    add: step({
      name: '补充报送单位',
      from: ['collecting'],
      by: office,
      fields: fields.add,
      gates: [unitsOnce],
      opens: [
        {
          procedure: 'periodic-return',
          step: 'owe',
          link: 'return',
          each: (view) => owedBy(view, view.input),
        },
      ],
      derive: ({ facts, input }) => ({ units: [...(facts.units ?? []), ...input.units], due: facts.due! }),
    }),
    urge: step({
      name: '催报',
      from: ['collecting'],
      by: office,
      fields: fields.urge,
      steers: [
        {
          link: 'return',
          step: 'urge',
          input: ({ input, on }, child): JsonObject | undefined => {
            if (!unreturned(child) || (input.range === 'late' && String(child.facts.due) >= on))
              return undefined;
            return input.urgeNote === undefined ? {} : { urgeNote: input.urgeNote };
          },
        },
      ],
    }),
    postpone: step({
      name: '顺延截止日',
      from: ['collecting'],
      by: office,
      fields: fields.postpone,
      steers: [
        {
          link: 'return',
          step: 'postpone',
          input: ({ input }, child) =>
            child.stages.includes('filling')
              ? { due: input.due, postponeReason: input.postponeReason }
              : undefined,
        },
      ],
    }),
    close: step({
      name: '结束本期',
      from: ['collecting'],
      to: ['ended'],
      by: office,
      fields: fields.close,
      gates: [
        gate<{ unreturnedReason?: string }>({
          id: 'unreturned-explained',
          holds: ({ matter, input }) =>
            input.unreturnedReason !== undefined || (matter?.children ?? []).every(({ closed }) => closed),
          basis: basis.duty,
          say: '还有单位没有审核通过，请先催报、审核；确定不再等的，写明未报送情况后结束。',
        }),
      ],
      steers: [
        {
          link: 'return',
          step: 'end-unreturned',
          // A return that waits for review refuses by its own stage, and is named.
          input: ({ input }) => ({ unreturnedReason: input.unreturnedReason ?? '本期结束' }),
        },
      ],
      outcome: ({ matter }) =>
        (matter?.children ?? []).every(({ closed }) => closed) ? '全部收齐' : '未全部收齐',
    }),
  },
  title: ({ formName, periodName }) => `${formName ?? ''}（${periodName ?? ''}）`,
  search: ['formName', 'periodName'],
  columns: ['periodName', 'due'],
  desk: {
    name: '单位报送',
    path: ({ form, period }) => (form === undefined ? '/returns' : `/returns/${form}/${period}`),
  },
});
