import type { NumberToken } from '../numbers/index.ts';

/** A number that states a fact, with its unit as printed. */
export interface Candidate {
  token: NumberToken;
  unit: string;
  /** Position behind the unit. */
  end: number;
  /** 余, 多, … between number and unit. */
  inner: string;
}
