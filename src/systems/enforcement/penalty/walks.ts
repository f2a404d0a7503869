import type { Walk } from '../../../kernel/procedure/walk.ts';
import * as endings from './walks/endings.ts';
import * as enforcement from './walks/enforcement.ts';
import * as formerLaw from './walks/former-law.ts';
import * as market from './walks/market.ts';
import * as onSpot from './walks/on-spot.ts';
import * as ordinary from './walks/ordinary.ts';

/** Named cases of the penalty procedure; the days they expect were counted by hand from the law and the calendar. */
export const walks: readonly Walk[] = [ordinary, onSpot, market, formerLaw, endings, enforcement].flatMap(
  (part) => Object.values<Walk>(part),
);
