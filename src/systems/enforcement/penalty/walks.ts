import type { Walk } from '../../../kernel/procedure/walk.ts';
import { ordinary, tooOld } from './walks/ordinary.ts';

export const walks: readonly Walk[] = [ordinary, tooOld];
