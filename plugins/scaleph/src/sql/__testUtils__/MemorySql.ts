import {
  Pipeline,
  ScalephApiError,
  SqlHistoryEntry,
  SqlObject,
  SqlOperation,
  SqlPage,
  SqlPlace,
  SqlQuery,
  SqlQueryInput,
  SqlSession,
  SqlSessionInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { MemoryScaleph } from '../../__testUtils__/MemoryScaleph';

const AT = '2026-01-01T08:00:00.000Z';

/** A healthy Flink. */
export const flinkPlace: SqlPlace = {
  kind: 'target',
  name: 'flink-local',
  title: 'Flink',
  type: 'flink-session',
  dialect: 'flink',
  healthy: true,
  features: ['settings', 'explain', 'changelog'],
};

/** A PostgreSQL to read. */
export const postgresPlace: SqlPlace = {
  kind: 'data-source',
  name: 'warehouse',
  title: 'Warehouse',
  type: 'postgresql',
  dialect: 'postgresql',
  healthy: true,
  features: ['write'],
};

const refusal = (statusCode: number, message: string) =>
  new ScalephApiError({ statusCode, name: 'Refused', message });

/** What a statement of a test answers: pages in their order. */
export type Answer = SqlPage[];

/** SQL in memory, with the rules that the console relies on. */
export class MemorySql extends MemoryScaleph {
  places: SqlPlace[] = [flinkPlace, postgresPlace];
  sessions: SqlSession[] = [];
  operations: SqlOperation[] = [];
  history: SqlHistoryEntry[] = [];
  queries: SqlQuery[] = [];
  objects: Record<string, SqlObject[]> = {
    '': [{ kind: 'catalog', name: 'default_catalog', current: true }],
    default_catalog: [
      { kind: 'database', name: 'default_database', current: true },
    ],
    'default_catalog/default_database': [{ kind: 'table', name: 'orders' }],
    'default_catalog/default_database/orders': [
      { kind: 'column', name: 'id', type: 'BIGINT', key: true },
    ],
  };
  /** Answers by statement; without one a statement has no rows. */
  answers: Record<string, Answer> = {};
  readonly executed: string[] = [];
  /** Of the statement that came last. */
  variables?: Record<string, string>;
  /** The one pipeline that can be asked for. */
  pipeline?: Pipeline;
  readonly canceled: string[] = [];

  async listSqlPlaces() {
    return { items: this.places };
  }

  async listSqlSessions() {
    return { items: this.sessions };
  }

  async openSqlSession(input: SqlSessionInput) {
    const place = this.places.find(it => it.name === input.place)!;
    const session: SqlSession = {
      id: `session-${this.sessions.length + 1}`,
      kind: input.kind,
      place: input.place,
      title: input.title ?? input.place,
      dialect: place.dialect,
      state: 'open',
      settings: input.settings,
      write: input.write ?? false,
      createdAt: AT,
      lastUsedAt: AT,
      limits: { maxRows: 10_000, timeoutSeconds: 60, maxConcurrent: 3 },
    };
    this.sessions = [session, ...this.sessions];
    return session;
  }

  async getSqlSession(id: string) {
    const session = this.sessions.find(it => it.id === id);
    if (!session) throw refusal(404, `There is no session "${id}"`);
    return session;
  }

  async listSqlOperations(session: string) {
    return { items: this.operations.filter(it => it.session === session) };
  }

  async getPipeline(name: string) {
    if (this.pipeline?.name !== name) {
      throw refusal(404, `There is no pipeline "${name}"`);
    }
    return this.pipeline;
  }

  async executeSql(
    id: string,
    body: { statement: string; variables?: Record<string, string> },
  ) {
    const session = await this.getSqlSession(id);
    if (session.state === 'ended') {
      throw refusal(409, 'The session has ended: open a new one');
    }
    this.executed.push(body.statement);
    this.variables = body.variables;
    const operation: SqlOperation = {
      id: `operation-${this.operations.length + 1}`,
      session: id,
      statement: body.statement,
      state: 'running',
      startedAt: AT,
    };
    this.operations = [operation, ...this.operations];
    this.history = [
      { ...operation, kind: session.kind, place: session.place },
      ...this.history,
    ].map(({ id: own, kind, place, statement, state, startedAt }) => ({
      id: own,
      kind,
      place,
      statement,
      state,
      startedAt,
    }));
    return { operation };
  }

  async fetchSqlRows(
    id: string,
    query: { token?: string } = {},
    options: { signal?: AbortSignal } = {},
  ): Promise<SqlPage> {
    const operation = this.operations.find(it => it.id === id)!;
    const pages = this.answers[operation.statement] ?? [
      { rows: [], done: true, state: 'finished' },
    ];
    const at = Number(query.token ?? 0);
    if (at >= pages.length) {
      // An unbounded query: nothing comes until somebody stops it.
      return new Promise((_, reject) => {
        options.signal?.addEventListener('abort', () =>
          reject(new Error('aborted')),
        );
      });
    }
    return { ...pages[at], next: pages[at].done ? undefined : `${at + 1}` };
  }

  async cancelSqlOperation(id: string) {
    this.canceled.push(id);
    this.operations = this.operations.map(it =>
      it.id === id ? { ...it, state: 'canceled' as const } : it,
    );
    return this.operations.find(it => it.id === id)!;
  }

  async explainSql(_: string, { statement }: { statement: string }) {
    return statement.includes('nothing')
      ? {
          ok: false,
          error: { message: "Column 'nothing' not found", line: 1, column: 8 },
        }
      : { ok: true, text: '== Optimized Physical Plan ==' };
  }

  async listSqlObjects(
    _: string,
    query: {
      catalog?: string;
      database?: string;
      table?: string;
      functions?: boolean;
    } = {},
  ) {
    const { catalog, database, table, functions } = query;
    const path = [catalog, database, table].filter(Boolean).join('/');
    return { items: functions ? [] : this.objects[path] ?? [] };
  }

  async listSqlHistory(query: { search?: string } = {}) {
    const { search = '' } = query;
    return { items: this.history.filter(it => it.statement.includes(search)) };
  }

  async clearSqlHistory() {
    this.history = [];
  }

  async listSqlQueries() {
    return { items: this.queries };
  }

  async createSqlQuery(input: SqlQueryInput) {
    const query: SqlQuery = {
      visibility: 'private',
      ...input,
      id: `query-${this.queries.length + 1}`,
      author: 'user:default/guest',
      createdAt: AT,
      updatedAt: AT,
      etag: '"1"',
    };
    this.queries = [...this.queries, query];
    return query;
  }

  async getSqlQuery(id: string) {
    const query = this.queries.find(it => it.id === id);
    if (!query) throw refusal(404, `There is no query "${id}"`);
    return query;
  }

  async listSqlEnvironments() {
    return { items: [] };
  }
}
