import type { Walk } from '../../../../kernel/procedure/walk.ts';
import { answerWalks } from './answers.ts';
import { handlingWalks } from './handling.ts';
import { intakeWalks } from './intake.ts';

export const walks: readonly Walk[] = [...intakeWalks, ...handlingWalks, ...answerWalks];
