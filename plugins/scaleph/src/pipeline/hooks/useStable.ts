import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * A function that never changes and does what the newest one does, so that
 * what is given it need not be drawn again. Not to be called while rendering.
 *
 * @internal
 */
export function useStable<A extends unknown[], R>(
  act: (...args: A) => R,
): (...args: A) => R {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
