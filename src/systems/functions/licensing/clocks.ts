import { dayNumber } from '../../../kernel/dates.ts';
import type { ClockDeclaration } from '../../../kernel/procedure/declaration.ts';
import type { LicenceFacts } from './fields.ts';
import { itemOf, type View } from './words.ts';

/** What a step gives a clock that the law leaves to the case. */
type Set = { readonly correctionDays?: number; readonly promiseDue?: string; readonly verifyDays?: number };
const given = (view: { readonly input: unknown }) => view.input as Set;

export const clocks: { readonly [clock: string]: ClockDeclaration<LicenceFacts> } = {
  notice: { name: '一次性告知期限', rule: 'XK-03', near: 2 },
  correction: {
    name: '补正期限',
    rule: 'DAY-01',
    limit: (view) => workdays(given(view).correctionDays),
    bindsApplicant: true,
  },
  decide: {
    name: '许可决定期限',
    main: true,
    rule: (view) => (itemOf(view).joint ? 'XK-10' : 'XK-09'),
    limit: specialLimit,
    promised: (view) => workdays(itemOf(view).promisedDays || undefined),
  },
  promise: {
    name: '容缺材料补交期限',
    rule: 'DAY-01',
    limit: (view) => {
      const due = given(view).promiseDue;
      return due === undefined ? undefined : { amount: dayNumber(due) - dayNumber(view.on), unit: 'day' };
    },
    bindsApplicant: true,
  },
  'hearing-request': { name: '申请听证期限', rule: 'XK-15', bindsApplicant: true },
  'hold-hearing': { name: '组织听证期限', rule: 'XK-16' },
  deliver: { name: '颁发送达期限', rule: 'XK-12' },
  verify: {
    name: '承诺核查期限',
    rule: 'DAY-03',
    limit: (view) => workdays(given(view).verifyDays),
  },
};

/** A law or regulation of its own may set another limit (行政许可法 art. 42). */
function specialLimit(view: View) {
  const { legalLimit, legalLimitUnit } = itemOf(view);
  return legalLimit === undefined || legalLimitUnit === undefined
    ? undefined
    : { amount: legalLimit, unit: legalLimitUnit };
}

function workdays(amount: number | undefined) {
  return amount === undefined ? undefined : ({ amount, unit: 'workday' } as const);
}
