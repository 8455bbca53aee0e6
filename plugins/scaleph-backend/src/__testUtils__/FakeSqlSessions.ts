import {
  SqlExplanation,
  SqlObject,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  SqlSessionGoneError,
  SqlSessionPage,
  SqlSessions,
  TargetConnection,
} from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';

/** What a statement does; a streaming query's `pages` never end. */
export interface FakeStatement {
  pages?: SqlSessionPage[];
  streaming?: boolean;
}

/** A SQL Gateway in memory. Statements do what `statements` says, by their text; others answer OK. */
export class FakeSqlSessions implements SqlSessions {
  readonly statements: Record<string, FakeStatement> = {};
  /** Text of what was run, in order. */
  readonly sent: string[] = [];
  readonly alive = new Set<string>();
  readonly canceled: string[] = [];
  readonly kept: string[] = [];
  readonly jars: string[] = [];
  /** Thrown by every call. */
  trouble?: Error;
  private count = 0;
  private readonly operations = new Map<string, string>();

  available(target: TargetConnection) {
    return target.config.url !== 'http://127.0.0.1:1';
  }

  check(_: TargetConnection, statement: string) {
    const start = statement.indexOf('FORBIDDEN');
    return start < 0
      ? []
      : [{ message: 'FORBIDDEN is not allowed', start, end: start + 9 }];
  }

  checkSettings(_: TargetConnection, settings: Record<string, string>) {
    return Object.keys(settings)
      .filter(key => key.startsWith('forbidden'))
      .map(key => `'${key}' may not be set`);
  }

  async open() {
    this.throwTrouble();
    this.count += 1;
    this.alive.add(`s${this.count}`);
    return { session: `s${this.count}` };
  }

  async keepAlive(_: TargetConnection, session: JsonObject) {
    this.require(session);
    this.kept.push(String(session.session));
  }

  async settings(_: TargetConnection, session: JsonObject) {
    this.require(session);
    return {
      'parallelism.default': '1',
      'table.secret.password': 'hidden',
      'forbidden.key': 'x',
    };
  }

  async close(_: TargetConnection, session: JsonObject) {
    this.throwTrouble();
    this.alive.delete(String(session.session));
  }

  async execute(
    _: TargetConnection,
    session: JsonObject,
    options: { statement: string },
  ) {
    this.require(session);
    this.count += 1;
    this.sent.push(options.statement);
    this.operations.set(`o${this.count}`, options.statement);
    return { operation: `o${this.count}` };
  }

  async fetch(
    _: TargetConnection,
    session: JsonObject,
    operation: JsonObject,
    options: { token?: string; maxRows: number },
  ): Promise<SqlSessionPage> {
    this.require(session);
    const name = String(operation.operation);
    if (this.canceled.includes(name)) {
      return { rows: [], done: true, state: 'canceled' };
    }
    const { pages, streaming } =
      this.statements[this.operations.get(name) ?? ''] ?? {};
    if (!pages) {
      return { rows: [], done: true, state: 'finished', resultKind: 'none' };
    }
    const at = Number(options.token ?? 0);
    const isLast = !streaming && at >= pages.length - 1;
    const page = pages[at] ?? { rows: [], done: false };
    return {
      ...page,
      rows: structuredClone(page.rows.slice(0, options.maxRows)),
      done: page.done || isLast,
      state: page.state ?? (isLast ? 'finished' : 'running'),
      ...(!isLast && { next: String(Math.min(at + 1, pages.length)) }),
    };
  }

  async cancel(
    _: TargetConnection,
    session: JsonObject,
    operation: JsonObject,
    { jobId }: { jobId?: string },
  ) {
    this.require(session);
    this.canceled.push(String(operation.operation));
    if (jobId) this.canceled.push(jobId);
  }

  async complete(
    _: TargetConnection,
    session: JsonObject,
    options: { statement: string; position: number },
  ) {
    this.require(session);
    return [`after ${options.statement.slice(0, options.position)}`];
  }

  async explain(
    _: TargetConnection,
    session: JsonObject,
    statement: string,
  ): Promise<SqlExplanation> {
    this.require(session);
    return { ok: true, text: `plan of ${statement}` };
  }

  async objects(
    _: TargetConnection,
    session: JsonObject,
  ): Promise<SqlObject[]> {
    this.require(session);
    return [{ kind: 'catalog', name: 'default_catalog', current: true }];
  }

  async addJar(
    _: TargetConnection,
    session: JsonObject,
    jar: { name: string },
  ) {
    this.require(session);
    this.jars.push(jar.name);
  }

  private require(session: JsonObject) {
    this.throwTrouble();
    if (this.alive.has(String(session.session))) return;
    throw new SqlSessionGoneError('The gateway was restarted');
  }

  private throwTrouble() {
    if (this.trouble) throw this.trouble;
  }
}
