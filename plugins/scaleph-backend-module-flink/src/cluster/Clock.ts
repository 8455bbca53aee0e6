import { setTimeout as wait } from 'node:timers/promises';

/** Time, so that tests need none. @internal */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects when `signal` aborts. Keeps no process alive. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** @internal */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: async (ms, signal) => {
    await wait(ms, undefined, { signal, ref: false });
  },
};
