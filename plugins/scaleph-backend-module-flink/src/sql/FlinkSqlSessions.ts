import { InputError } from '@backstage/errors';
import {
  blankSqlComments,
  checkFlinkSetting,
  checkFlinkStatement,
  SqlExplanation,
  SqlObject,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ArtifactContent,
  SqlObjectPath,
  SqlOperationHandle,
  SqlRowsGoneError,
  SqlSessionGoneError,
  SqlSessionHandle,
  SqlSessionPage,
  SqlSessions,
  TargetConnection,
} from '@scaleph/backstage-plugin-scaleph-node';
import {
  isUnknownOperation,
  isUnknownSession,
  isWrongToken,
} from '../gateway/gatewayErrors';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { explainStatement } from './explainStatement';
import { JarDirectories } from './JarDirectories';
import { listObjects } from './listObjects';
import { placeJar } from './placeJar';
import { QueryPace } from './QueryPace';
import { readRows } from './readRows';
import { RecentResults } from './RecentResults';
import { runStatement } from './runStatement';
import { sqlConfigOf } from './sqlConfig';
import { toSqlError } from './toSqlError';

/** Sessions of a SQL Gateway. @public */
export class FlinkSqlSessions implements SqlSessions {
  private readonly results = new RecentResults();
  private readonly pace = new QueryPace();

  constructor(
    private readonly options: {
      /** The one client of a target, as its configuration is now. */
      gateway: (target: TargetConnection) => Promise<SqlGatewayClient>;
      jars: JarDirectories;
    },
  ) {}

  available(target: TargetConnection): boolean {
    return sqlConfigOf(target).hasGateway;
  }

  check(
    target: TargetConnection,
    statement: string,
    { ownJobs }: { ownJobs: readonly string[] },
  ) {
    return checkFlinkStatement(statement, { ...sqlConfigOf(target), ownJobs });
  }

  checkSettings(target: TargetConnection, settings: Record<string, string>) {
    const policy = sqlConfigOf(target);
    return Object.entries(settings).flatMap(
      ([key, value]) => checkFlinkSetting(key, value, policy) ?? [],
    );
  }

  async open(
    target: TargetConnection,
    options: { name: string; settings: Record<string, string> },
  ): Promise<SqlSessionHandle> {
    const gateway = await this.options.gateway(target);
    const { name, settings: properties } = options;
    return { session: await gateway.openSession({ name, properties }) };
  }

  async keepAlive(target: TargetConnection, session: SqlSessionHandle) {
    await this.with(target, session, (gateway, id) => gateway.heartbeat(id));
  }

  async settings(target: TargetConnection, session: SqlSessionHandle) {
    return this.with(target, session, (gateway, id) =>
      gateway.sessionConfig(id),
    );
  }

  async close(target: TargetConnection, session: SqlSessionHandle) {
    const gateway = await this.options.gateway(target);
    await gateway.closeSession(idOf(session, 'session'));
  }

  async execute(
    target: TargetConnection,
    session: SqlSessionHandle,
    options: { statement: string; settings?: Record<string, string> },
  ): Promise<SqlOperationHandle> {
    return this.with(target, session, async (gateway, id) => {
      const statement = blankSqlComments(options.statement);
      const pace = await this.pace.of(gateway, id, statement);
      const executionConfig = { ...pace, ...options.settings };
      return {
        operation: await gateway.submit(id, statement, { executionConfig }),
      };
    });
  }

  async fetch(
    target: TargetConnection,
    session: SqlSessionHandle,
    operation: SqlOperationHandle,
    options: { token?: string; waitMs: number; maxRows: number },
  ): Promise<SqlSessionPage> {
    return this.with(target, session, async (gateway, id) => {
      const name = idOf(operation, 'operation');
      const parts = this.results.of(name, (token, onLargePart) =>
        gateway.fetch(id, name, token, { onLargePart }),
      );
      try {
        return await readRows(parts, options);
      } catch (error) {
        return failedPage(error);
      }
    });
  }

  async cancel(
    target: TargetConnection,
    session: SqlSessionHandle,
    operation: SqlOperationHandle,
    { jobId }: { jobId?: string },
  ) {
    const name = idOf(operation, 'operation');
    await this.with(target, session, async (gateway, id) => {
      try {
        if (await gateway.cancel(id, name)) return;
        await gateway.closeOperation(id, name);
      } catch (error) {
        if (!isUnknownOperation(error)) throw error;
      }
      // The job of an INSERT lives on without its operation; of one that has ended Flink only says so.
      if (jobId && /^[0-9a-f]{32}$/.test(jobId)) {
        await runStatement(gateway, id, `STOP JOB '${jobId}'`);
      }
    });
    this.results.forget(name);
  }

  async complete(
    target: TargetConnection,
    session: SqlSessionHandle,
    options: { statement: string; position: number },
  ) {
    return this.with(target, session, (gateway, id) =>
      gateway.complete(id, options.statement, options.position),
    );
  }

  async explain(
    target: TargetConnection,
    session: SqlSessionHandle,
    statement: string,
  ): Promise<SqlExplanation> {
    return this.with(target, session, (gateway, id) =>
      explainStatement(gateway, id, blankSqlComments(statement)),
    );
  }

  async objects(
    target: TargetConnection,
    session: SqlSessionHandle,
    path: SqlObjectPath,
  ): Promise<SqlObject[]> {
    return this.with(target, session, (gateway, id) =>
      listObjects(async statement => {
        const { rows, error } = await runStatement(gateway, id, statement);
        if (error) throw new InputError(error.message);
        return rows;
      }, path),
    );
  }

  async addJar(
    target: TargetConnection,
    session: SqlSessionHandle,
    jar: ArtifactContent,
  ) {
    const { allowJars, jarDirectory } = sqlConfigOf(target);
    if (!allowJars) {
      throw new InputError(
        `Target "${target.name}" does not allow jars in SQL sessions: sql.allowJars is not set`,
      );
    }
    const path = await placeJar(this.options.jars, jarDirectory, jar);
    await this.with(target, session, async (gateway, id) => {
      const { error } = await runStatement(
        gateway,
        id,
        `ADD JAR '${path.replaceAll("'", "''")}'`,
      );
      if (error) throw new InputError(error.message);
    });
  }

  private async with<T>(
    target: TargetConnection,
    session: SqlSessionHandle,
    work: (gateway: SqlGatewayClient, id: string) => Promise<T>,
  ): Promise<T> {
    const gateway = await this.options.gateway(target);
    try {
      return await work(gateway, idOf(session, 'session'));
    } catch (error) {
      if (!isUnknownSession(error)) throw error;
      throw new SqlSessionGoneError(
        `${gateway.server} does not have the session any more: it was idle for too long, or the gateway was restarted`,
      );
    }
  }
}

function idOf(
  handle: SqlSessionHandle | SqlOperationHandle,
  field: 'session' | 'operation',
): string {
  return String(handle[field]);
}

/** What a refused fetch says of the statement. Throws what is about something else. */
function failedPage(error: unknown): SqlSessionPage {
  if (!(error instanceof FlinkRequestError) || isUnknownSession(error)) {
    throw error;
  }
  if (isWrongToken(error)) {
    throw new SqlRowsGoneError(
      'These rows were given out before and are not kept: run the statement again to see them',
    );
  }
  const end = { rows: [], done: true };
  if (isUnknownOperation(error) || /\bCANCELED\b/.test(error.message)) {
    return { ...end, state: 'canceled' };
  }
  return { ...end, state: 'failed', error: toSqlError(error) };
}
