import {
  SqlError,
  SqlLimits,
  SqlOperation,
  SqlPlace,
  SqlSession,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';

/** @internal */
export interface SqlSessionRow {
  id: string;
  actor: string;
  kind: SqlPlace['kind'];
  place: string;
  dialect: SqlPlace['dialect'];
  title: string;
  environment: string | null;
  may_write: boolean | number;
  state: 'open' | 'ended';
  reason: string | null;
  handle: string | null;
  settings: string;
  variables: string;
  jars: string;
  data_sources: string;
  created_at: string;
  last_used_at: string;
  ended_at: string | null;
}

/** @internal */
export interface SqlOperationRow {
  id: string;
  session_id: string;
  actor: string;
  kind: SqlPlace['kind'];
  place: string;
  statement: string;
  state: SqlOperation['state'];
  result_kind: NonNullable<SqlOperation['resultKind']> | null;
  job_id: string | null;
  rows: number;
  capped: boolean | number;
  error: string | null;
  handle: string | null;
  columns: string | null;
  pages: number;
  cancel_asked: boolean | number;
  seen_at: string | null;
  in_history: boolean | number;
  search_text: string;
  started_at: string;
  ended_at: string | null;
}

/** @internal */
export function handleOf(
  row: Pick<SqlSessionRow | SqlOperationRow, 'handle'>,
): JsonObject | undefined {
  return row.handle === null
    ? undefined
    : (JSON.parse(row.handle) as JsonObject);
}

/** @internal */
export function listOf(text: string): string[] {
  return JSON.parse(text) as string[];
}

/** @internal */
export function textsOf(text: string): Record<string, string> {
  return JSON.parse(text) as Record<string, string>;
}

/** @internal */
export function toSqlSession(
  row: SqlSessionRow,
  options: { limits: SqlLimits; idleTimeoutMs: number },
): SqlSession {
  const { environment, reason } = row;
  const jars = listOf(row.jars);
  return {
    id: row.id,
    kind: row.kind,
    place: row.place,
    title: row.title,
    dialect: row.dialect,
    ...(environment !== null && { environment }),
    write: Boolean(row.may_write),
    state: row.state,
    ...(reason !== null && { reason }),
    settings: textsOf(row.settings),
    ...(jars.length && { jars }),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    ...(row.state === 'open' && {
      endsAt: new Date(
        Date.parse(row.last_used_at) + options.idleTimeoutMs,
      ).toISOString(),
    }),
    limits: options.limits,
  };
}

/** @internal */
export function toSqlOperation(row: SqlOperationRow): SqlOperation {
  return {
    id: row.id,
    session: row.session_id,
    statement: row.statement,
    state: row.state,
    ...(row.result_kind !== null && { resultKind: row.result_kind }),
    ...(row.job_id !== null && { jobId: row.job_id }),
    rows: row.rows,
    ...(row.capped && { capped: true }),
    ...(row.error !== null && { error: JSON.parse(row.error) as SqlError }),
    startedAt: row.started_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  };
}
