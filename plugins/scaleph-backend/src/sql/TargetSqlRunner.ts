import {
  SqlSessionGoneError,
  SqlSessions,
  TargetConnection,
  ArtifactContent,
  SqlObjectPath,
} from '@scaleph/backstage-plugin-scaleph-node';
import { handleOf, SqlOperationRow, SqlSessionRow } from './sqlRows';
import { maskAnswers, maskSettings } from './maskAnswers';
import { FetchOptions, SqlRunner } from './SqlRunner';

/** SQL on a registered target, by the sessions of its engine. @internal */
export class TargetSqlRunner implements SqlRunner {
  readonly dialect = 'flink' as const;
  readonly limits: SqlRunner['limits'];

  constructor(
    private readonly sql: SqlSessions,
    private readonly target: TargetConnection,
    options: { maxRows: number },
  ) {
    // Nothing ends a streaming query but its user or the end of the session.
    this.limits = { maxRows: options.maxRows, timeoutSeconds: 0 };
  }

  check(_: SqlSessionRow, statement: string, ownJobs: readonly string[]) {
    return this.sql.check(this.target, statement, { ownJobs });
  }

  checkSettings(settings: Record<string, string>) {
    return this.sql.checkSettings(this.target, settings);
  }

  open(options: { name: string; settings: Record<string, string> }) {
    return this.sql.open(this.target, options);
  }

  keepAlive(session: SqlSessionRow) {
    return this.sql.keepAlive(this.target, required(session));
  }

  /** Those that a session may set; the rest is the gateway's own. */
  async settings(session: SqlSessionRow) {
    const all = await this.sql.settings(this.target, required(session));
    const isOpen = ([key, value]: [string, string]) =>
      this.sql.checkSettings(this.target, { [key]: value }).length === 0;
    return maskSettings(Object.fromEntries(Object.entries(all).filter(isOpen)));
  }

  async close(session: SqlSessionRow) {
    const handle = handleOf(session);
    if (handle) await this.sql.close(this.target, handle);
  }

  execute(session: SqlSessionRow, _: SqlOperationRow, statement: string) {
    return this.sql.execute(this.target, required(session), { statement });
  }

  async fetch(
    session: SqlSessionRow,
    operation: SqlOperationRow,
    options: FetchOptions,
  ) {
    const handle = handleOf(operation) ?? {};
    const page = await this.sql.fetch(
      this.target,
      required(session),
      handle,
      options,
    );
    return maskAnswers(operation.statement, page);
  }

  async cancel(session: SqlSessionRow, operation: SqlOperationRow) {
    const handle = handleOf(operation);
    if (!handle) return;
    const isInsert = operation.result_kind === 'none' && operation.job_id;
    await this.sql.cancel(this.target, required(session), handle, {
      ...(isInsert && { jobId: operation.job_id! }),
    });
  }

  complete(
    session: SqlSessionRow,
    options: { statement: string; position: number },
  ) {
    return this.sql.complete(this.target, required(session), options);
  }

  explain(session: SqlSessionRow, statement: string) {
    return this.sql.explain(this.target, required(session), statement);
  }

  objects(session: SqlSessionRow, path: SqlObjectPath) {
    return this.sql.objects(this.target, required(session), path);
  }

  addJar(session: SqlSessionRow, jar: ArtifactContent) {
    return this.sql.addJar(this.target, required(session), jar);
  }
}

/** A back end that died while it opened the session left it without one. */
function required(session: SqlSessionRow) {
  const handle = handleOf(session);
  if (handle) return handle;
  throw new SqlSessionGoneError('The session was never opened');
}
