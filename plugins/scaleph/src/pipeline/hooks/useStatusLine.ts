import { useCallback, useEffect, useState } from 'react';

const SHOWN_MILLISECONDS = 5000;

/** What the user is told; a function is asked once the edit itself is on the page. @internal */
export type StatusMessage = string | (() => string);

/** A line that says what just happened, and goes away by itself. @internal */
export interface StatusLine {
  message?: StatusMessage;
  /** Counts the messages, so that the same one is said again. */
  count: number;
}

/** @internal */
export function useStatusLine(): [
  StatusLine,
  (message: StatusMessage) => void,
] {
  const [line, setLine] = useState<StatusLine>({ count: 0 });
  const say = useCallback(
    (message: StatusMessage) =>
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
