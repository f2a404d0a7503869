import { addDays, chineseDate, type LegalDate } from '../kernel/dates.ts';
import type { Refusal } from '../kernel/errors.ts';
import { postKinds } from '../kernel/identity/posts.ts';
import type { CompiledList } from './compile.ts';
import type { ListContext } from './context.ts';
import type { ItemState } from './item.ts';
import { itemStatuses, type OperationId, operationWord } from './operations.ts';

export function refusal(kind: Refusal['kind'], rule: string, message: string): Refusal {
  return { kind, rule: `lists.${rule}`, message };
}

/** Does the actor hold a post that may change the list (SPEC K10)? */
export function checkPost(list: CompiledList, name: string, context: ListContext): Refusal | undefined {
  const { kind } = context.actor;
  if (list.by.includes(kind)) return undefined;
  const wanted = list.by.map((post) => postKinds[post].name).join('、');
  return refusal(
    'forbidden',
    'K10',
    `${list.declaration.name}的“${name}”由${wanted}办理，您现在的岗位是${postKinds[kind].name}。请切换岗位或转交有权人员。`,
  );
}

/** Longest time ahead for which a change can be entered; a day beyond it is most likely a slip of the year. */
const MOST_DAYS_AHEAD = 366;

/** Is the day one that can be meant (SPEC K5)? */
export function checkDay(effective: LegalDate, context: ListContext): Refusal | undefined {
  if (effective <= addDays(context.on, MOST_DAYS_AHEAD)) return undefined;
  return {
    ...refusal('invalid', 'K5', `生效日期${effective}在一年以后，请核对年份。`),
    fields: [{ path: 'effective', message: '不能晚于一年以后' }],
  };
}

/** Is the operation open for the item as it stands (SPEC K3, K4, K5, K6, K10)? */
export function checkHead(
  list: CompiledList,
  head: ItemState | undefined,
  operation: OperationId,
  input: { readonly code: string; readonly effective: LegalDate },
  context: ListContext,
): Refusal | undefined {
  const word = operationWord(operation);
  const { code, effective } = input;
  const at = (message: string) => ({ fields: [{ path: 'code', message }] });
  if (word.effect === 'create') return checkNewCode(list, head, code);
  if (!head) {
    return {
      ...refusal('not-found', 'K9', `${list.declaration.name}里没有编码为${code}的事项，请核对编码。`),
      ...at('清单里没有这个编码'),
    };
  }
  if (list.keptBy === 'unit' && head.unit !== context.actor.unit) {
    return refusal('forbidden', 'K10', `${code}由其他单位维护，请转交该事项的实施单位办理。`);
  }
  if (head.status === 'ended') {
    return refusal(
      'not-allowed-now',
      'K4',
      `${code}已于${chineseDate(head.lastOn)}退出清单，不能再“${word.name}”。如需重新设立，请以新的编码新增。`,
    );
  }
  if (!word.from?.includes(head.status)) {
    const advice = head.status === 'suspended' ? '请先恢复实施，或者取消' : '只有暂停实施的事项才能恢复';
    return refusal(
      'not-allowed-now',
      'K6',
      `${code}现在是“${itemStatuses[head.status]}”，不能“${word.name}”；${advice}。`,
    );
  }
  if (effective < head.lastOn) {
    return {
      ...refusal(
        'not-allowed-now',
        'K5',
        `${code}上一次变更自${chineseDate(head.lastOn)}起生效，这一次不能早于该日，请核对生效日期。`,
      ),
      fields: [{ path: 'effective', message: `不能早于${chineseDate(head.lastOn)}` }],
    };
  }
  return undefined;
}

/** A new code fits the pattern and was never used (SPEC K3). */
export function checkNewCode(
  list: CompiledList,
  head: ItemState | undefined,
  code: string,
): Refusal | undefined {
  if (!list.declaration.code.pattern.test(code)) {
    return {
      ...refusal(
        'invalid',
        'K3',
        `编码“${code}”不符合${list.declaration.name}的规则：${list.declaration.code.say}。`,
      ),
      fields: [{ path: 'code', message: list.declaration.code.say }],
    };
  }
  if (!head) return undefined;
  const how = head.status === 'ended' ? '曾经使用过，不能再用' : '已经在清单里';
  return {
    ...refusal('invalid', 'K3', `编码${code}${how}，请换一个编码，或者对原事项办理变更。`),
    fields: [{ path: 'code', message: how }],
  };
}
