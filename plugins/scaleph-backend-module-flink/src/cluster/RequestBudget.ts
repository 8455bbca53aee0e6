import { Clock } from './Clock';

/**
 * A bucket of requests that fills at a steady rate: what may be asked of a cluster beside what somebody waits for.
 * @internal
 */
export class RequestBudget {
  private tokens: number;
  private filledAt: number;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: {
      perSecond: number;
      /** So many at once after a quiet time. */
      burst: number;
      clock: Clock;
    },
  ) {
    this.tokens = options.burst;
    this.filledAt = options.clock.now();
  }

  /** Whether a request may be made now; it counts then. */
  tryTake(): boolean {
    this.fill();
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  /** Waits for its turn, in the order of the calls. */
  async take(): Promise<void> {
    const turn = this.queue.then(async () => {
      while (!this.tryTake()) {
        const missing = 1 - this.tokens;
        const ms = (missing / this.options.perSecond) * 1000;
        await this.options.clock.wait(Math.max(1, Math.ceil(ms)));
      }
    });
    this.queue = turn;
    return turn;
  }

  private fill() {
    const now = this.options.clock.now();
    const gained = ((now - this.filledAt) / 1000) * this.options.perSecond;
    this.tokens = Math.min(this.options.burst, this.tokens + gained);
    this.filledAt = now;
  }
}
