import type { Figure, Relation } from '../model.ts';
import { changes } from './changes.ts';
import { counts } from './counts.ts';
import { differences } from './differences.ts';
import { groundOf } from './ground.ts';
import { rates } from './rates.ts';
import { repeats } from './same.ts';
import { sums } from './sums.ts';

/** The relations between the figures of a text, in order of position. `figures` come from `readFigures(text)`. */
export function readRelations(text: string, figures: readonly Figure[]): Relation[] {
  const ground = groundOf(text, figures);
  return [
    ...sums(ground),
    ...rates(ground),
    ...changes(ground),
    ...differences(ground),
    ...counts(ground),
    ...repeats(ground),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}
