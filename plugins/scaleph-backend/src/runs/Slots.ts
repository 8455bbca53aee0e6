/** A piece of work. `waited`: it did not start at once, and what it knows may be old. Must not throw. */
type Work = (waited: boolean) => Promise<void>;

interface Lane {
  free: number;
  /** First in, first out, so that nothing is overtaken for ever. */
  readonly queue: Array<{ id: string; work: Work }>;
}

/**
 * Bounded parallelism by key: at most `limit` pieces of work of a key at the
 * same time, the others of that key wait their turn; and at most one piece of
 * an id at work or waiting, so that no queue grows beyond what there is.
 *
 * @internal
 */
export class Slots {
  private readonly lanes = new Map<string, Lane>();
  private readonly ids = new Set<string>();
  /** Ids whose work ended after the last list began: what the list says of them may be from before. */
  private readonly outdated = new Set<string>();
  private whenIdle: Array<() => void> = [];

  constructor(private readonly limit: number) {}

  /** Reads what there is to do. Work on an id that was at work meanwhile is refused then. */
  list<T>(read: () => Promise<T>): Promise<T> {
    this.outdated.clear();
    return read();
  }

  /** False, and nothing happens, when its id is at work or waiting, or was when the list was read. */
  tryRun(key: string, id: string, work: Work): boolean {
    if (this.ids.has(id) || this.outdated.has(id)) return false;
    this.ids.add(id);
    const lane = this.lane(key);
    if (lane.free > 0) {
      this.begin(lane, id, work, false);
    } else {
      lane.queue.push({ id, work });
    }
    return true;
  }

  /** Resolves when nothing is at work or waiting. */
  async idle(): Promise<void> {
    if (this.ids.size === 0) return;
    await new Promise<void>(resolve => {
      this.whenIdle.push(resolve);
    });
  }

  /** Drops what waits. */
  clear(): void {
    for (const lane of this.lanes.values()) {
      for (const { id } of lane.queue.splice(0)) this.ids.delete(id);
    }
  }

  private lane(key: string): Lane {
    let lane = this.lanes.get(key);
    if (!lane) {
      lane = { free: this.limit, queue: [] };
      this.lanes.set(key, lane);
    }
    return lane;
  }

  private begin(lane: Lane, id: string, work: Work, waited: boolean): void {
    lane.free -= 1;
    work(waited).finally(() => {
      lane.free += 1;
      this.ids.delete(id);
      this.outdated.add(id);
      const next = lane.queue.shift();
      if (next) this.begin(lane, next.id, next.work, true);
      if (this.ids.size === 0) {
        for (const resolve of this.whenIdle.splice(0)) resolve();
      }
    });
  }
}
