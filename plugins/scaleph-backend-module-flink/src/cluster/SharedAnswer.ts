import { Clock } from './Clock';

/**
 * One answer for all who ask: a request under way is shared, and its answer (or failure) counts for `maxAgeMs` from when it was
 * asked. Nothing happens while nobody asks.
 * @internal
 */
export class SharedAnswer<T> {
  private latest:
    | { until: number; answer: Promise<T>; isPending: boolean }
    | undefined;

  constructor(
    private readonly ask: () => Promise<T>,
    private readonly options: {
      maxAgeMs: number;
      clock: Clock;
      /** An answer that took long counts longer: so many times what it took. Default 0. */
      perDuration?: number;
    },
  ) {}

  async get(): Promise<T> {
    const { clock, maxAgeMs, perDuration = 0 } = this.options;
    const askedAt = clock.now();
    const { latest } = this;
    if (latest && (latest.isPending || askedAt < latest.until)) {
      return latest.answer;
    }
    const next = {
      until: askedAt + maxAgeMs,
      answer: this.ask(),
      isPending: true,
    };
    this.latest = next;
    const done = () => {
      next.isPending = false;
      next.until += perDuration * (clock.now() - askedAt);
    };
    next.answer.then(done, done);
    return next.answer;
  }
}
