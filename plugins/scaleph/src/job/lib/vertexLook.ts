import type { StateLook } from '../../components';

/** Execution states of Flink's vertices and subtasks, in the order of their life. @internal */
export const EXECUTION_STATES = [
  'CREATED',
  'SCHEDULED',
  'DEPLOYING',
  'INITIALIZING',
  'RECONCILING',
  'RUNNING',
  'FINISHED',
  'CANCELING',
  'CANCELED',
  'FAILED',
] as const;

/** @internal */
export type ExecutionState = (typeof EXECUTION_STATES)[number];

const LOOKS: Record<ExecutionState, StateLook> = {
  CREATED: 'still',
  SCHEDULED: 'changing',
  DEPLOYING: 'changing',
  INITIALIZING: 'changing',
  RECONCILING: 'checking',
  RUNNING: 'running',
  FINISHED: 'finished',
  CANCELING: 'changing',
  CANCELED: 'still',
  FAILED: 'failed',
};

/** Whether a word is one of Flink's execution states. @internal */
export function isExecutionState(state: string): state is ExecutionState {
  return state in LOOKS;
}

/** How a vertex looks; one of a state that a newer Flink may have is being looked into. @internal */
export function vertexLook(state: string): StateLook {
  return isExecutionState(state) ? LOOKS[state] : 'checking';
}

/** Counts of subtasks by state, those of no subtask left out, in the order of their life. @internal */
export function taskCounts(
  tasks: Record<string, number>,
): { state: string; count: number }[] {
  const order = (state: string) => {
    const at = (EXECUTION_STATES as readonly string[]).indexOf(state);
    return at < 0 ? EXECUTION_STATES.length : at;
  };
  return Object.entries(tasks)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => ({ state, count }))
    .sort((a, b) => order(a.state) - order(b.state));
}
