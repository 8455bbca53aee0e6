import { useCallback, useEffect, useState } from 'react';

const SHOWN_MILLISECONDS = 5000;

/** A line that says what just happened, and goes away by itself. @internal */
export interface StatusLine {
  message?: string;
  /** Counts the messages, so that the same one is said again. */
  count: number;
}

/** @internal */
export function useStatusLine(): [StatusLine, (message: string) => void] {
  const [line, setLine] = useState<StatusLine>({ count: 0 });
  const say = useCallback(
    (message: string) =>
      setLine(({ count }) => ({ message, count: count + 1 })),
    [],
  );
  useEffect(() => {
    if (!line.message) {
      return undefined;
    }
    const timer = setTimeout(
      () => setLine(({ count }) => ({ count })),
      SHOWN_MILLISECONDS,
    );
    return () => clearTimeout(timer);
  }, [line]);
  return [line, say];
}
