import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { LogLine } from '@scaleph/backstage-plugin-scaleph-node';
import { Knex } from 'knex';
import { NewRunEvent, RunChange, SupervisedRun } from '../RunRecord';
import { StaleRunError } from '../StaleRunError';
import { databaseClock } from './databaseClock';
import { insertRunEvents } from './insertRunEvents';
import { insertRunLogs } from './insertRunLogs';
import { storableText } from './storableText';

/** @internal */
export interface RunWrite {
  change: RunChange;
  events?: NewRunEvent[];
  lines?: LogLine[];
  lease?: string;
}

/**
 * Writes a change of a run with its events and log lines, all or nothing. The
 * WHERE carries the revision that was read and the lease: whoever has been
 * overtaken changes no row and learns it by StaleRunError.
 *
 * @internal
 */
export async function updateRun(
  knex: Knex,
  run: SupervisedRun,
  write: RunWrite,
): Promise<SupervisedRun> {
  const { events = [], lines = [] } = write;
  const change = storable(write.change);
  const { supervised: _supervised, restMs: _restMs, ...visible } = change;
  const logSeq = run.logSeq + lines.length;
  await knex.transaction(async tx => {
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
    await insertRunEvents(tx, run.id, rows[0].event_seq, events);
    await insertRunLogs(tx, run.id, run.logSeq, lines);
  });
  return { ...run, ...visible, logSeq, revision: run.revision + 1 };
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

function toColumns(knex: Knex, change: RunChange): Record<string, unknown> {
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
