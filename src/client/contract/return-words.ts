import { z } from 'zod';

// What the contract of forms, of rounds and of superiors' tables has in common.

/** Who sets forms, rounds and tables. */
export const office = ['legal-office', 'legal-office-head'] as const;
/** Who reads returns: the office all of them, a unit its own. */
export const readers = ['legal-office', 'legal-office-head', 'liaison', 'unit-head', 'region-head'] as const;
/** Who fills returns in. */
export const fillers = ['legal-office', 'liaison', 'unit-head'] as const;

export const code = z.string().min(1).max(40);
export const periodKind = z.enum(['week', 'month', 'quarter', 'year']);
export const period = z.string().min(4).max(8);
