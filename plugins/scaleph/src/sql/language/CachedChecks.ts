import type { GrammarProblem } from './SqlLanguage';

const MOST_KEPT = 5000;

/**
 * Remembers what was found in a statement by its text, so that a key stroke
 * costs the one statement that it changed.
 */
export class CachedChecks {
  private readonly known = new Map<string, GrammarProblem | undefined>();

  constructor(
    private readonly checkOne: (
      statement: string,
    ) => GrammarProblem | undefined,
  ) {}

  check(statement: string): GrammarProblem | undefined {
    if (this.known.has(statement)) {
      const problem = this.known.get(statement);
      // Newest last, so that what falls out is what was not asked for long.
      this.known.delete(statement);
      this.known.set(statement, problem);
      return problem;
    }
    const problem = this.checkOne(statement);
    this.known.set(statement, problem);
    if (this.known.size > MOST_KEPT) {
      this.known.delete(this.known.keys().next().value!);
    }
    return problem;
  }
}
