/**
 * Bounded parallelism by key: at most `limit` pieces of work of a key at the
 * same time, and at most one of each id. What does not fit is refused and
 * comes again with the next round, so that there is no queue that could grow
 * old.
 *
 * @internal
 */
export class Slots {
  private readonly ids = new Map<string, Promise<void>>();
  private readonly used = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** Starts `work` unless its id is at work already or its key has no free slot. `work` must not throw. */
  tryRun(key: string, id: string, work: () => Promise<void>): boolean {
    const used = this.used.get(key) ?? 0;
    if (this.ids.has(id) || used >= this.limit) return false;
    this.used.set(key, used + 1);
    const done = work().finally(() => {
      this.ids.delete(id);
      this.used.set(key, this.used.get(key)! - 1);
    });
    this.ids.set(id, done);
    return true;
  }

  /** Resolves when everything at work now is done. */
  async idle(): Promise<void> {
    await Promise.all(this.ids.values());
  }
}
