import type { LegalDate } from '../kernel/dates.ts';
import type { Refusal } from '../kernel/errors.ts';
import { canonical } from '../kernel/ledger/canonical.ts';
import type { JsonObject, JsonValue } from '../kernel/ledger/json.ts';
import { checkHead, checkNewCode, refusal } from './checks.ts';
import type { CompiledList } from './compile.ts';
import type { Heads, ListContext } from './context.ts';
import type { ItemEventData, ItemState, Related } from './item.ts';
import { type OperationId, operationWord } from './operations.ts';

/** One item and the event data that an operation makes for it. */
export interface Change {
  readonly before: ItemState | undefined;
  readonly data: ItemEventData;
}

/** A parsed operation: code, day and document, with the values of the list's fields beside them. */
export type OperationInput = JsonObject & { readonly code: string; readonly effective: LegalDate };

/** All the items an operation changes, the one named by `code` first; or why it cannot be. */
export function changesOf(
  list: CompiledList,
  heads: Heads,
  operation: OperationId,
  input: OperationInput,
  context: ListContext,
): readonly Change[] | Refusal {
  const before = heads.get(input.code);
  const maker = new Maker(list, operation, input, context);
  if (operation === 'merge') return merge(maker, heads, before!);
  if (operation === 'split') return split(maker, heads, before!);
  const change = before ? maker.change(before, input) : maker.create(input.code, input);
  return 'kind' in change ? change : [change];
}

/** The merged items end and the one that is left takes over (SPEC K9). */
function merge(maker: Maker, heads: Heads, target: ItemState): readonly Change[] | Refusal {
  const { list, operation, input, context } = maker;
  const codes = codesIn(input.merged);
  const repeated = codes.find((code, index) => code === target.code || codes.indexOf(code) !== index);
  if (repeated) {
    return onField(
      'merged',
      refusal('invalid', 'K9', `${repeated}重复出现，一个事项不能并入自身或者并入两次。`),
    );
  }
  const changes: Change[] = [];
  for (const code of codes) {
    const head = heads.get(code);
    const shut = checkHead(list, head, operation, { code, effective: input.effective }, context);
    if (shut) return onField('merged', shut);
    changes.push(maker.end(head!, { role: 'merged-into', codes: [target.code] }));
  }
  const main = maker.change(target, input, { role: 'merged-from', codes });
  return 'kind' in main ? main : [main, ...changes];
}

/** The item ends and its parts begin on the same day (SPEC K9). */
function split(maker: Maker, heads: Heads, source: ItemState): readonly Change[] | Refusal {
  const { list, input } = maker;
  const parts = input.parts as readonly (JsonObject & { readonly code: string })[];
  const codes = parts.map((part) => part.code);
  const repeated = codes.find((code, index) => codes.indexOf(code) !== index);
  if (repeated)
    return onField('parts', refusal('invalid', 'K3', `编码${repeated}在拆分后的事项里出现了两次。`));
  const changes: Change[] = [];
  for (const part of parts) {
    const taken = checkNewCode(list, heads.get(part.code), part.code);
    if (taken) return onField('parts', taken);
    const change = maker.create(part.code, part, { role: 'split-from', codes: [source.code] });
    if ('kind' in change) return onField('parts', change);
    changes.push(change);
  }
  return [maker.end(source, { role: 'split-into', codes }), ...changes];
}

/** Writes the data of one operation's events: what they share is said once. */
class Maker {
  readonly list: CompiledList;
  readonly operation: OperationId;
  readonly input: OperationInput;
  readonly context: ListContext;

  constructor(list: CompiledList, operation: OperationId, input: OperationInput, context: ListContext) {
    this.list = list;
    this.operation = operation;
    this.input = input;
    this.context = context;
  }

  create(code: string, from: JsonObject, related?: Related): Change | Refusal {
    const { unitField } = this.list.declaration;
    const fields = this.listFields(from);
    const unit = unitField ? String(fields[unitField] ?? this.context.actor.unit) : this.context.actor.unit;
    if (this.list.keptBy === 'unit' && unit !== this.context.actor.unit) {
      return refusal(
        'forbidden',
        'K10',
        `${this.list.declaration.name}由各单位分别维护，只能新增本单位的事项。`,
      );
    }
    const apart = this.disagreement(fields);
    if (apart) return apart;
    return {
      before: undefined,
      data: this.data(code, 'in-force', unit, fields, fields, related),
    };
  }

