import { ServiceUnavailableError } from '@backstage/errors';

/** Lets so many go on at once and so many wait. @internal */
export class Places {
  private taken = 0;
  private readonly waiting: Array<() => void> = [];

  constructor(
    private readonly places: number,
    private readonly seats: number,
    /** What a caller is told when all seats are taken. */
    private readonly full: string,
  ) {}

  /** Runs `work` when there is a place; throws ServiceUnavailableError without a seat, or the signal's reason while it waits. */
  async during<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.taken < this.places) this.taken++;
    else await this.wait(signal);
    try {
      return await work();
    } finally {
      // A place goes straight to who waits for it.
      const next = this.waiting.shift();
      if (next) next();
      else this.taken--;
    }
  }

  private wait(signal: AbortSignal): Promise<void> {
    if (this.waiting.length >= this.seats) {
      throw new ServiceUnavailableError(this.full);
    }
    return new Promise((resolve, reject) => {
      const left = new AbortController();
      const enter = () => {
        left.abort();
        resolve();
      };
      this.waiting.push(enter);
      signal.addEventListener(
        'abort',
        () => {
          this.waiting.splice(this.waiting.indexOf(enter), 1);
          reject(signal.reason);
        },
        { once: true, signal: left.signal },
      );
    });
  }
}
