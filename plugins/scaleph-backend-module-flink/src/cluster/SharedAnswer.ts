import { Clock } from './Clock';

/**
 * One answer for all who ask: a request under way is shared, and its answer (or failure) counts for `maxAgeMs` from when it was
 * asked. Nothing happens while nobody asks.
 * @internal
 */
export class SharedAnswer<T> {
  private latest:
    | { askedAt: number; answer: Promise<T>; isPending: boolean }
    | undefined;

  constructor(
    private readonly ask: () => Promise<T>,
    private readonly options: { maxAgeMs: number; clock: Clock },
  ) {}

  async get(): Promise<T> {
    const { clock, maxAgeMs } = this.options;
    const { latest } = this;
    if (
      latest &&
      (latest.isPending || clock.now() - latest.askedAt < maxAgeMs)
    ) {
      return latest.answer;
    }
    const next = {
      askedAt: clock.now(),
      answer: this.ask(),
      isPending: true,
    };
    this.latest = next;
    const done = () => {
      next.isPending = false;
    };
    next.answer.then(done, done);
    return next.answer;
  }
}
