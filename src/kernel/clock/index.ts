export type { ClockOp, ClockState, Extension, Move, Pause } from './clock.ts';
export { evolveClock, openPause } from './clock.ts';
export type { Due } from './due.ts';
export { dueOf } from './due.ts';
export { type ExplainLine, explain, limitText, shanghaiTime } from './explain.ts';
export { checkExtension } from './extension.ts';
export type * from './law.ts';
export { basisOf, citation } from './law.ts';
export { nearWorkdays, type Standing, standing, workdaysLeft } from './standing.ts';
