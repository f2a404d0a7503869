import type { OperationId } from '../../lists/operations.ts';

/** Codes as the catalogues in use write them: digits, or letters and digits with hyphens. */
export const itemCode = {
  pattern: /^[A-Z0-9][A-Z0-9-]{3,39}$/,
  say: '由数字、大写字母和连接号组成，4至40位',
};

export const levels = { province: '省级', city: '市级', county: '县级', town: '乡级' } as const;

/** All that can happen to a power. */
export const powerOperations: readonly OperationId[] = [
  'adjust',
  'establish',
  'take-over',
  'cancel',
  'devolve',
  'internal',
  'transfer',
  'merge',
  'split',
  'suspend',
  'resume',
  'pre-to-post',
  'entrust',
  'empower',
  'recall',
];

/** What can happen to an entry that no other level or body exercises. */
export const entryOperations: readonly OperationId[] = [
  'adjust',
  'establish',
  'cancel',
  'transfer',
  'suspend',
  'resume',
];
