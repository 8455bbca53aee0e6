import { JobDetail, JobVertex } from './rest/types/JobTypes';

/**
 * Rows out of the sources and into the sinks of a job. Flink counts what
 * passes between vertices: of a source and a sink that are chained into one
 * vertex nothing is known, and then nothing is said.
 *
 * @internal
 */
export function toRows(
  detail: JobDetail | undefined,
): { read: number; written: number } | undefined {
  const inputs = new Map(
    (detail?.plan?.nodes ?? []).map(node => [
      node.id,
      node.inputs.map(({ id }) => id),
    ]),
  );
  const feeding = new Set([...inputs.values()].flat());
  const vertices = (detail?.vertices ?? []).filter(({ id }) => inputs.has(id));
  const isFirst = ({ id }: JobVertex) => inputs.get(id)?.length === 0;
  const isLast = ({ id }: JobVertex) => !feeding.has(id);
  if (
    vertices.length === 0 ||
    vertices.some(vertex => isFirst(vertex) && isLast(vertex))
  ) {
    return undefined;
  }
  const sum = (
    which: (vertex: JobVertex) => boolean,
    count: (vertex: JobVertex) => number,
  ) => vertices.filter(which).reduce((all, it) => all + count(it), 0);
  return {
    read: sum(isFirst, ({ metrics }) => metrics.writeRecords),
    written: sum(isLast, ({ metrics }) => metrics.readRecords),
  };
}
