import type {
  SqlOperation,
  SqlStatementKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import { KeptRun, SqlRunApi, StatementRun } from './StatementRun';

/** A statement to run. */
export interface StatementToRun {
  text: string;
  kind: SqlStatementKind;
}

export interface RunOptions {
  session: string;
  variables?: Record<string, string>;
  stopOnError: boolean;
  /** An unbounded query never ends: the next statement starts with its first rows. */
  queriesRunOn: boolean;
}

/** The runs of a console in their order; one page has one. */
export class StatementRunner {
  private runs: readonly StatementRun[] = [];
  private readonly listeners = new Set<() => void>();
  private stops: (() => void)[] = [];

  constructor(private readonly api: SqlRunApi) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** A new array when runs come or go, or when one begins or is over. */
  snapshot = (): readonly StatementRun[] => this.runs;

  /**
   * Runs statements one after the other; what ran before gives way. Answers
   * when the last one was taken.
   *
   * @param onOver - called with each run that is over
   */
  async run(
    statements: StatementToRun[],
    options: RunOptions,
    onOver?: (run: StatementRun, kind: SqlStatementKind) => void,
  ): Promise<void> {
    const { session, variables, stopOnError, queriesRunOn } = options;
    this.clear();
    const runs = statements.map(
      ({ text }) => new StatementRun(this.api, session, text, variables),
    );
    this.set(runs);
    for (const [index, run] of runs.entries()) {
      const { kind } = statements[index];
      if (run.isOver) continue;
      const goesOn = queriesRunOn && kind === 'select';
      await new Promise<void>((resolve, reject) => {
        run
          .start(goesOn ? resolve : undefined)
          .then(() => onOver?.(run, kind))
          .then(resolve, reject);
      });
      if (stopOnError && run.snapshot().status === 'failed') {
        for (const rest of runs.slice(index + 1)) await rest.cancel();
        return;
      }
    }
  }

  /** Shows operations that go on, or are over, on the server. */
  restore(operations: SqlOperation[], kept: readonly KeptRun[] = []): void {
    if (this.runs.length) return;
    const runs = operations.map(operation => {
      const { session, statement } = operation;
      const run = new StatementRun(this.api, session, statement);
      const own = kept.find(it => it.operation === operation.id);
      void run.resume(operation, own);
      return run;
    });
    this.set(runs);
  }

  /** What is needed to show the runs again after the page was loaded anew. */
  keep(): KeptRun[] {
    return this.runs.flatMap(it => it.keep() ?? []);
  }

  /** Shows one more operation. */
  open(operation: SqlOperation): StatementRun {
    const known = this.runs.find(
      it => it.snapshot().operation?.id === operation.id,
    );
    if (known) return known;
    const { session, statement } = operation;
    const run = new StatementRun(this.api, session, statement);
    this.set([...this.runs, run]);
    void run.resume(operation);
    return run;
  }

  async cancelAll(): Promise<void> {
    await Promise.all(
      this.runs.filter(it => !it.isOver).map(it => it.cancel()),
    );
  }

  /** Fetches no more; on the server everything goes on. */
  leave(): void {
    for (const run of this.runs) run.leave();
  }

  private clear(): void {
    this.leave();
    this.set([]);
  }

  private set(runs: readonly StatementRun[]) {
    for (const stop of this.stops) stop();
    this.runs = runs;
    let statuses = this.statuses();
    const look = () => {
      // Rows that come are for whoever shows them; here only states count.
      if (this.statuses() === statuses) return;
      statuses = this.statuses();
      this.runs = [...this.runs];
      this.tell();
    };
    this.stops = runs.map(run => run.subscribe(look));
    this.tell();
  }

  private statuses(): string {
    return this.runs.map(it => it.snapshot().status).join();
  }

  private tell() {
    for (const listener of this.listeners) listener();
  }
}
