import type { ReactFlowInstance } from '@xyflow/react';
import type { MouseEvent as ReactMouseEvent } from 'react';
import type { GraphActions } from '../hooks/useGraphActions';
import { useStable } from '../hooks/useStable';
import type { Places } from '../lib/layoutPipeline';
import type { CanvasNode, PipelineFlowEdge } from '../lib/toFlowGraph';

function placesOf(nodes: readonly CanvasNode[]): Places {
  return Object.fromEntries(
    nodes.map(({ id, position: { x, y } }): [string, [number, number]] => [
      id,
      [x, y],
    ]),
  );
}

/**
 * What the mouse does on the canvas. None of these ever is another function:
 * React Flow would draw every node again.
 *
 * @internal
 */
export function useCanvasEvents(options: {
  flow: ReactFlowInstance<CanvasNode, PipelineFlowEdge>;
  graph?: GraphActions;
  onSelect(node: string | undefined): void;
  focusNode(id: string): void;
  focusCanvas(): void;
  onMoveEnd(event: unknown): void;
}) {
  const { flow, graph, onSelect, focusNode, focusCanvas } = options;
  return {
    onNodeClick: useStable((event: ReactMouseEvent, node: CanvasNode) => {
      const isOne = !event.ctrlKey && !event.metaKey && !event.shiftKey;
      onSelect(isOne && node.type === 'pipeline' ? node.id : undefined);
      if (!(event.target as Element).closest('textarea, button')) {
        focusNode(node.id);
      }
    }),
    onPaneClick: useStable(() => {
      onSelect(undefined);
      focusCanvas();
    }),
    onSelectionEnd: useStable(() => {
      const [only, more] = flow
        .getNodes()
        .filter(it => it.selected && it.type === 'pipeline');
      onSelect(only && !more ? only.id : undefined);
      focusCanvas();
    }),
    onNodeDragStop: useStable((_: unknown, __: unknown, moved: CanvasNode[]) =>
      graph?.move(placesOf(moved)),
    ),
    onSelectionDragStop: useStable((_: unknown, moved: CanvasNode[]) =>
      graph?.move(placesOf(moved)),
    ),
    onMoveEnd: useStable(options.onMoveEnd),
  };
}
