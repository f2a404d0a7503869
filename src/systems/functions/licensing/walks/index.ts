import type { Walk } from '../../../../kernel/procedure/walk.ts';
import { before2018, broken, instant, kept, refusedJointly, specialLaw } from './decisions.ts';
import { declined, promised, silence, silentInstant, uncorrected } from './intake.ts';
import { ordinary } from './ordinary.ts';

export const walks: Walk[] = [
  ordinary,
  silence,
  silentInstant,
  declined,
  uncorrected,
  promised,
  refusedJointly,
  instant,
  kept,
  broken,
  specialLaw,
  before2018,
];
