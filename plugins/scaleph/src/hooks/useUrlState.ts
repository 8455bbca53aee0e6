import { useCallback, useMemo } from 'react';
import { useSearchParams } from '../lib/router';

/**
 * Small state that lives in the query string, so that a link shows the same and
 * Back works. A value that equals its default is left out of the URL; other
 * parameters are untouched.
 */
export function useUrlState<T extends Record<string, string>>(
  defaults: T,
): [T, (changes: Partial<T>, options?: { push?: boolean }) => void] {
  const [params, setParams] = useSearchParams();
  // Callers write the defaults inline; what they say is what counts.
  const key = JSON.stringify(defaults);

  const values = useMemo(() => {
    const entries = Object.entries(JSON.parse(key) as T).map(
      ([name, value]) => [name, params.get(name) ?? value],
    );
    return Object.fromEntries(entries) as T;
  }, [key, params]);

  const change = useCallback(
    (changes: Partial<T>, { push = false } = {}) => {
      const known = JSON.parse(key) as T;
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === known[name]) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: !push },
      );
    },
    [key, setParams],
  );

  return [values, change];
}
