import { useCallback, useLayoutEffect, useState } from 'react';
import type { CSSProperties } from 'react';

/**
 * The room of the page beside the portal's sidebar, for what takes all of it: a
 * ref for something inside of the page, and a style for what is fixed to it.
 *
 * @internal
 */
export function usePageBox(
  enabled: boolean,
): [(element: Element | null) => void, CSSProperties | undefined] {
  const [page, setPage] = useState<Element | null>(null);
  const [left, setLeft] = useState<number>();
  const ref = useCallback(
    (element: Element | null) => setPage(element?.closest('main') ?? null),
    [],
  );
  useLayoutEffect(() => {
    if (!enabled || !page) {
      setLeft(undefined);
      return undefined;
    }
    const measure = () => {
      const from = page.getBoundingClientRect().left + window.scrollX;
      setLeft(Math.max(0, Math.round(from)));
    };
    measure();
    // The sidebar opens and closes, and the window has another size.
    const observer = new ResizeObserver(measure);
    observer.observe(page);
    return () => observer.disconnect();
  }, [enabled, page]);
  return [ref, enabled ? { left: left ?? 0 } : undefined];
}
