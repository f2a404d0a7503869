import type { Figure, Relation } from '../model.ts';
import { isExact, show } from './arithmetic.ts';
import { type Ground, isCount, relation } from './ground.ts';

/**
 * The same thing counted in two places. Equal numbers confirm each other; unequal ones are only pointed out
 * (null), because the second may be another period, another level, or another stage of the matter.
 */
export const examples: readonly (readonly [text: string, holds: boolean | null])[] = [
  ['全年受理行政复议案件120件。复议工作稳步推进,受理行政复议案件120件。', true],
  ['全年受理行政复议案件120件。复议工作稳步推进,受理行政复议案件125件。', null],
];

/** Shorter subjects (会议, 案件) are too common to be the same thing. */
const SHORTEST_SUBJECT = 5;

export function repeats(ground: Ground): Relation[] {
  const found: Relation[] = [];
  const first = new Map<string, { figure: Figure; sentence: number }>();
  for (const [index, sentence] of ground.sentences.entries()) {
    for (const figure of sentence.figures) {
      if (
        !isCount(figure) ||
        figure.subject.length < SHORTEST_SUBJECT ||
        !isExact(figure) ||
        figure.value < 2
      )
        continue;
      const key = `${figure.subject}|${figure.unit}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, { figure, sentence: index });
      else if (earlier.sentence !== index) found.push(compared(earlier.figure, figure));
    }
  }
  return found;
}

function compared(earlier: Figure, later: Figure): Relation {
  const equal = earlier.value === later.value;
  return relation({
    kind: 'same',
    parts: [earlier, later],
    total: null,
    stated: later.value,
    computed: earlier.value,
    holds: equal ? true : null,
    note: equal
      ? `“${later.subject}”两处均为${show(later.value)}${later.unit}`
      : `“${later.subject}”一处为${show(earlier.value)}${earlier.unit}，一处为${show(later.value)}${later.unit}，口径可能不同`,
  });
}
