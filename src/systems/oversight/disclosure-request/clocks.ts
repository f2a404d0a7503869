import type { LegalDate } from '../../../kernel/dates.ts';
import type { ClockDeclaration } from '../../../kernel/procedure/declaration.ts';
import type { RequestFacts } from './fields.ts';
import { revised, type View } from './words.ts';

/** What a step sets where the law leaves a period to the office. */
type Given = {
  readonly receivedOn?: LegalDate;
  readonly correctionDays?: number;
  readonly consulted?: string;
  readonly opinionDays?: number;
  readonly payDays?: number;
};
const given = (view: View): Given => view.input as Given;

const workdays = (amount: number | undefined) =>
  amount === undefined ? undefined : ({ amount, unit: 'workday' } as const);

/** Day of receipt: told for letters and faxes, the day of the act otherwise. */
export const receivedOn = (view: View): LegalDate => given(view).receivedOn ?? view.on;

export const clocks: { readonly [clock: string]: ClockDeclaration<RequestFacts> } = {
  review: { name: '申请内容审查期限', rule: 'GK1-04', near: 2 },
  correction: {
    name: '补正期限',
    rule: 'DAY-09',
    limit: (view) => workdays(given(view).correctionDays),
    bindsApplicant: true,
  },
  answer: {
    name: '答复期限',
    main: true,
    rule: (view) => (revised(receivedOn(view)) ? 'GK1-06' : 'GK0-02'),
  },
  opinion: {
    name: '第三方（共同制作机关）意见期限',
    rule: (view) => {
      if (!revised(view.on)) return 'DAY-01';
      return given(view).consulted === 'co-producer' ? 'GK1-08' : 'GK1-07';
    },
    limit: (view) => (revised(view.on) ? undefined : workdays(given(view).opinionDays)),
    bindsApplicant: true,
  },
  payment: {
    name: '缴费期限',
    rule: (view) => (revised(view.on) ? 'DAY-09' : 'DAY-01'),
    limit: (view) => workdays(given(view).payDays),
    bindsApplicant: true,
  },
};
