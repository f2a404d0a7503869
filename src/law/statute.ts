import type { Limit, Provision } from '../kernel/clock/law.ts';

type Shared = 'law' | 'edition' | 'system' | 'from' | 'to' | 'counting' | 'verified' | 'source';

/** What all provisions of one text share. A provision may say otherwise for itself. */
export type Head = Pick<Provision, Shared>;

/** One provision of the text. */
export type Row = Omit<Provision, Shared> & Partial<Pick<Provision, Shared>>;

/** The provisions of one text, complete. */
export function statute(head: Head, rows: readonly Row[]): readonly Provision[] {
  return rows.map((row) => ({ ...head, ...row }));
}

export const workdays = (amount: number): Limit => ({ amount, unit: 'workday' });
export const days = (amount: number): Limit => ({ amount, unit: 'day' });
export const hours = (amount: number): Limit => ({ amount, unit: 'hour' });
export const months = (amount: number): Limit => ({ amount, unit: 'month' });
export const years = (amount: number): Limit => ({ amount, unit: 'year' });
