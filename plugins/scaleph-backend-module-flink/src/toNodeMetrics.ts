import { NodeMetrics } from '@scaleph/backstage-plugin-scaleph-common';
import { VertexCount } from './cluster/VertexCounts';
import { JobDetail, JobVertex } from './rest/types/JobTypes';
import { Counts } from './toRows';

const STATES: Readonly<Record<string, NodeMetrics['state']>> = {
  RUNNING: 'running',
  FINISHED: 'finished',
  FAILED: 'failed',
  CANCELING: 'canceled',
  CANCELED: 'canceled',
};
const LONGEST_NAME = 200;

/** The vertices of a job as nodes of a run: their names are Flink's, each once. @internal */
export function toNodeMetrics(
  detail: JobDetail | undefined,
  counts: Counts = new Map(),
): NodeMetrics[] {
  const names = new Set<string>();
  return (detail?.vertices ?? []).map(vertex => {
    const name = uniqueName(vertex.name.slice(0, LONGEST_NAME), names);
    return toMetrics(name, vertex, counts.get(vertex.id));
  });
}

function toMetrics(
  node: string,
  { status, startTime, endTime, metrics }: JobVertex,
  count: VertexCount | undefined,
): NodeMetrics {
  return {
    node,
    state: STATES[status] ?? 'waiting',
    // A source reads from outside and a sink writes there, which Flink counts by operator.
    rowsIn: metrics.readRecords || count?.read || 0,
    rowsOut: metrics.writeRecords || count?.written || 0,
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
