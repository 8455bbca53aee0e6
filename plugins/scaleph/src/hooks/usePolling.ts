import { useEffect, useRef } from 'react';

/**
 * Calls `poll` every `interval` milliseconds while the page is visible, and at
 * once when it becomes visible again; never when `interval` is undefined.
 */
export function usePolling(poll: () => void, interval: number | undefined) {
  const pollRef = useRef(poll);
  pollRef.current = poll;
  useEffect(() => {
    if (interval === undefined) return undefined;
    const tick = () => {
      if (!document.hidden) pollRef.current();
    };
    const timer = setInterval(tick, interval);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [interval]);
}
