import {
  DesiredState,
  Mode,
  pipelineEntityRef,
  PipelineType,
  Run,
  RunEvent,
  RunLogLine,
  RunOperation,
  RunState,
  RunSummary,
} from '@scaleph/backstage-plugin-scaleph-common';
import { EngineHandle } from '@scaleph/backstage-plugin-scaleph-node';
import { RunActivity, RunRestore, SupervisedRun } from './RunRecord';

/** The part of a row that lists show. @internal */
export interface RunSummaryRow {
  id: string;
  pipeline: string;
  version: number;
  target: string;
  engine: string;
  state: RunState;
  desired: DesiredState;
  reason: string | null;
  owner: string;
  created_at: string;
  created_by: string;
  started_at: string | null;
  ended_at: string | null;
  /** PostgreSQL gives bigint as text. */
  rows_read: number | string;
  rows_written: number | string;
  revision: number;
  type: PipelineType | null;
  mode: Mode | null;
  deployment: number;
  activity: RunActivity | null;
  upgrade_of: string | null;
  upgraded_by: string | null;
  /** SQLite gives booleans as 0 and 1. */
  adopted: boolean | number;
  handle: string | null;
}

/** A run as it is stored; what is allowed now is for RunViews to say. @internal */
export type StoredRunSummary = Omit<RunSummary, 'actions'> & {
  handle?: EngineHandle;
};
/** @internal */
export type StoredRun = Omit<Run, 'actions'> & {
  handle?: EngineHandle;
  restore?: RunRestore;
};

/** @internal */
export interface RunDetailRow extends RunSummaryRow {
  nodes: string;
  outputs: string;
  parameters: string;
  document: string;
  restore: string | null;
}

/** @internal */
export interface SupervisedRunRow extends RunSummaryRow {
  nodes: string;
  outputs: string;
  restore: string | null;
  next_start: string | null;
  checkpoint: string | null;
  operation: string | null;
  proved: boolean | number;
  recovery: string | null;
  attempts: number;
  /** SQLite gives booleans as 0 and 1. */
  notified: boolean | number;
  log_cursor: string | null;
  log_seq: number;
  lease_owner: string | null;
}

/** @internal */
export interface RunEventRow {
  seq: number;
  at: string;
  type: RunEvent['type'];
  from_state: RunState | null;
  to_state: RunState | null;
  message: string;
  actor: string | null;
}

/** @internal */
export interface RunLogRow {
  seq: number;
  at: string;
  level: RunLogLine['level'];
  node: string | null;
  message: string;
}

/** @internal */
export interface RunOperationRow {
  id: string;
  run_id: string;
  deployment: number;
  kind: RunOperation['kind'];
  parallelism: number | null;
  state: RunOperation['state'];
  message: string | null;
  snapshot_id: string | null;
  created_at: string;
  created_by: string;
  ended_at: string | null;
}

/** @internal */
export const SUMMARY_COLUMNS = [
  ...['id', 'pipeline', 'version', 'target', 'engine', 'state', 'desired'],
  ...['reason', 'owner', 'created_at', 'created_by', 'started_at', 'ended_at'],
  ...['rows_read', 'rows_written', 'revision', 'type', 'mode', 'deployment'],
  ...['activity', 'upgrade_of', 'upgraded_by', 'adopted', 'handle'],
].map(column => `runs.${column}`);

/** @internal */
export const DETAIL_COLUMNS = [
  ...SUMMARY_COLUMNS,
  ...['nodes', 'outputs', 'parameters', 'document', 'restore'],
];

/** @internal */
export const SUPERVISED_COLUMNS = [
  ...SUMMARY_COLUMNS,
  ...['nodes', 'outputs', 'attempts', 'notified', 'restore', 'next_start'],
  ...['checkpoint', 'operation', 'proved', 'recovery'],
  ...['log_cursor', 'log_seq', 'lease_owner'],
];

/** @internal */
export function toRunSummary(row: RunSummaryRow): StoredRunSummary {
  return {
    id: row.id,
    pipeline: row.pipeline,
    pipelineEntityRef: pipelineEntityRef(row.pipeline),
    version: row.version,
    target: row.target,
    engine: row.engine,
    state: row.state,
    desired: row.desired,
    reason: row.reason ?? undefined,
    owner: row.owner,
    createdAt: row.created_at,
    createdBy: row.created_by,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    rowsRead: Number(row.rows_read),
    rowsWritten: Number(row.rows_written),
    revision: row.revision,
    type: row.type ?? undefined,
    mode: row.mode ?? undefined,
    deployment: row.deployment,
    activity: row.activity ?? undefined,
    upgradeOf: row.upgrade_of ?? undefined,
    upgradedBy: row.upgraded_by ?? undefined,
    adopted: row.adopted ? true : undefined,
    handle: parse(row.handle),
  };
}

function parse<T>(json: string | null): T | undefined {
  return json === null ? undefined : (JSON.parse(json) as T);
}

/** @internal */
export function toRun(row: RunDetailRow): StoredRun {
  return {
    ...toRunSummary(row),
    nodes: JSON.parse(row.nodes),
    outputs: JSON.parse(row.outputs),
    parameters: JSON.parse(row.parameters),
    document: JSON.parse(row.document),
    restore: parse(row.restore),
  };
}

/** @internal */
export function toSupervisedRun(row: SupervisedRunRow): SupervisedRun {
  return {
    id: row.id,
    pipeline: row.pipeline,
    version: row.version,
    engine: row.engine,
    target: row.target,
    mode: row.mode ?? undefined,
    owner: row.owner,
    state: row.state,
    desired: row.desired,
    reason: row.reason ?? undefined,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    rowsRead: Number(row.rows_read),
    rowsWritten: Number(row.rows_written),
    nodes: JSON.parse(row.nodes),
    outputs: JSON.parse(row.outputs),
    handle: parse(row.handle),
    deployment: row.deployment,
    restore: parse(row.restore),
    nextStart: parse(row.next_start),
    checkpoint: row.checkpoint ?? undefined,
    activity: row.activity ?? undefined,
    operation: row.operation ?? undefined,
    upgradeOf: row.upgrade_of ?? undefined,
    upgradedBy: row.upgraded_by ?? undefined,
    proved: Boolean(row.proved),
    recovery: parse(row.recovery),
    attempts: row.attempts,
    notified: Boolean(row.notified),
    logCursor: row.log_cursor ?? undefined,
    logSeq: row.log_seq,
    leaseOwner: row.lease_owner ?? undefined,
    revision: row.revision,
  };
}

/** @internal */
export function toRunEvent(row: RunEventRow): RunEvent {
  return {
    seq: row.seq,
    at: row.at,
    type: row.type,
    from: row.from_state ?? undefined,
    to: row.to_state ?? undefined,
    message: row.message,
    actor: row.actor ?? undefined,
  };
}

/** @internal */
export function toRunLogLine(row: RunLogRow): RunLogLine {
  return {
    seq: row.seq,
    at: row.at,
    level: row.level,
    node: row.node ?? undefined,
    message: row.message,
  };
}

/** @internal */
export function toRunOperation(row: RunOperationRow): RunOperation {
  return {
    id: row.id,
    run: row.run_id,
    deployment: row.deployment,
    kind: row.kind,
    state: row.state,
    message: row.message ?? undefined,
    snapshot: row.snapshot_id ?? undefined,
    createdAt: row.created_at,
    createdBy: row.created_by,
    endedAt: row.ended_at ?? undefined,
  };
}
