import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { Queryable } from '../../database/Transaction';
import { RunChange, SupervisedRun } from '../RunRecord';
import { RunWrite } from '../RunStore';
import { StaleRunError } from '../StaleRunError';
import { databaseClock } from './databaseClock';
import { insertRunEvents } from './insertRunEvents';
import { insertRunLogs } from './insertRunLogs';
import { recordDeployment } from './recordDeployment';
import { storableText } from './storableText';
import { writeOperations } from './writeOperations';
import { writeSnapshots } from './writeSnapshots';

/**
 * Writes a change of a run with its events, log lines, operation and snapshot,
 * all or nothing. The WHERE carries the revision that was read and the lease:
 * whoever has been overtaken changes no row and learns it by StaleRunError.
 *
 * @internal
 */
export async function updateRun(
  tx: Queryable,
  run: SupervisedRun,
  write: RunWrite,
): Promise<SupervisedRun> {
  const { events = [], lines = [] } = write;
  const change = settled(storable(write.change));
  const { supervised: _supervised, restMs: _restMs, ...visible } = change;
  const logSeq = run.logSeq + lines.length;
  const guard = { id: run.id, revision: run.revision };
  const rows: { event_seq: number }[] = await tx('runs')
    .where(write.lease ? { ...guard, lease_owner: write.lease } : guard)
    .update({
      ...toColumns(tx, change),
      log_seq: logSeq,
      revision: run.revision + 1,
      event_seq: tx.raw('event_seq + ?', [events.length]),
    })
    .returning('event_seq');
  if (rows.length === 0) throw new StaleRunError(run.id);
  const next = { ...run, ...visible, logSeq, revision: run.revision + 1 };
  await insertRunEvents(tx, run.id, rows[0].event_seq, events);
  await insertRunLogs(tx, run.id, run.logSeq, lines);
  await writeOperations(tx, run, next, write);
  await writeSnapshots(tx, run, next, write);
  if (write.job) await recordDeployment(tx, next, write.job.jobId);
  return next;
}

/** What was under way is over when the run is. */
function settled(change: RunChange): RunChange {
  return change.state && isTerminal(change.state)
    ? {
        ...change,
        activity: undefined,
        operation: undefined,
        nextStart: undefined,
      }
    : change;
}

function storable(change: RunChange): RunChange {
  return change.reason === undefined
    ? change
    : { ...change, reason: storableText(change.reason) };
}

const PLAIN_COLUMNS = {
  state: 'state',
  desired: 'desired',
  reason: 'reason',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  rowsRead: 'rows_read',
  rowsWritten: 'rows_written',
  attempts: 'attempts',
  notified: 'notified',
  logCursor: 'log_cursor',
  leaseOwner: 'lease_owner',
  supervised: 'supervised',
  deployment: 'deployment',
  checkpoint: 'checkpoint',
  activity: 'activity',
  operation: 'operation',
  upgradedBy: 'upgraded_by',
  proved: 'proved',
} as const;

const JSON_COLUMNS = {
  nodes: 'nodes',
  outputs: 'outputs',
  handle: 'handle',
  restore: 'restore',
  nextStart: 'next_start',
  recovery: 'recovery',
} as const;

function toColumns(
  knex: Queryable,
  change: RunChange,
): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(PLAIN_COLUMNS)) {
    if (field in change) {
      columns[column] = change[field as keyof typeof PLAIN_COLUMNS] ?? null;
    }
  }
  for (const [field, column] of Object.entries(JSON_COLUMNS)) {
    if (field in change) {
      const value = change[field as keyof typeof JSON_COLUMNS];
      columns[column] = value === undefined ? null : JSON.stringify(value);
    }
  }
  if (change.state) columns.active = !isTerminal(change.state);
  if (change.restMs !== undefined) {
    columns.next_attempt_at =
      change.restMs === 0
        ? 0
        : knex.raw(`${databaseClock(knex)} + ?`, [change.restMs]);
  }
  return columns;
}
