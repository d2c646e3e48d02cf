import { Input } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../messages/use-texts.ts';

/** Time without a key before a search begins, ms. */
const pauseMs = 300;

/** Searches in messages; typing changes the address in place. */
export function SearchFilter({
  value = '',
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (q: string | undefined) => void;
}) {
  const { t } = useTexts();
  const [text, setText] = useState(value);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => change.current(text || undefined), pauseMs);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <Input
      size="small"
      type="search"
      data-search=""
      aria-label={t.filters.search}
      placeholder={t.filters.search}
      maxLength={512}
      value={text}
      onChange={(_, data) => setText(data.value)}
    />
  );
}
