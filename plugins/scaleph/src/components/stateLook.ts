import type {
  NodeMetrics,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';

/** The six looks that a state can have: colour and icon. */
export type StateLook =
  | 'running'
  | 'finished'
  | 'failed'
  | 'changing'
  | 'still'
  | 'checking';

const RUN_LOOKS: Record<RunState, StateLook> = {
  CREATED: 'running',
  SUBMITTING: 'running',
  INITIALIZING: 'running',
  RUNNING: 'running',
  SUSPENDING: 'changing',
  SUSPENDED: 'still',
  RESTARTING: 'changing',
  FAILING: 'failed',
  FAILED: 'failed',
  CANCELLING: 'changing',
  CANCELED: 'still',
  FINISHED: 'finished',
  RECONCILING: 'checking',
};

const NODE_LOOKS: Record<NodeMetrics['state'], StateLook> = {
  waiting: 'still',
  running: 'running',
  finished: 'finished',
  failed: 'failed',
  canceled: 'still',
};

/** How a run's state looks everywhere. */
export function runLook(state: RunState): StateLook {
  return RUN_LOOKS[state];
}

/** How a node's state looks everywhere. */
export function nodeLook(state: NodeMetrics['state']): StateLook {
  return NODE_LOOKS[state];
}
