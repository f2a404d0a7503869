import type { Relation } from '../model.ts';
import { isExact, show } from './arithmetic.ts';
import { between, type Ground, isCount, relation, type Sentence, sameUnit } from './ground.ts';

/**
 * What is left: 受理120件,办结100件,未办结20件. Cases carried over from the year before hide behind such a
 * remainder, so one that does not come out is never called wrong.
 */
export const examples: readonly (readonly [text: string, holds: boolean | null])[] = [
  ['受理120件,办结100件,未办结20件。', true],
  ['受理120件,办结100件,尚有20件正在办理。', true],
  ['受理120件,办结100件,结转下年25件。', null],
];

const REMAINDER =
  /(?:未办结|未审结|未结|尚有|剩余|余下|其余|结转|正在(?:办理|审理)|待办)[^，,。；;0-9]{0,8}$/;
const GOING_ON = /^[^，,。；;0-9]{0,4}(?:正在|尚在|未办结|未审结|未结|待办)/;

export function differences(ground: Ground): Relation[] {
  return ground.sentences.flatMap((sentence) => remainders(ground.text, sentence));
}

function remainders(text: string, sentence: Sentence): Relation[] {
  const found: Relation[] = [];
  for (let i = 2; i < sentence.figures.length; i += 1) {
    const [whole, done, rest] = sentence.figures.slice(i - 2, i + 1) as [
      (typeof sentence.figures)[0],
      (typeof sentence.figures)[0],
      (typeof sentence.figures)[0],
    ];
    const told =
      REMAINDER.test(between(text, done, rest)) || GOING_ON.test(text.slice(rest.end, rest.end + 12));
    if (!told || ![whole, done, rest].every(isCount)) continue;
    if (!sameUnit(whole, done) || !sameUnit(done, rest) || whole.value < done.value) continue;
    if (![whole, done, rest].every(isExact) || /其中/.test(between(text, whole, done))) continue;
    const computed = whole.value - done.value;
    const holds = computed === rest.value ? true : null;
    const words = holds ? '与所余相符' : '可能含结转数，不能判断';
    found.push(
      relation({
        kind: 'difference',
        parts: [whole, done],
        total: rest,
        stated: rest.value,
        computed,
        holds,
        note: `${show(whole.value)}-${show(done.value)}=${show(computed)}；${words}`,
      }),
    );
  }
  return found;
}
