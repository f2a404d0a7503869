import { type Change, type Place, type Written, write } from './written.ts';

/** What is written, with what it was before and after, and where the last change was made. */
export interface Writing {
  readonly now: Written;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

interface Step {
  readonly state: Written;
  readonly at: Place | undefined;
  /** Typing in one place within a breath is one step back. */
  readonly key: string;
  readonly on: number;
}

export type Act =
  | { readonly type: 'change'; readonly change: Change; readonly on: number }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Another's version, or a merge with it, takes the place of what stood here. */
  | { readonly type: 'set'; readonly state: Written; readonly on: number };

const BREATH_MS = 1500;
const KEPT = 200;

export const begin = (now: Written): Writing => ({ now, past: [], future: [] });

export function act(writing: Writing, action: Act): Writing {
  const { now, past, future } = writing;
  switch (action.type) {
    case 'change': {
      const next = write(now, action.change);
      const { key, at } = keyOf(action.change);
      const last = past.at(-1);
      const goesOn = key !== '' && last?.key === key && action.on - last.on < BREATH_MS;
      const step = { state: goesOn ? last.state : now, at, key, on: action.on };
      return { now: next, past: [...(goesOn ? past.slice(0, -1) : past), step].slice(-KEPT), future: [] };
    }
    case 'set': {
      const step = { state: now, at: undefined, key: '', on: action.on };
      return { now: action.state, past: [...past, step].slice(-KEPT), future: [] };
    }
    case 'undo': {
      const last = past.at(-1);
      if (!last) return writing;
      return { now: last.state, past: past.slice(0, -1), future: [{ ...last, state: now }, ...future] };
    }
    case 'redo': {
      const [next, ...rest] = future;
      if (!next) return writing;
      return { now: next.state, past: [...past, { ...next, state: now, key: '' }], future: rest };
    }
  }
}

function keyOf(change: Change): { key: string; at: Place | undefined } {
  switch (change.type) {
    case 'title':
      return { key: 'title', at: undefined };
    case 'chapter-title':
      return { key: `chapter ${change.chapter}`, at: undefined };
    case 'block':
      return { key: `block ${change.at.chapter} ${change.at.block}`, at: change.at };
    default:
      return { key: '', at: 'at' in change ? change.at : undefined };
  }
}
