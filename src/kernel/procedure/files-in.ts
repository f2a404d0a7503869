import type { StoredFile } from './fields.ts';

/**
 * The stored files a value names, at whatever depth, in order and as often as they are named. Whatever looks like one is
 * taken for one: what may be bound or shown is judged by this, and a form that let a stranger shape through is no way around it.
 */
export function filesIn(value: unknown): StoredFile[] {
  if (typeof value !== 'object' || value === null) return [];
  const { sm3, name } = value as Partial<StoredFile>;
  if (typeof sm3 === 'string' && typeof name === 'string') return [value as StoredFile];
  return Object.values(value).flatMap(filesIn);
}
