import { useSyncExternalStore } from 'react';
import { media } from './media.ts';

export type Scheme = 'system' | 'light' | 'dark';
export const schemeNames: Record<Scheme, string> = { system: '跟随系统', light: '浅色', dark: '深色' };

const KEY = 'fazhi.scheme';
const listeners = new Set<() => void>();
const systemDark = media('(prefers-color-scheme: dark)');

export function chosenScheme(): Scheme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function chooseScheme(scheme: Scheme): void {
  localStorage.setItem(KEY, scheme);
  for (const listener of listeners) listener();
}

function isDark(): boolean {
  const chosen = chosenScheme();
  return chosen === 'system' ? systemDark.holds() : chosen === 'dark';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const leave = systemDark.subscribe(listener);
  return () => {
    listeners.delete(listener);
    leave();
  };
}

/** Whether pages are shown dark now; follows the system unless the person chose. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}
