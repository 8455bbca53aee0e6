import { NodeMetrics } from '@scaleph/backstage-plugin-scaleph-common';
import { JobDetail, JobVertex } from './rest/types/JobTypes';

const STATES: Readonly<Record<string, NodeMetrics['state']>> = {
  RUNNING: 'running',
  FINISHED: 'finished',
  FAILED: 'failed',
  CANCELING: 'canceled',
  CANCELED: 'canceled',
};
const LONGEST_NAME = 200;

/** The vertices of a job as nodes of a run: their names are Flink's, each once. @internal */
export function toNodeMetrics(detail: JobDetail | undefined): NodeMetrics[] {
  const names = new Set<string>();
  return (detail?.vertices ?? []).map(vertex => {
    const name = uniqueName(vertex.name.slice(0, LONGEST_NAME), names);
    return toMetrics(name, vertex);
  });
}

function toMetrics(
  node: string,
  { status, startTime, endTime, metrics }: JobVertex,
): NodeMetrics {
  return {
    node,
    state: STATES[status] ?? 'waiting',
    rowsIn: metrics.readRecords,
    rowsOut: metrics.writeRecords,
    bytesOut: metrics.writeBytes,
    ...(startTime && { startedAt: new Date(startTime).toISOString() }),
    ...(endTime && { endedAt: new Date(endTime).toISOString() }),
  };
}

function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
  taken.add(unique);
  return unique;
}
