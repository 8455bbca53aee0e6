import {
  isTerminal,
  RunActionName,
  RunSummary,
} from '@scaleph/backstage-plugin-scaleph-common';

/** What a running job can be asked for while nothing else is under way. */
const WHILE_RUNNING: RunActionName[] = [
  ...(['cancel', 'stop', 'suspend', 'restart', 'savepoint'] as const),
  ...(['checkpoint', 'rescale', 'upgrade'] as const),
];
const NEEDS_SAVEPOINT: RunActionName[] = [
  ...(['stop', 'suspend', 'savepoint', 'checkpoint', 'upgrade'] as const),
];

/**
 * What can be asked of a run now: what its state allows of what its target can
 * do. Pure.
 *
 * @param capabilities - of its engine on its target
 * @internal
 */
export function allowedActions(
  run: Pick<
    RunSummary,
    'state' | 'desired' | 'type' | 'mode' | 'activity' | 'upgradedBy'
  >,
  capabilities: RunActionName[],
): RunActionName[] {
  if (isTerminal(run.state) || run.desired === 'stopped') return [];
  const can = (action: RunActionName) =>
    // What its target never had needs nobody to end it.
    (run.state === 'CREATED' && action === 'cancel') ||
    capabilities.includes(action);
  return byState(run).filter(can);
}

function byState(run: Parameters<typeof allowedActions>[0]): RunActionName[] {
  if (run.activity) return ['cancel'];
  switch (run.state) {
    case 'RUNNING':
      return hasSavepoints(run)
        ? WHILE_RUNNING
        : WHILE_RUNNING.filter(action => !NEEDS_SAVEPOINT.includes(action));
    case 'RESTARTING':
      return ['cancel', 'restart'];
    case 'SUSPENDED':
      return ['cancel', 'resume', 'upgrade'];
    default:
      return ['cancel'];
  }
}

/** A jar may be of either mode, whatever its document says. */
function hasSavepoints({ type, mode }: Pick<RunSummary, 'type' | 'mode'>) {
  return mode === 'streaming' || type === 'flink-jar';
}
