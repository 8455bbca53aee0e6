import { ResultParts } from './ResultParts';

/** Each may hold two parts of up to 5,000 rows. */
const KEPT = 32;

/** Results that are being read through this back end; those not read for the longest time are let go. @internal */
export class RecentResults {
  private readonly results = new Map<string, ResultParts>();

  of(
    operation: string,
    fetch: ConstructorParameters<typeof ResultParts>[0],
  ): ResultParts {
    const parts = this.results.get(operation) ?? new ResultParts(fetch);
    this.results.delete(operation);
    this.results.set(operation, parts);
    for (const oldest of this.results.keys()) {
      if (this.results.size <= KEPT) break;
      this.results.delete(oldest);
    }
    return parts;
  }

  forget(operation: string): void {
    this.results.delete(operation);
  }
}
