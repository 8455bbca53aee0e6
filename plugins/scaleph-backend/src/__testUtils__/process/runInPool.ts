/**
 * Starts all pieces of work, `limit` at a time, and answers at once with a
 * promise for each, in order.
 */
export function runInPool<T>(
  limit: number,
  work: Array<() => Promise<T>>,
): Promise<T>[] {
  const slots: Promise<unknown>[] = Array.from(
    { length: limit },
    async () => {},
  );
  return work.map((piece, index) => {
    const slot = index % limit;
    const result = slots[slot].then(piece);
    slots[slot] = result.catch(() => {});
    return result;
  });
}
