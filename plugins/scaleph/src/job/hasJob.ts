import type { Run, RunSummary } from '@scaleph/backstage-plugin-scaleph-common';

/**
 * Whether a run is a job of a cluster, with a graph, checkpoints and logs of
 * its own. A run that waits to be submitted has no job id yet.
 *
 * @internal
 */
export function hasJob(run: RunSummary & Pick<Partial<Run>, 'jobId'>): boolean {
  return run.jobId !== undefined || run.engine.startsWith('flink');
}
