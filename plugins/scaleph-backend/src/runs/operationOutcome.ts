import { RunOperation } from '@scaleph/backstage-plugin-scaleph-common';
import {
  EngineSnapshot,
  OperationProgress,
} from '@scaleph/backstage-plugin-scaleph-node';
import { randomUUID } from 'node:crypto';
import { toTimestamp } from '../database/timestamps';
import { StoredOperation, SupervisedRun } from './RunRecord';
import { merge, RunPatch, transition } from './transition';

const NAMES: Record<RunOperation['kind'], string> = {
  savepoint: 'The savepoint',
  checkpoint: 'The checkpoint',
  suspend: 'The savepoint',
  stop: 'The savepoint',
  rescale: 'The change of parallelism',
};

/** What is recorded of an operation that was done. @internal */
export function completedOperation(
  operation: StoredOperation,
  { snapshot, message }: Extract<OperationProgress, { state: 'completed' }>,
): Partial<RunPatch> {
  const id = randomUUID();
  const made = snapshot && { ...snapshot, id, origin: operation.kind };
  return {
    change: {
      operation: undefined,
      // What ends the job is over with it, not with the savepoint.
      ...(!endsJob(operation) && { activity: undefined }),
    },
    events: [
      {
        at: toTimestamp(),
        type: 'note',
        message: message ?? sentence(operation, snapshot),
      },
    ],
    outcome: {
      id: operation.id,
      state: 'completed',
      message,
      ...(made && { snapshot: id }),
    },
    snapshot: made,
  };
}

/** What is recorded of an operation that failed: the job goes on, or is restarted from what there is. @internal */
export function failedOperation(
  run: SupervisedRun,
  operation: StoredOperation,
  message: string,
): Partial<RunPatch> {
  const at = toTimestamp();
  const reason = `${NAMES[operation.kind]} failed: ${message}`;
  const outcome = { id: operation.id, state: 'failed' as const, message };
  if (run.activity === 'restart' && run.checkpoint) {
    // The newest checkpoint will do: the job is ended without a savepoint.
    return {
      change: { operation: undefined },
      events: [
        {
          at,
          type: 'note',
          message: `${reason}; restarting from the newest checkpoint`,
        },
      ],
      outcome,
    };
  }
  const over = {
    operation: undefined,
    activity: undefined,
    nextStart: undefined,
    upgradedBy: undefined,
    desired: 'running' as const,
    reason,
  };
  const back = transition(
    run,
    { type: 'suspend-failed' },
    { at, message: `${reason}; the job goes on`, reason },
  ) ?? { change: {}, events: [{ at, type: 'note', message: reason }] };
  return merge(back, { change: over, events: [], outcome });
}

/** Whether the job is over when the operation is. @internal */
export function endsJob({ kind }: Pick<RunOperation, 'kind'>): boolean {
  return kind === 'suspend' || kind === 'stop';
}

function sentence(
  operation: StoredOperation,
  snapshot: EngineSnapshot | undefined,
): string {
  if (operation.kind === 'rescale') {
    return `The job runs with a parallelism of ${operation.parallelism}`;
  }
  return snapshot
    ? `${NAMES[operation.kind]} is in ${snapshot.location}`
    : `${NAMES[operation.kind]} is complete`;
}
