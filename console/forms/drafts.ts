import type { Values } from './values.ts';

/** What was typed and not sent, with the key under which it will be sent: a repeated press acts once. */
export interface Draft {
  readonly values: Values;
  readonly request: string;
}

/** The place of a draft: one person, one matter (or none yet), one step. It lives as long as the tab. */
export interface DraftPlace {
  readonly person: string;
  readonly procedure: string;
  readonly matter: string;
  readonly step: string;
}

const keyOf = ({ person, procedure, matter, step }: DraftPlace): string =>
  ['fazhi.draft', person, procedure, matter, step].join('/');

export function readDraft(place: DraftPlace, storage: Storage = sessionStorage): Draft | undefined {
  try {
    const draft = JSON.parse(storage.getItem(keyOf(place)) ?? 'null') as Draft | null;
    return draft && typeof draft.request === 'string' && typeof draft.values === 'object' ? draft : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(place: DraftPlace, draft: Draft, storage: Storage = sessionStorage): void {
  storage.setItem(keyOf(place), JSON.stringify(draft));
}

export function dropDraft(place: DraftPlace, storage: Storage = sessionStorage): void {
  storage.removeItem(keyOf(place));
}
