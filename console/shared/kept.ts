import { useState } from 'react';

/** A choice of the reader that this browser remembers: columns, saved filters. Unreadable contents count as none. */
export function useKept<T>(key: string, initial: T): [T, (value: T) => void] {
  const name = `fazhi.${key}`;
  const [value, setValue] = useState<T>(() => read(name) ?? initial);
  return [
    value,
    (next) => {
      setValue(next);
      localStorage.setItem(name, JSON.stringify(next));
    },
  ];
}

function read<T>(name: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}
