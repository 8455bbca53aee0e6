import { setTimeout } from 'node:timers/promises';

/** Resolves once `check` passes; rejects with what it last threw when it has not within `limit` milliseconds. */
export async function waitFor(
  check: () => Promise<void>,
  limit = 5000,
): Promise<void> {
  const end = performance.now() + limit;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await setTimeout(50);
    }
  }
}
