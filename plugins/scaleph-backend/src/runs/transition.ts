import {
  isTerminal,
  nextState,
  RunStateEvent,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  NewRunEvent,
  NewRunOperation,
  NewRunSnapshot,
  OperationOutcome,
  RunChange,
  SupervisedRun,
} from './RunRecord';

/** What is to be written. @internal */
export interface RunPatch {
  change: RunChange;
  events: NewRunEvent[];
  /** The intent of an operation. */
  begin?: NewRunOperation;
  /** What became of the one that is under way. */
  outcome?: OperationOutcome;
  snapshot?: NewRunSnapshot;
  /** The job of the (new) deployment is about to be submitted. */
  job?: { jobId?: string };
  /** The job has ended in a way that leaves no checkpoint. */
  dropCheckpoints?: boolean;
}

/** @internal */
export interface TransitionNote {
  /** Time of the transition, ISO 8601. */
  at: string;
  /** For the timeline. */
  message: string;
  /** Who caused it. */
  actor?: string;
  /** Becomes the run's reason; it is cleared when absent. */
  reason?: string;
}

/**
 * The one place where a run's state changes: scaleph-common's table decides,
 * and what it refuses changes nothing (undefined).
 *
 * @internal
 */
export function transition(
  run: Pick<SupervisedRun, 'state'>,
  event: RunStateEvent,
  note: TransitionNote,
): RunPatch | undefined {
  const to = nextState(run.state, event);
  if (to === undefined || to === run.state) return undefined;
  return {
    change: {
      state: to,
      reason: note.reason,
      attempts: 0,
      restMs: 0,
      ...(isTerminal(to) && { endedAt: note.at }),
    },
    events: [
      {
        at: note.at,
        type: 'state',
        from: run.state,
        to,
        message: note.message,
        actor: note.actor,
      },
    ],
  };
}

/** Both patches in one write; the second wins where they meet. @internal */
export function merge(first: RunPatch, second: RunPatch): RunPatch {
  return {
    ...first,
    ...second,
    change: { ...first.change, ...second.change },
    events: [...first.events, ...second.events],
  };
}
