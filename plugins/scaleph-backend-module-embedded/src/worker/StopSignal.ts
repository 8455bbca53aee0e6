/** How long the end of a stopped run waits for `whenStopped`, in milliseconds. */
const PATIENCE = 600;

/** Why a run is stopped before its end. @internal */
export class StopRequest extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StopRequest';
  }
}

/**
 * Tells all that works for the run to stop, each in its own way: an interrupt for DuckDB, a closed socket for a database.
 * @internal
 */
export class StopSignal {
  private readonly controller = new AbortController();
  private readonly afterwards: Promise<void>[] = [];

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get request(): StopRequest | undefined {
    return this.signal.aborted
      ? (this.signal.reason as StopRequest)
      : undefined;
  }

  stop(reason: string): void {
    if (!this.signal.aborted) this.controller.abort(new StopRequest(reason));
  }

  /**
   * Has `work` done when the run is to stop, beside what ends it; `settled` waits for it. Returns what takes it back. A failure of it
   * changes nothing.
   */
  whenStopped(work: () => Promise<void>): () => void {
    const start = () => this.afterwards.push(work().catch(() => {}));
    this.signal.addEventListener('abort', start, { once: true });
    return () => this.signal.removeEventListener('abort', start);
  }

  /** Until the work of `whenStopped` is done, but not for long. */
  async settled(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise(resolve => {
      timer = setTimeout(resolve, PATIENCE);
    });
    await Promise.race([Promise.all(this.afterwards), limit]);
    clearTimeout(timer);
  }

  /** Throws the StopRequest when there is one. */
  check(): void {
    this.signal.throwIfAborted();
  }

  /** Runs `work`; `interrupt` is called when the run is to stop meanwhile, again until it does. */
  async during<T>(work: Promise<T>, interrupt: () => void): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const start = () => {
      interrupt();
      // An interrupt that comes between two statements is lost.
      timer = setInterval(interrupt, 50);
    };
    if (this.signal.aborted) start();
    else this.signal.addEventListener('abort', start, { once: true });
    try {
      return await work;
    } catch (error) {
      throw this.request ?? error;
    } finally {
      clearInterval(timer);
      this.signal.removeEventListener('abort', start);
    }
  }
}
