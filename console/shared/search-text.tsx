import { Input } from 'antd';
import { useEffect, useState } from 'react';

interface SearchTextProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** CSS width. */
  readonly width?: number | string;
}

/** Milliseconds after the last key before it is asked. */
const PAUSE = 250;

/** A line that asks a moment after the last key, not at every one; composing Chinese is left in peace. */
export function SearchText({ label, placeholder, value, onChange, width = 240 }: SearchTextProps) {
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again only for another text
  useEffect(() => {
    if (composing || text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text, composing]);
  return (
    <Input
      aria-label={label}
      placeholder={placeholder}
      allowClear
      style={{ width }}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
