import { InputError } from '@backstage/errors';
import { isPreparing } from './isPreparing';
import { splitStatements } from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { SessionGate } from './SessionGate';
import { SecretScrubber } from './SecretScrubber';
import { SessionSecrets } from './SessionSecrets';
import { SqlEnvironmentRow } from './SqlEnvironments';
import { newOperation } from './newOperation';
import { SqlSessionRow, textsOf } from './sqlRows';
import { SqlRunner } from './SqlRunner';
import { SqlStatements } from './SqlStatements';

const LIMIT_MS = 60_000;

/** Throws InputError for a statement that has no place in the SQL that sessions open with. @internal */
export function checkInitialSql(sql: string): void {
  splitStatements(sql, 'flink').forEach((statement, index) => {
    const { text } = statement;
    if (isPreparing(statement)) return;
    throw new InputError(
      `Statement ${index + 1} (${shorten(
        text,
      )}) starts a job or is not known: initial SQL prepares a session, with CREATE, USE, SET and such`,
    );
  });
}

/** Runs the SQL of an environment in a new session. @internal */
export class InitialSql {
  constructor(
    private readonly options: {
      gate: SessionGate;
      statements: SqlStatements;
      secrets: SessionSecrets;
    },
  ) {}

  /** The data sources that it uses. Throws InputError naming the statement that failed. */
  async run(options: {
    session: SqlSessionRow;
    runner: SqlRunner;
    environment: SqlEnvironmentRow;
    caller: Caller;
  }): Promise<string[]> {
    const { session, environment, caller } = options;
    const used = new Set<string>();
    const statements = splitStatements(environment.initial_sql, 'flink');
    for (const [index, { text }] of statements.entries()) {
      const what = `Environment "${environment.name}": statement ${
        index + 1
      } (${shorten(text)})`;
      let prepared;
      try {
        prepared = await this.options.statements.prepare(
          text,
          textsOf(session.variables),
          caller,
        );
      } catch (error) {
        if (error instanceof Error) error.message = `${what}: ${error.message}`;
        throw error;
      }
      prepared.dataSources.forEach(name => used.add(name));
      const scrubber = await this.options.secrets.scrubberOf({
        data_sources: JSON.stringify([...used].sort()),
      });
      const problem = await this.runOne(options, prepared.text, scrubber);
      if (problem) throw new InputError(`${what} failed: ${problem}`);
    }
    return [...used].sort();
  }

  private async runOne(
    { session, runner }: { session: SqlSessionRow; runner: SqlRunner },
    statement: string,
    scrubber: SecretScrubber,
  ): Promise<string | undefined> {
    const [refused] = runner.check(session, statement, []);
    if (refused) return scrubber.text(refused.message);
    // Variables have been put in since it was saved.
    if (!splitStatements(statement, 'flink').every(isPreparing)) {
      return 'it starts a job or is not known';
    }
    const operation = newOperation(session, statement);
    return this.options.gate.on(session, async () => {
      const handle = await runner.execute(session, operation, statement);
      operation.handle = JSON.stringify(handle);
      const until = Date.now() + LIMIT_MS;
      let token: string | undefined;
      while (Date.now() < until) {
        const page = await runner.fetch(session, operation, {
          token,
          waitMs: until - Date.now(),
          maxRows: 5_000,
        });
        if (page.error) return scrubber.text(page.error.message);
        if (page.done) return undefined;
        token = page.next;
      }
      return `not done after ${LIMIT_MS / 1000} s`;
    });
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
