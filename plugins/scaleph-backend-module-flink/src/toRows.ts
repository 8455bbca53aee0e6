import { endsOfJob } from './cluster/countableEnds';
import { VertexCount } from './cluster/VertexCounts';
import { JobDetail, JobVertex } from './rest/types/JobTypes';

/** What operators have counted, by vertex. @internal */
export type Counts = ReadonlyMap<string, VertexCount>;

/**
 * Rows out of the sources and into the sinks of a job. Flink counts what
 * passes between vertices; of a source or a sink that is chained with other
 * operators these tell. What nobody has counted is not said.
 *
 * @internal
 */
export function toRows(
  detail: JobDetail | undefined,
  counts: Counts = new Map(),
): { read?: number; written?: number } | undefined {
  if (!detail) return undefined;
  const vertices = new Map(detail.vertices.map(it => [it.id, it]));
  const ends = endsOfJob(detail).map(end => ({
    ...end,
    vertex: vertices.get(end.id)!,
    count: counts.get(end.id),
  }));
  const read = sum(
    ends
      .filter(({ isSource }) => isSource)
      .map(({ isSink, vertex, count }) => readBy(vertex, count, isSink)),
  );
  const written = sum(
    ends
      .filter(({ isSink }) => isSink)
      .map(({ isSource, vertex, count }) => writtenBy(vertex, count, isSource)),
  );
  return read === undefined && written === undefined
    ? undefined
    : { read, written };
}

function readBy(
  { status, metrics }: JobVertex,
  count: VertexCount | undefined,
  isAlone: boolean,
): number | undefined {
  if (count?.read === undefined) {
    return isAlone ? undefined : metrics.writeRecords;
  }
  const passesOn = count.read === count.handedOn;
  return isOver(status) && passesOn
    ? Math.max(count.read, metrics.writeRecords)
    : count.read;
}

function writtenBy(
  { status, metrics }: JobVertex,
  count: VertexCount | undefined,
  isAlone: boolean,
): number | undefined {
  if (count?.written === undefined) {
    return isAlone ? undefined : metrics.readRecords;
  }
  const takesAll = count.written === count.taken;
  return isOver(status) && takesAll
    ? Math.max(count.written, metrics.readRecords)
    : count.written;
}

/**
 * Operators are asked while they run: their last number may be older than that
 * of the vertex, which counts where both were the same by then.
 */
function isOver(status: string): boolean {
  return ['FINISHED', 'CANCELED', 'FAILED'].includes(status);
}

function sum(values: (number | undefined)[]): number | undefined {
  if (values.length === 0) return undefined;
  let all = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    all += value;
  }
  return all;
}
