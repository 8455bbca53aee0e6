import { Queryable } from '../../database/Transaction';
import { NextStart, RunRestore } from '../RunRecord';

interface UserRow {
  id: string;
  restore: string | null;
  next_start: string | null;
}

/**
 * Which snapshots runs that have not ended would start from, with such a run:
 * the one that its job was started from (until it has a newer one, the target
 * goes back to it), the one that it is to start from, and its newest.
 *
 * @internal
 */
export async function snapshotsInUse(
  db: Queryable,
  pipelines: string[],
): Promise<Map<string, string>> {
  const users = new Map<string, string>();
  if (pipelines.length === 0) return users;
  const runs: UserRow[] = await db('runs')
    .select('id', 'restore', 'next_start')
    .whereIn('pipeline', pipelines)
    .andWhere('active', true);
  for (const run of runs) {
    const restore = parse<RunRestore>(run.restore);
    if (restore) users.set(restore.snapshot.id, run.id);
    const next = parse<NextStart>(run.next_start);
    if (next?.mode === 'snapshot') {
      users.set(next.restore.snapshot.id, run.id);
    }
    const newest: { id: string } | undefined = await db('run_snapshots')
      .select('id')
      .where({ run_id: run.id, deleted_at: null })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .first();
    if (newest) users.set(newest.id, run.id);
  }
  return users;
}

function parse<T>(json: string | null): T | undefined {
  return json === null ? undefined : (JSON.parse(json) as T);
}
