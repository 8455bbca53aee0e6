import { TooManyRequestsError } from './TooManyRequestsError';

/** Lets each user have a few things running at a time. @internal */
export class UserSlots {
  private readonly running = new Map<string, number>();

  constructor(
    private readonly options: {
      atATime: number;
      /** Plural, of what runs: `connection tests`. */
      noun: string;
    },
  ) {}

  /** Throws TooManyRequestsError (429) when `actor` has too many running. */
  async run<T>(actor: string, work: () => Promise<T>): Promise<T> {
    const { atATime, noun } = this.options;
    const count = this.running.get(actor) ?? 0;
    if (count >= atATime) {
      throw new TooManyRequestsError(
        `${atATime} ${noun} of yours are running: wait for one to end`,
      );
    }
    this.running.set(actor, count + 1);
    try {
      return await work();
    } finally {
      const left = this.running.get(actor)! - 1;
      if (left) this.running.set(actor, left);
      else this.running.delete(actor);
    }
  }
}
