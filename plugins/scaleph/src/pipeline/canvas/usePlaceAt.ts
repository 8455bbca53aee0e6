import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * A ref that centres its element on a point of the canvas. The point changes
 * while a node is dragged, so it cannot be a class.
 *
 * @internal
 */
export function usePlaceAt(x: number, y: number) {
  const element = useRef<HTMLElement | null>(null);
  const apply = () => {
    if (element.current) {
      element.current.style.transform = `translate(-50%, -50%) translate(${x}px, ${y}px)`;
    }
  };
  useLayoutEffect(apply);
  return useCallback((next: HTMLElement | null) => {
    element.current = next;
  }, []);
}
