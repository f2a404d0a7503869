/** Where an item stands. `ended` covers all ways in which it leaves the list. */
export const itemStatuses = { 'in-force': '实施', suspended: '暂停实施', ended: '已退出清单' } as const;
export type ItemStatus = keyof typeof itemStatuses;

/** What an operation does to the item it is taken on. */
export type Effect = 'create' | 'change' | 'end';

/** What an operation asks for beside day, document and reason. */
export type Needs =
  /** All fields of the list. */
  | 'all-fields'
  /** Those that change. */
  | 'changed-fields'
  /** The unit that takes over or exercises it. */
  | 'unit'
  /** The level or body outside the list that receives it. */
  | 'receiver'
  /** Codes of the items that are merged into it. */
  | 'merged'
  /** The items it is split into. */
  | 'parts';

export interface OperationWord {
  readonly name: string;
  /** On a button, where the name alone would read as leaving the form. */
  readonly act?: string;
  readonly effect: Effect;
  /** Status in which it may be taken; absent for `create`. */
  readonly from?: readonly ItemStatus[];
  readonly to: ItemStatus;
  readonly needs?: Needs;
}

/**
 * The kinds of change a catalogue of powers knows, as published lists name them (取消 下放 承接 调整 …). Every
 * list chooses from these; none adds its own.
 */
export const operations = {
  establish: { name: '新增', effect: 'create', to: 'in-force', needs: 'all-fields' },
  'take-over': { name: '承接', effect: 'create', to: 'in-force', needs: 'all-fields' },
  adjust: { name: '调整', effect: 'change', from: ['in-force'], to: 'in-force', needs: 'changed-fields' },
  cancel: {
    name: '取消',
    act: '取消事项',
    effect: 'end',
    from: ['in-force', 'suspended'],
    to: 'ended',
  },
  devolve: { name: '下放', effect: 'end', from: ['in-force'], to: 'ended', needs: 'receiver' },
  internal: { name: '转为日常管理', effect: 'end', from: ['in-force'], to: 'ended' },
  merge: { name: '合并', effect: 'change', from: ['in-force'], to: 'in-force', needs: 'merged' },
  split: { name: '拆分', effect: 'end', from: ['in-force'], to: 'ended', needs: 'parts' },
  transfer: { name: '划转', effect: 'change', from: ['in-force'], to: 'in-force', needs: 'unit' },
  suspend: { name: '暂停', effect: 'change', from: ['in-force'], to: 'suspended' },
  resume: { name: '恢复', effect: 'change', from: ['suspended'], to: 'in-force' },
  'pre-to-post': { name: '前置改后置', effect: 'change', from: ['in-force'], to: 'in-force' },
  entrust: { name: '委托', effect: 'change', from: ['in-force'], to: 'in-force', needs: 'unit' },
  empower: { name: '赋权', effect: 'change', from: ['in-force'], to: 'in-force', needs: 'unit' },
  recall: { name: '收回', effect: 'change', from: ['in-force'], to: 'in-force' },
} as const satisfies Record<string, OperationWord>;

export type OperationId = keyof typeof operations;

/** What stands on the button of an operation. */
export function operationAct(id: OperationId): string {
  const { act, name } = operationWord(id);
  return act ?? name;
}

/** The word for an operation, with its optional parts visible to the type checker. */
export function operationWord(id: OperationId): OperationWord {
  return operations[id];
}
