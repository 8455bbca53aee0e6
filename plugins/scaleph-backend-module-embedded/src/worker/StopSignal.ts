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
