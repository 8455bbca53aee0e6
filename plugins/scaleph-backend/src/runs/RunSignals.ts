/** At most four signals a second for a run. */
const SPACING_MS = 250;

/**
 * Tells open pages that a run changed: the first change at once, those that
 * follow within a quarter of a second together, with the last revision.
 *
 * @internal
 */
export class RunSignals {
  private readonly quiet = new Map<string, NodeJS.Timeout>();
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly publish: (id: string, revision: number) => Promise<void>,
    private readonly spacingMs: number = SPACING_MS,
  ) {}

  changed(id: string, revision: number): void {
    if (this.quiet.has(id)) {
      this.waiting.set(id, revision);
      return;
    }
    this.send(id, revision);
  }

  /** Sends nothing more. */
  stop(): void {
    for (const timer of this.quiet.values()) clearTimeout(timer);
    this.quiet.clear();
    this.waiting.clear();
  }

  private send(id: string, revision: number): void {
    const timer = setTimeout(() => {
      this.quiet.delete(id);
      const next = this.waiting.get(id);
      this.waiting.delete(id);
      if (next !== undefined) this.send(id, next);
    }, this.spacingMs);
    timer.unref();
    this.quiet.set(id, timer);
    // Never throws: see ChangePublisher.
    this.publish(id, revision);
  }
}
