import {
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import {
  scalephSqlWritePermission,
  SqlSession,
  SqlSessionInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ArtifactReader } from '@scaleph/backstage-plugin-scaleph-node';
import { randomUUID } from 'node:crypto';
import { toTimestamp } from '../database/timestamps';
import { actorOf, Caller } from '../http/Caller';
import { requireBasic } from '../permissions/OwnershipAuthorizer';
import { TooManyRequestsError } from '../registrations/TooManyRequestsError';
import { InitialSql } from './InitialSql';
import { SessionGate } from './SessionGate';
import { SqlConfig } from './SqlConfig';
import { SqlEnvironments } from './SqlEnvironments';
import { SqlPlaces } from './SqlPlaces';
import { listOf, SqlSessionRow, toSqlSession } from './sqlRows';
import { SqlRunner } from './SqlRunner';
import { SqlStore } from './SqlStore';

/** Opens and closes sessions. @internal */
export class SqlSessionDesk {
  constructor(
    private readonly options: {
      store: SqlStore;
      gate: SessionGate;
      places: SqlPlaces;
      environments: SqlEnvironments;
      initialSql: InitialSql;
      artifacts: ArtifactReader;
      /** Throws NotFoundError for an upload that the caller may not see. */
      requireArtifact: (name: string, caller: Caller) => Promise<unknown>;
      permissions: PermissionsService;
      config: SqlConfig;
      logger: LoggerService;
    },
  ) {}

  async list(caller: Caller): Promise<SqlSession[]> {
    await this.options.gate.requireSql(caller);
    const rows = await this.options.store.listSessions(
      actorOf(caller.credentials),
    );
    return rows.map(row => this.view(row));
  }

  async open(input: SqlSessionInput, caller: Caller): Promise<SqlSession> {
    const { gate, places, store, environments } = this.options;
    await gate.requireSql(caller);
    await places.requireUse(input, caller);
    if (input.write) {
      const { permissions } = this.options;
      await requireBasic(permissions, scalephSqlWritePermission, caller);
    }
    const runner = await places.runner(input);
    if (input.environment && runner.dialect !== 'flink') {
      throw new InputError(
        `Environments hold Flink SQL: open a session on data source "${input.place}" without one`,
      );
    }
    const environment = input.environment
      ? await environments.require(input.environment)
      : undefined;
    const row = toRow(input, runner, actorOf(caller.credentials));
    row.variables = environment?.variables ?? '{}';
    await this.insert(row);
    try {
      const settings = JSON.parse(row.settings) as Record<string, string>;
      const [problem] = runner.checkSettings(settings);
      if (problem) throw new InputError(problem);
      const handle = await gate.on(row, () =>
        runner.open({ name: `scaleph ${row.title}`, settings }),
      );
      row.handle = JSON.stringify(handle);
      await store.patchSession(row.id, { handle: row.handle });
      if (environment) {
        row.data_sources = JSON.stringify(
          await this.options.initialSql.run({
            session: row,
            runner,
            environment,
            caller,
          }),
        );
        await store.patchSession(row.id, { data_sources: row.data_sources });
      }
    } catch (error) {
      await this.giveUp(row, runner);
      throw error;
    }
    return this.view(row);
  }

  async get(id: string, caller: Caller): Promise<SqlSession> {
    const { gate, places } = this.options;
    const row = await gate.session(id, caller);
    if (row.state === 'ended') return this.view(row);
    const runner = await places.runner(row);
    const limits = this.view(row, runner);
    try {
      const settings = await gate.on(row, () => runner.settings(row));
      return { ...limits, ...(settings && { settings }) };
    } catch (error) {
      // What is gone is shown as ended; that it cannot be asked now is no reason not to show it.
      if (toError(error).name === 'ServiceUnavailableError') return limits;
      return this.view(await gate.session(id, caller));
    }
  }

  async close(id: string, caller: Caller): Promise<void> {
    const row = await this.options.gate.session(id, caller);
    if (row.state === 'open') await this.end(row, 'closed by you');
    await this.options.store.deleteSession(id);
  }

  async addJar(
    id: string,
    artifact: string,
    caller: Caller,
  ): Promise<SqlSession> {
    const { gate, store, artifacts } = this.options;
    const { session, runner } = await gate.openSession(id, caller);
    await this.options.requireArtifact(artifact, caller);
    const jar = await artifacts.read({ upload: artifact });
    await gate.on(session, () => runner.addJar(session, jar));
    const jars = [...new Set([...listOf(session.jars), artifact])];
    session.jars = JSON.stringify(jars);
    session.last_used_at = toTimestamp();
    const { last_used_at } = session;
    await store.patchSession(id, { jars: session.jars, last_used_at });
    return this.view(session);
  }

  /** Ends a session here and on its place, with what runs in it. */
  async end(row: SqlSessionRow, reason: string): Promise<void> {
    const { store, places, logger } = this.options;
    await store.endSession(row.id, reason);
    try {
      await (await places.runner(row)).close(row);
    } catch (error) {
      // A place that does not answer ends idle sessions by itself.
      logger.warn(
        `SQL session ${row.id} on ${row.kind} "${
          row.place
        }" could not be closed: ${toError(error).message}`,
      );
    }
  }

  private async insert(row: SqlSessionRow) {
    const { store, config } = this.options;
    await store.insertSession(row);
    // After the insert, so that two at the same time count each other.
    const open = await store.countOpenSessions(row.actor);
    if (open <= config.sessionsPerUser) return;
    await store.deleteSession(row.id);
    throw new TooManyRequestsError(
      `${open - 1} SQL sessions of yours are open, and ${
        config.sessionsPerUser
      } may be: close one`,
    );
  }

  private async giveUp(row: SqlSessionRow, runner: SqlRunner) {
    await this.options.store.deleteSession(row.id);
    try {
      await runner.close(row);
    } catch (error) {
      const { message } = toError(error);
      this.options.logger.warn(`SQL session could not be closed: ${message}`);
    }
  }

  private view(row: SqlSessionRow, runner?: SqlRunner): SqlSession {
    const { config } = this.options;
    const limits =
      runner?.limits ??
      (row.kind === 'target'
        ? { maxRows: config.maxRows, timeoutSeconds: 0 }
        : {
            maxRows: config.dataSources.maxRows,
            timeoutSeconds: Math.ceil(config.dataSources.timeoutMs / 1000),
          });
    return toSqlSession(row, {
      limits: { ...limits, maxConcurrent: config.statementsPerUser },
      idleTimeoutMs: config.sessionIdleTimeoutMs,
    });
  }
}

function toRow(
  input: SqlSessionInput,
  { dialect }: SqlRunner,
  actor: string,
): SqlSessionRow {
  const now = toTimestamp();
  return {
    id: randomUUID(),
    actor,
    kind: input.kind,
    place: input.place,
    dialect,
    title: input.title ?? input.place,
    environment: input.environment ?? null,
    may_write: input.write ?? false,
    state: 'open',
    reason: null,
    handle: null,
    settings: JSON.stringify(input.settings ?? {}),
    variables: '{}',
    jars: '[]',
    data_sources: '[]',
    created_at: now,
    last_used_at: now,
    ended_at: null,
  };
}
