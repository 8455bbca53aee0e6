import { Clock } from '../cluster/Clock';

/** A clock that goes when it is told to. */
export class ManualClock implements Clock {
  private time = 1_800_000_000_000;
  private waiting: { until: number; wake: () => void }[] = [];

  now(): number {
    return this.time;
  }

  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    const until = this.time + ms;
    return new Promise((resolve, reject) => {
      const entry = { until, wake: resolve };
      this.waiting.push(entry);
      signal?.addEventListener('abort', () => {
        this.waiting = this.waiting.filter(it => it !== entry);
        reject(signal.reason);
      });
    });
  }

  /** How many wait. */
  get waits(): number {
    return this.waiting.length;
  }

  /** Lets time pass and wakes who has waited long enough. */
  advance(ms: number): void {
    this.time += ms;
    const due = this.waiting.filter(({ until }) => until <= this.time);
    this.waiting = this.waiting.filter(({ until }) => until > this.time);
    for (const { wake } of due) wake();
  }
}
