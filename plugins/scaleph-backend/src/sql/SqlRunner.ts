import {
  SqlExplanation,
  SqlLimits,
  SqlObject,
  SqlPlace,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ArtifactContent,
  SqlObjectPath,
  SqlSessionPage,
} from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { SqlOperationRow, SqlSessionRow } from './sqlRows';

/** One problem of a statement; offsets in its text. @internal */
export interface StatementProblem {
  message: string;
  start: number;
  end: number;
}

/** @internal */
export interface FetchOptions {
  /** The place's own; the first page without. */
  token?: string;
  waitMs: number;
  maxRows: number;
}

/**
 * Runs SQL on one place: a target or a data source, as it is at this moment.
 * Throws SqlSessionGoneError for a session that has ended there,
 * SqlRowsGoneError for rows that are not kept, another Error when the place
 * does not answer. Knows no permissions.
 *
 * @internal
 */
export interface SqlRunner {
  readonly dialect: SqlPlace['dialect'];
  readonly limits: Pick<SqlLimits, 'maxRows' | 'timeoutSeconds'>;
  /** Against the policy of the place; nothing when it may run. */
  check(
    session: SqlSessionRow,
    statement: string,
    ownJobs: readonly string[],
  ): StatementProblem[];
  /** The same for settings; messages. */
  checkSettings(settings: Record<string, string>): string[];
  open(options: {
    name: string;
    settings: Record<string, string>;
  }): Promise<JsonObject>;
  keepAlive(session: SqlSessionRow): Promise<void>;
  /** In force; undefined where there are none. */
  settings(session: SqlSessionRow): Promise<Record<string, string> | undefined>;
  close(session: SqlSessionRow): Promise<void>;
  execute(
    session: SqlSessionRow,
    operation: SqlOperationRow,
    statement: string,
  ): Promise<JsonObject>;
  fetch(
    session: SqlSessionRow,
    operation: SqlOperationRow,
    options: FetchOptions,
  ): Promise<SqlSessionPage>;
  cancel(session: SqlSessionRow, operation: SqlOperationRow): Promise<void>;
  complete(
    session: SqlSessionRow,
    options: { statement: string; position: number },
  ): Promise<string[]>;
  explain(session: SqlSessionRow, statement: string): Promise<SqlExplanation>;
  objects(session: SqlSessionRow, path: SqlObjectPath): Promise<SqlObject[]>;
  addJar(session: SqlSessionRow, jar: ArtifactContent): Promise<void>;
}
