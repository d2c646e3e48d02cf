import { useCallback, useState } from 'react';

/** The width of an element, px; it follows the window. */
export function useWidth(): readonly [(element: HTMLElement | null) => (() => void) | undefined, number] {
  const [width, setWidth] = useState(0);
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(entry ? Math.floor(entry.contentRect.width) : 0),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [watch, width];
}
