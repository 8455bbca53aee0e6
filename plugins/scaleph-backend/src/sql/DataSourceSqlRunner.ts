import { InputError } from '@backstage/errors';
import { SqlColumn, SqlError } from '@scaleph/backstage-plugin-scaleph-common';
import {
  SqlObjectPath,
  SqlReader,
  SqlReaderConnection,
  SqlSessionPage,
} from '@scaleph/backstage-plugin-scaleph-node';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSourceStatements } from './DataSourceStatements';
import { ResultPages } from './ResultPages';
import { SqlConfig } from './SqlConfig';
import { SqlOperationRow, SqlSessionRow } from './sqlRows';
import { FetchOptions, SqlRunner } from './SqlRunner';

const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 250;
/** Somebody who runs a statement says so every second. */
const LOST_AFTER_MS = 30_000;
const OBJECTS_LIMIT_MS = 10_000;
/** What asks for the plan of the statement behind it; SQL Server has no such word. */
export const EXPLAIN: Partial<Record<SqlReader['dialect'], string>> = {
  postgresql: 'EXPLAIN',
  mysql: 'EXPLAIN',
  sqlite: 'EXPLAIN QUERY PLAN',
  clickhouse: 'EXPLAIN',
};

/** SQL on one data source. Nothing of a session lives on its server: each statement has a connection of its own. @internal */
export class DataSourceSqlRunner implements SqlRunner {
  readonly dialect;
  readonly limits: SqlRunner['limits'];

  constructor(
    private readonly options: {
      reader: SqlReader;
      connect: () => Promise<SqlReaderConnection>;
      statements: DataSourceStatements;
      pages: ResultPages;
      limits: SqlConfig['dataSources'];
    },
  ) {
    const { maxRows, timeoutMs } = options.limits;
    this.dialect = options.reader.dialect;
    this.limits = { maxRows, timeoutSeconds: Math.ceil(timeoutMs / 1000) };
  }

  check() {
    return [];
  }

  checkSettings(settings: Record<string, string>) {
    const [key] = Object.keys(settings);
    return key === undefined
      ? []
      : [`A session on a data source has no settings: remove "${key}"`];
  }

  async open() {
    return {};
  }

  async keepAlive() {}

  async settings() {
    return undefined;
  }

  async close() {}

  async execute(
    session: SqlSessionRow,
    operation: SqlOperationRow,
    statement: string,
  ) {
    const { reader, statements } = this.options;
    const connection = await this.options.connect();
    await this.options.pages.beat(operation.id);
    statements.start({ session, operation, statement, reader, connection });
    return {};
  }

  async fetch(
    _: SqlSessionRow,
    operation: SqlOperationRow,
    { token = '0', waitMs, maxRows }: FetchOptions,
  ): Promise<SqlSessionPage> {
    const [page, row = 0] = token.split('.').map(Number);
    const until = Date.now() + waitMs;
    for (
      let wait = FIRST_PAUSE_MS;
      ;
      wait = Math.min(wait * 1.5, LONGEST_PAUSE_MS)
    ) {
      const now = await this.options.pages.operation(operation.id);
      if (!now) return { rows: [], done: true, state: 'canceled' };
      Object.assign(operation, now);
      if (page < now.pages) return this.pageOf(now, page, row, maxRows);
      await this.settle(now);
      if (now.state !== 'running') return endOf(now);
      const left = until - Date.now();
      if (left <= 0) {
        return { rows: [], done: false, state: 'running', next: token };
      }
      await pause(Math.min(wait, left));
    }
  }

  async cancel(_: SqlSessionRow, operation: SqlOperationRow) {
    const { statements, pages } = this.options;
    statements.stop(operation.id);
    await pages.end(operation.id, { state: 'canceled', cancel_asked: true });
  }

  async complete() {
    return [];
  }

  async explain(_: SqlSessionRow, statement: string) {
    const { reader } = this.options;
    const explain = EXPLAIN[reader.dialect];
    if (!explain) {
      throw new InputError(`SQL of ${reader.dialect} has no EXPLAIN here`);
    }
    const lines: string[] = [];
    try {
      for await (const { rows } of reader.run(await this.options.connect(), {
        statement: `${explain}\n${statement}`,
        readOnly: true,
        timeoutMs: OBJECTS_LIMIT_MS,
        signal: AbortSignal.timeout(OBJECTS_LIMIT_MS),
      })) {
        lines.push(...rows.map(row => row.join('\t')));
      }
      return { ok: true, text: lines.join('\n') };
    } catch (error) {
      const { name, message, line, column } = error as Error & SqlError;
      if (name !== 'SqlStatementError') throw error;
      const found: SqlError = {
        message,
        ...(line && line > 1 && { line: line - 1, ...(column && { column }) }),
      };
      return { ok: false, error: found };
    }
  }

  async objects(
    _: SqlSessionRow,
    { database, table, functions }: SqlObjectPath,
  ) {
    if (functions) return [];
    const signal = AbortSignal.timeout(OBJECTS_LIMIT_MS);
    const connection = await this.options.connect();
    return this.options.reader.objects(connection, { database, table, signal });
  }

  async addJar(): Promise<void> {
    throw new InputError('A data source takes no jars: they are for Flink');
  }

  private async pageOf(
    operation: SqlOperationRow,
    page: number,
    row: number,
    maxRows: number,
  ): Promise<SqlSessionPage> {
    const all = await this.options.pages.read(operation.id, page);
    if (!all) return endOf(operation);
    const rows = all.slice(row, row + maxRows);
    const end = row + rows.length;
    const isOver = operation.state !== 'running';
    const isLast = isOver && page + 1 >= operation.pages && end >= all.length;
    return {
      ...(isLast ? endOf(operation) : { done: false, state: operation.state }),
      ...columnsOf(operation),
      rows,
      ...(!isLast && {
        next: end < all.length ? `${page}.${end}` : `${page + 1}`,
      }),
    };
  }

  /** A statement whose back end died is found out by who reads it. */
  private async settle(operation: SqlOperationRow) {
    if (operation.state !== 'running' || operation.seen_at === null) return;
    if (Date.now() - Date.parse(operation.seen_at) < LOST_AFTER_MS) return;
    const error = {
      message:
        'The back end that ran the statement has ended: run it again if it only reads',
    };
    const patch = { state: 'failed' as const, error: JSON.stringify(error) };
    await this.options.pages.end(operation.id, patch);
    Object.assign(operation, patch);
  }
}

function columnsOf(operation: SqlOperationRow) {
  return operation.columns === null
    ? {}
    : { columns: JSON.parse(operation.columns) as SqlColumn[] };
}

function endOf(operation: SqlOperationRow): SqlSessionPage {
  const { error, state, result_kind: resultKind } = operation;
  return {
    ...columnsOf(operation),
    rows: [],
    done: true,
    state,
    ...(resultKind && { resultKind }),
    ...(operation.capped && { capped: true }),
    ...(error !== null && { error: JSON.parse(error) as SqlError }),
  };
}
