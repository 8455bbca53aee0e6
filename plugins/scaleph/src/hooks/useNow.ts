import { useState } from 'react';
import { usePolling } from './usePolling';

/** The time in milliseconds, read anew every `interval` milliseconds. */
export function useNow(interval: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  usePolling(() => setNow(Date.now()), interval);
  return now;
}
