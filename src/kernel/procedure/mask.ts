import type { JsonValue } from '../ledger/json.ts';
import { maskedName } from '../wording/surnames.ts';

/** How a personal value is shown to those who may not see it (SPEC M1). */
export type MaskKind = 'name' | 'resident-id' | 'phone' | 'address' | 'account' | 'hidden';

/** A value as those without the right see it. Shapes of length are kept where the law lets them be seen. */
export function mask(kind: MaskKind, value: JsonValue): string {
  const textValue = typeof value === 'string' ? value : JSON.stringify(value);
  const chars = [...textValue];
  switch (kind) {
    case 'name':
      return maskedName(textValue);
    case 'resident-id':
      return chars.length < 8
        ? '********'
        : `${chars.slice(0, 4).join('')}**********${chars.slice(-2).join('')}`;
    case 'phone':
      return chars.length < 7 ? '*******' : `${chars.slice(0, 3).join('')}****${chars.slice(-2).join('')}`;
    case 'account':
      return `****${chars.slice(-4).join('')}`;
    case 'address':
    case 'hidden':
      return '（不予显示）';
  }
}
