import { z } from 'zod';
import type { JsonObject } from '../kernel/ledger/json.ts';
import { f } from '../kernel/procedure/fields.ts';
import { type CompiledList, compileList } from './compile.ts';
import type { Heads, ListAction, ListContext, ListDecision, ListWritten } from './context.ts';
import { decideOperation } from './decide.ts';
import { defineList } from './declaration.ts';
import type { ItemState } from './item.ts';
import { type OperationId, operations } from './operations.ts';

export const sampleList = defineList({
  id: 'sample',
  name: '样本清单',
  row: 'B1',
  chapter: 'functions',
  about: '供核对清单规则使用。',
  basis: [{ law: '行政许可法' }],
  code: { pattern: /^S-\d{4}$/, say: '应为“S-”加四位数字，如S-0001' },
  fields: z.object({
    name: f.text('事项名称'),
    type: f.choice('类型', { a: '甲类', b: '乙类' }),
    unit: f.unit('实施单位'),
    basis: f.longText('依据').optional(),
    amount: f.integer('数量').optional(),
  }),
  kindField: 'type',
  unitField: 'unit',
  operations: Object.keys(operations) as OperationId[],
  agreements: [
    {
      id: 'b-has-basis',
      holds: (fields) => fields.type !== 'b' || fields.basis !== undefined,
      say: '乙类事项应当填写依据。',
    },
  ],
  publication: { channel: 'lists', fields: ['name', 'basis'] },
});

export const sample: CompiledList = compileList(sampleList);

/** Ids in order, so that a test gives the same bytes every time. */
export function contextOn(on: string, changes: Partial<ListContext> = {}): ListContext {
  let next = 0;
  const hex = (length: number) => (++next).toString(16).padStart(length, '0');
  return {
    region: '000000',
    now: `${on}T02:00:00.000Z`,
    on,
    request: 'request-1',
    actor: { person: 'keeper', name: 'keeper', post: 'keeper@u1', kind: 'list-keeper', unit: 'u1' },
    entropy: { id: () => `00000000-0000-7000-8000-${hex(12)}`, salt: () => hex(32) },
    ...changes,
  };
}

export const document = { documentTitle: '关于调整清单的通知', reason: '机构职责调整' };

/** The smallest complete input of an operation on `code`. */
export function inputFor(
  operation: OperationId,
  code: string,
  effective: string,
  more: JsonObject = {},
): JsonObject {
  const { needs } = operations[operation] as { needs?: string };
  const usual: Record<string, JsonObject> = {
    'all-fields': { name: `事项${code}`, type: 'a', unit: 'u1' },
    'changed-fields': { name: `事项${code}（${effective}调整）` },
    unit: { receivingUnit: 'u9' },
    receiver: { receiver: '各乡镇' },
  };
  return { code, effective, ...document, ...(needs ? usual[needs] : {}), ...more };
}

/** A list that remembers: carries operations out one after the other and keeps what was written. */
export class Ledger {
  readonly heads: Map<string, ItemState> = new Map();
  readonly writes: ListWritten[] = [];
  private readonly list: CompiledList;
  private requests = 0;

  constructor(list: CompiledList = sample) {
    this.list = list;
  }

  try(action: ListAction, context: ListContext): ListDecision {
    return decideOperation(this.list, this.heads as Heads, action, context);
  }

  /** Carries an operation out; throws with the refusal's message where it is refused. */
  do(operation: OperationId, input: JsonObject, context?: ListContext): readonly ListWritten[] {
    const at = context ?? contextOn(String(input.effective));
    const prefix = String(++this.requests).padStart(4, '0');
    let next = 0;
    const id = () => `00000000-${prefix}-7000-8000-${(++next).toString(16).padStart(12, '0')}`;
    const decision = this.try({ operation, input }, { ...at, entropy: { ...at.entropy, id } });
    if (!decision.ok) throw new Error(`${decision.refusal.rule}: ${decision.refusal.message}`);
    for (const written of decision.writes) {
      this.heads.set(written.after.code, written.after);
      this.writes.push(written);
    }
    return decision.writes;
  }

  eventsOf(code: string) {
    const stream = this.heads.get(code)?.stream;
    return this.writes.filter((written) => written.event.stream === stream).map((written) => written.event);
  }
}
