import type { z } from 'zod';
import type { oversight } from '../../client/contract/oversight.ts';
import { citation, type Limit, type LimitUnit, type Provision } from '../../kernel/clock/law.ts';
import { chineseDate } from '../../kernel/dates.ts';
import { answerDue } from '../../law/due-answer.ts';
import type { Handlers } from '../http/bind.ts';
import type { World } from '../world.ts';

type ProvisionView = z.input<(typeof oversight)['law.provisions']['response']>['provisions'][number];

/** The calculator of legal periods: rules to choose from, and a due day with its computation. Open to everybody. */
export function dueHandlers(world: World): Pick<Handlers, 'due.compute' | 'law.provisions'> {
  const countable = world.law.all.filter((provision) => provision.limit || provision.fixedDue);
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
        provisional: answer.provisional,
        unverified: answer.unverified,
        explain: [...answer.explain],
      };
    },
    'law.provisions': async ({ query }) => ({
      provisions: countable
        .filter((provision) => !query.system || provision.system === query.system)
        .filter((provision) => answers(provision, query.q ?? ''))
        .map(provisionView),
    }),
  };
}

/** Every word of the query stands somewhere in what is known of the provision. */
function answers(provision: Provision, query: string): boolean {
  const { id, system, rule, startsWith = '' } = provision;
  const text = [id, system, citation(provision), rule, startsWith, limitText(provision)]
    .join(' ')
    .toLowerCase();
  return query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function provisionView(provision: Provision): ProvisionView {
  return {
    id: provision.id,
    system: provision.system,
    citation: citation(provision),
    rule: provision.rule,
    limit: limitText(provision),
    from: provision.from,
    to: provision.to,
    verified: provision.verified === 'verified',
  };
}

const unitNames: Record<LimitUnit, string> = {
  workday: '个工作日',
  day: '日',
  hour: '小时',
  month: '个月',
  year: '年',
};

/** `7个工作日`, `不少于5日`, `每年3月31日前`. */
function limitText({ limit, sense, fixedDue }: Provision): string {
  if (limit) return `${sense === 'at-least' ? '不少于' : ''}${lengthText(limit)}`;
  if (fixedDue?.every === 'year') {
    return `${fixedDue.nextYear ? '次年' : '每年'}${fixedDue.month}月${fixedDue.day}日前`;
  }
  return fixedDue ? `${chineseDate(fixedDue.date)}前` : '';
}

function lengthText({ amount, unit }: Limit): string {
  return `${amount}${unitNames[unit]}`;
}
