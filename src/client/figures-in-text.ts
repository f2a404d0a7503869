// The text of a report is written in the console as it is compiled here: by one grammar.
export { figuresIn, filledIn, runsOf } from '../kernel/wording/figures-in-text.ts';
