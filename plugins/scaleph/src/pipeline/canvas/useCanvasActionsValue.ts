import { useStore } from '@xyflow/react';
import type { ReactFlowState } from '@xyflow/react';
import { useDeferredValue, useMemo } from 'react';
import type { GraphActions } from '../hooks/useGraphActions';
import type { NodePlace } from '../lib/editGraph';
import type { CanvasActions } from './CanvasActions';

// Looked up once for all edges: React Flow's EdgeLabelRenderer searches the
// page for it at every move, for every edge.
const findEdgeLayer = ({ domNode }: ReactFlowState) =>
  domNode?.querySelector('.react-flow__edgelabel-renderer') ?? undefined;

/** What the cards and edges of a canvas are given; the same object until something of it changes. @internal */
export function useCanvasActionsValue(options: {
  graph?: GraphActions;
  far: boolean;
  onAdd(place: NodePlace): void;
}): CanvasActions {
  const { graph, onAdd } = options;
  const edgeLayer = useStore(findEdgeLayer);
  // The style sheet hides at once what is too small: taking it out of the page can wait.
  const far = useDeferredValue(options.far);
  return useMemo(
    () => ({
      editable: graph !== undefined,
      far,
      edgeLayer,
      onAdd,
      onComment: (...args: Parameters<GraphActions['setComment']>) =>
        graph?.setComment(...args),
    }),
    [graph, far, edgeLayer, onAdd],
  );
}