  /** Ends an item through an operation taken on another one. */
  end(before: ItemState, related: Related): Change {
    return { before, data: this.data(before.code, 'ended', before.unit, before.fields, {}, related) };
  }

  change(before: ItemState, from: JsonObject, related?: Related): Change | Refusal {
    const word = operationWord(this.operation);
    const receiving = from.receivingUnit as string | undefined;
    const wrong = this.wrongHolder(before, receiving);
    if (wrong) return wrong;
    const { unitField } = this.list.declaration;
    const moved = this.operation === 'transfer' && unitField && receiving ? { [unitField]: receiving } : {};
    const set = changed(before.fields, { ...this.listFields(from), ...moved });
    if (word.needs === 'changed-fields' && Object.keys(set).length === 0) {
      return refusal('invalid', 'K8', `${before.code}没有任何内容发生变化，请填写要调整的内容。`);
    }
    const fields = without({ ...before.fields, ...set });
    const apart = this.disagreement(fields);
    if (apart) return apart;
    const unit = unitField ? String(fields[unitField] ?? before.unit) : before.unit;
    return {
      before,
      data: {
        ...this.data(before.code, word.to, unit, fields, set, related),
        ...this.holderAfter(receiving),
        ...(this.operation === 'pre-to-post' ? { postRegistration: true as const } : {}),
      },
    };
  }

  /** The unit an operation names, or the holder it takes back, must fit the item as it stands. */
  private wrongHolder(before: ItemState, receiving: string | undefined): Refusal | undefined {
    const say = (message: string) => refusal('not-allowed-now', 'K9', message);
    if (this.operation === 'recall' && !before.holder) {
      return say(`${before.code}没有委托或者赋权给其他单位，无须收回。`);
    }
    if ((this.operation === 'entrust' || this.operation === 'empower') && before.holder) {
      return say(`${before.code}自${before.holder.since}起已经委托或者赋权，请先收回再另行安排。`);
    }
    if (receiving !== undefined && receiving === before.unit) {
      return onField('receivingUnit', say(`${before.code}本来就由该单位实施，请选择其他单位。`));
    }
    if (this.operation === 'pre-to-post' && before.postRegistration) {
      return say(`${before.code}已经改为后置事项，不必重复办理。`);
    }
    return undefined;
  }

  private holderAfter(receiving: string | undefined): Pick<ItemEventData, 'holder'> {
    if (this.operation === 'recall') return { holder: null };
    if ((this.operation === 'entrust' || this.operation === 'empower') && receiving) {
      return { holder: { by: this.operation, unit: receiving, since: this.input.effective } };
    }
    return {};
  }

  private listFields(from: JsonObject): JsonObject {
    const shape = this.list.declaration.fields.shape;
    return Object.fromEntries(Object.entries(from).filter(([name]) => name in shape));
  }

  private disagreement(fields: JsonObject): Refusal | undefined {
    const agreement = this.list.declaration.agreements?.find((entry) => !entry.holds(fields));
    return agreement && { kind: 'invalid', rule: `${this.list.id}.${agreement.id}`, message: agreement.say };
  }

  private data(
    code: string,
    status: ItemEventData['status'],
    unit: string,
    fields: JsonObject,
    set: JsonObject,
    related?: Related,
  ): ItemEventData {
    const { kindField } = this.list.declaration;
    const { effective, documentTitle, documentNumber, reason, receiver } = this.input;
    return {
      code,
      effective,
      status,
      kind: kindField ? String(fields[kindField] ?? '') : '',
      unit,
      set,
      document: {
        title: String(documentTitle),
        ...(documentNumber === undefined ? {} : { number: String(documentNumber) }),
      },
      reason: String(reason),
      ...(receiver === undefined ? {} : { receiver: String(receiver) }),
      ...(related ? { related } : {}),
      ...(this.context.imported ? { imported: true as const } : {}),
    };
  }
}

/** Only what differs, by content and not by the order of keys. */
function changed(before: JsonObject, wanted: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !same(before[name], value)));
}

function same(a: JsonValue | undefined, b: JsonValue): boolean {
  if (a === undefined || a === null) return b === null;
  return b !== null && canonical(a) === canonical(b);
}

function without(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function codesIn(rows: JsonValue | undefined): string[] {
  return ((rows ?? []) as readonly { readonly code: string }[]).map((row) => row.code);
}

function onField(path: string, refused: Refusal): Refusal {
  return { ...refused, fields: [{ path, message: refused.message }] };
}
