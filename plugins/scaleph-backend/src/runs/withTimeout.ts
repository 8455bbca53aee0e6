/**
 * Rejects when `work` takes longer than `ms`. The work itself goes on, for an
 * engine cannot be interrupted; all that it may do is idempotent.
 *
 * @param what - for the message: `Engine "embedded": submit`
 * @internal
 */
export async function withTimeout<T>(
  what: string,
  ms: number,
  work: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} has not answered for ${ms / 1000} s`)),
      ms,
    );
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
