import { randomUUID } from 'node:crypto';
import { toSearchText } from '../database/searchText';
import { toTimestamp } from '../database/timestamps';
import { SqlOperationRow, SqlSessionRow } from './sqlRows';

/** The intent to run a statement. @internal */
export function newOperation(
  session: SqlSessionRow,
  statement: string,
): SqlOperationRow {
  return {
    id: randomUUID(),
    session_id: session.id,
    actor: session.actor,
    kind: session.kind,
    place: session.place,
    statement,
    state: 'running',
    result_kind: null,
    job_id: null,
    rows: 0,
    capped: false,
    error: null,
    handle: null,
    columns: null,
    pages: 0,
    cancel_asked: false,
    seen_at: null,
    in_history: true,
    search_text: toSearchText([statement]),
    started_at: toTimestamp(),
    ended_at: null,
  };
}
