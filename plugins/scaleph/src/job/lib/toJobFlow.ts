import type {
  JobVertex,
  JobView,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { Edge, Node } from '@xyflow/react';
import { JobDirection, VERTEX_HEIGHT, VERTEX_WIDTH } from './layoutJob';

/** What a vertex's card shows. @internal */
export interface VertexData extends Record<string, unknown> {
  vertex: JobVertex;
  direction: JobDirection;
  hasInput: boolean;
  hasOutput: boolean;
}

/** @internal */
export type VertexNode = Node<VertexData, 'vertex'>;
/** @internal */
export type VertexEdge = Edge<{ strategy?: string }, 'vertex'>;

/** A job as React Flow draws it, at places that are known. Edges to vertices that are not there are left out. @internal */
export function toJobFlow(input: {
  job: Pick<JobView, 'vertices' | 'edges'>;
  places: Record<string, [number, number]>;
  direction: JobDirection;
  selected?: string;
}): { nodes: VertexNode[]; edges: VertexEdge[] } {
  const { job, places, direction, selected } = input;
  const states = new Map(job.vertices.map(it => [it.id, it.state]));
  const edges = job.edges.filter(
    ({ from, to }) => states.has(from) && states.has(to) && from !== to,
  );
  const sources = new Set(edges.map(it => it.from));
  const targets = new Set(edges.map(it => it.to));
  return {
    nodes: job.vertices.map(vertex => {
      const [x, y] = places[vertex.id] ?? [0, 0];
      return {
        id: vertex.id,
        type: 'vertex',
        position: { x, y },
        width: VERTEX_WIDTH,
        height: VERTEX_HEIGHT,
        // Without it React Flow measures each node anew with every poll.
        measured: { width: VERTEX_WIDTH, height: VERTEX_HEIGHT },
        selected: vertex.id === selected,
        data: {
          vertex,
          direction,
          hasInput: targets.has(vertex.id),
          hasOutput: sources.has(vertex.id),
        },
      };
    }),
    edges: edges.map(({ from, to, strategy }) => ({
      id: `${from}→${to}`,
      type: 'vertex',
      source: from,
      target: to,
      animated: states.get(from) === 'RUNNING',
      data: { strategy },
    })),
  };
}
