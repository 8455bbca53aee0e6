import {
  SqlError,
  SqlHistoryEntry,
  SqlHistoryPage,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { orderByKeyset } from '../database/keyset';
import { whereContains } from '../database/searchText';
import { cutPage, decodeCursor } from '../http/cursor';
import { SqlOperationRow } from './sqlRows';

const SCOPE = 'sql-history';

/** One page of a user's statements, newest first. @internal */
export async function listHistory(
  knex: Knex,
  query: {
    actor: string;
    search?: string;
    place?: string;
    limit: number;
    cursor?: string;
  },
): Promise<SqlHistoryPage> {
  const { actor, search, place, limit, cursor } = query;
  const matching = knex<SqlOperationRow>('sql_operations').where({
    actor,
    in_history: true,
  });
  if (search) whereContains(matching, 'search_text', search);
  if (place) matching.where({ place });
  const rows: SqlOperationRow[] = await orderByKeyset(
    matching,
    { column: 'started_at', idColumn: 'id', descending: true },
    cursor ? decodeCursor(SCOPE, cursor) : undefined,
  ).limit(limit + 1);
  const { rows: shown, ...next } = cutPage(rows, {
    limit,
    scope: SCOPE,
    keysetOf: row => ({ value: row.started_at, id: row.id }),
  });
  return { items: shown.map(toEntry), ...next };
}

function toEntry(row: SqlOperationRow): SqlHistoryEntry {
  const { error, ended_at: endedAt } = row;
  return {
    id: row.id,
    kind: row.kind,
    place: row.place,
    statement: row.statement,
    state: row.state,
    ...(error !== null && { message: (JSON.parse(error) as SqlError).message }),
    rows: row.rows,
    startedAt: row.started_at,
    ...(endedAt !== null && {
      durationMs: Date.parse(endedAt) - Date.parse(row.started_at),
    }),
  };
}
