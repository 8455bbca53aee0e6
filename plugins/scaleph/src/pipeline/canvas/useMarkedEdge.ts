import { useMemo } from 'react';
import type { PipelineFlowEdge } from '../lib/toFlowGraph';
import classes from './PipelineCanvas.module.css';

/** The edges with the one marked that a drop would split. @internal */
export function useMarkedEdge(
  edges: PipelineFlowEdge[],
  over: string | undefined,
): PipelineFlowEdge[] {
  return useMemo(
    () =>
      over === undefined
        ? edges
        : edges.map(edge =>
            edge.id === over ? { ...edge, className: classes.dropEdge } : edge,
          ),
    [edges, over],
  );
}
