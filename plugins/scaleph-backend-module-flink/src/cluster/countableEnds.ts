import { JobDetail } from '../rest/types/JobTypes';

/** A vertex at an end of the graph. @internal */
export interface VertexEnd {
  id: string;
  isSource: boolean;
  isSink: boolean;
}

/** A job with more ends than that is not counted by operator. */
const MOST = 8;

/** The sources and sinks of a job. @internal */
export function endsOfJob({ plan, vertices }: JobDetail): VertexEnd[] {
  const nodes = plan?.nodes ?? [];
  const feeding = new Set(
    nodes.flatMap(({ inputs }) => inputs.map(({ id }) => id)),
  );
  const ids = new Set(vertices.map(({ id }) => id));
  return nodes
    .filter(({ id }) => ids.has(id))
    .map(({ id, inputs }) => ({
      id,
      isSource: inputs.length === 0,
      isSink: !feeding.has(id),
    }))
    .filter(({ isSource, isSink }) => isSource || isSink);
}

/**
 * The ends of which only operators know the rows, since Flink counts what goes from one vertex to another: those that are chained
 * with other operators. None when there are too many of them.
 * @internal
 */
export function countableEnds(detail: JobDetail): VertexEnd[] {
  const names = new Map(detail.vertices.map(({ id, name }) => [id, name]));
  const ends = endsOfJob(detail).filter(
    ({ id, isSource, isSink }) =>
      (isSource && isSink) || isChained(names.get(id) ?? ''),
  );
  return ends.length > MOST ? [] : ends;
}

/** Some releases write names for HTML. */
function isChained(name: string): boolean {
  return name.includes(' -> ') || name.includes(' -&gt; ');
}
