import { useLayoutEffect, useState } from 'react';
import type { CSSProperties } from 'react';

/** What lies below `element` once it has the page: all that stands beside it there, and the page's header. */
function* covered(element: Element, page: Element): Generator<HTMLElement> {
  let at = element;
  while (at !== page && at.parentElement) {
    for (const other of at.parentElement.children) {
      if (other !== at && other instanceof HTMLElement) yield other;
    }
    at = at.parentElement;
  }
  const { top } = page.getBoundingClientRect();
  for (const other of page.parentElement?.children ?? []) {
    // Sidebars are fixed, and not covered: what holds them has no height, or lies below.
    const { height, bottom } = other.getBoundingClientRect();
    if (other instanceof HTMLElement && height > 0 && bottom <= top) {
      yield other;
    }
  }
}

/**
 * The room of the page beside the portal's sidebar, for what takes all of it: a
 * ref for something inside of the page, and a style for what is fixed to it.
 *
 * @internal
 */
export function usePageBox(
  enabled: boolean,
): [(element: Element | null) => void, CSSProperties | undefined] {
  const [inner, setInner] = useState<Element | null>(null);
  const page = inner?.closest('main') ?? null;
  const [left, setLeft] = useState<number>();
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
  useLayoutEffect(() => {
    if (!enabled || !inner || !page) {
      return undefined;
    }
    // Nobody tabs into what cannot be seen.
    const hidden = [...covered(inner, page)].filter(it => !it.inert);
    hidden.forEach(it => {
      it.inert = true;
    });
    return () =>
      hidden.forEach(it => {
        it.inert = false;
      });
  }, [enabled, inner, page]);
  return [setInner, enabled ? { left: left ?? 0 } : undefined];
}
