/**
 * Runs pieces of work one after the other, in the order in which they were given. One that fails does not keep the next from running.
 *
 * @internal
 */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** Settles as the work does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => {
      // Whoever gave the work hears of its error.
    });
    return result;
  }
}
