import {
  DependencyList,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

/** What a screen knows about something that it loads. */
export interface ApiResource<T> {
  /** The last good answer; stays while a reload runs or after it failed. */
  value?: T;
  /** Why the last load failed; gone after the next good one. */
  error?: Error;
  /** A load is under way. With no `value` yet, draw a skeleton. */
  loading: boolean;
  /** Loads again and keeps the value meanwhile. */
  reload(): void;
  /** Puts an answer in place that a write gave, without loading. */
  setValue(value: T): void;
}

interface State<T> {
  value?: T;
  error?: Error;
  loading: boolean;
}

/**
 * Loads with an AbortController and loads again when `deps` change: an answer
 * to an older question never replaces that to a newer one.
 *
 * @param keepPrevious - show the answer for the old `deps` until the new one is
 * there (a filtered list); otherwise it is dropped at once (another thing).
 */
export function useApiResource<T>(
  load: (signal: AbortSignal) => Promise<T>,
  deps: DependencyList,
  options: { keepPrevious?: boolean } = {},
): ApiResource<T> {
  const [state, setState] = useState<State<T>>({ loading: true });
  const loadRef = useRef(load);
  loadRef.current = load;
  const current = useRef<AbortController>();

  const start = useCallback(() => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setState(previous => ({ ...previous, loading: true }));
    loadRef.current(controller.signal).then(
      value => {
        if (!controller.signal.aborted) setState({ value, loading: false });
      },
      cause => {
        if (controller.signal.aborted) return;
        const error = cause instanceof Error ? cause : new Error(String(cause));
        setState(previous => ({ ...previous, error, loading: false }));
      },
    );
  }, []);

  const { keepPrevious } = options;
  useEffect(() => {
    if (!keepPrevious) setState({ loading: true });
    start();
    return () => current.current?.abort();
    // The caller's deps are the question; `load` is only how it is asked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [start, keepPrevious, ...deps]);

  const setValue = useCallback((value: T) => {
    current.current?.abort();
    setState({ value, loading: false });
  }, []);

  return { ...state, reload: start, setValue };
}
