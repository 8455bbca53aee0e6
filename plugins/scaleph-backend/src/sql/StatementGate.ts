import {
  SqlError,
  SqlStatementInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { OperationNotes } from './OperationNotes';
import { SessionSecrets } from './SessionSecrets';
import { SqlSessionRow, textsOf } from './sqlRows';
import { SqlRunner } from './SqlRunner';
import { positionOf, SqlStatements } from './SqlStatements';
import { SqlStore } from './SqlStore';

/** What every statement passes before it is sent: variables are put in, and the policy of the place is asked. @internal */
export class StatementGate {
  constructor(
    private readonly options: {
      store: SqlStore;
      statements: SqlStatements;
      secrets: SessionSecrets;
      notes: OperationNotes;
    },
  ) {}

  /** The text to send, or why it may not be. Throws InputError for a variable that cannot be put in, NotAllowedError for a data source. */
  async pass(
    session: SqlSessionRow,
    runner: SqlRunner,
    { statement, variables }: SqlStatementInput,
    caller: Caller,
  ): Promise<{ text: string } | { refused: SqlError }> {
    const text =
      runner.dialect === 'flink'
        ? await this.fill(session, statement, variables, caller)
        : statement;
    const jobs = await this.ownJobs(session, text);
    const [problem] = runner.check(session, text, jobs);
    if (!problem) return { text };
    const scrubber = await this.options.secrets.scrubberOf(session);
    const { message } = problem;
    const place = positionOf(text, problem);
    return { refused: scrubber.error({ message, ...place }) };
  }

  private async fill(
    session: SqlSessionRow,
    statement: string,
    more: SqlStatementInput['variables'],
    caller: Caller,
  ): Promise<string> {
    const variables = { ...textsOf(session.variables), ...more };
    const { text, dataSources } = await this.options.statements.prepare(
      statement,
      variables,
      caller,
    );
    await this.options.notes.noteDataSources(session, dataSources);
    return text;
  }

  /** Only for what may stop one. */
  private async ownJobs({ actor }: SqlSessionRow, text: string) {
    return /\bSTOP\b/i.test(text) ? this.options.store.jobsOf(actor) : [];
  }
}
