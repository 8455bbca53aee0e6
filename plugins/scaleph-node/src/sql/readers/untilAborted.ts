/** The same values; rejects as soon as the signal aborts, whatever the source does. @internal */
export async function* untilAborted<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T> {
  const values = source[Symbol.asyncIterator]();
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  // Nobody may be waiting when it aborts.
  aborted.catch(() => {});
  try {
    for (;;) {
      const { done, value } = await Promise.race([values.next(), aborted]);
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    // Not awaited: a source that hangs would never say that it has ended.
    values.return?.()?.catch(() => {});
  }
}
