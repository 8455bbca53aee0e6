import type { ReactFlowInstance } from '@xyflow/react';
import { RefObject, useEffect, useRef } from 'react';
import { useStable } from '../hooks/useStable';
import { NODE_HEIGHT, NODE_WIDTH } from '../lib/layoutPipeline';
import type { CanvasNode, PipelineFlowEdge } from '../lib/toFlowGraph';

/** Which element has the keys: a node, or the canvas when that node is gone. @internal */
export function useCanvasFocus(options: {
  flow: ReactFlowInstance<CanvasNode, PipelineFlowEdge>;
  box: RefObject<HTMLElement>;
  /** How many nodes there are. */
  count: number;
}) {
  const { flow, box, count } = options;
  const hadFocus = useRef(false);

  // What was deleted had the focus; keys go on from the canvas.
  useEffect(() => {
    if (document.activeElement === document.body && hadFocus.current) {
      box.current?.focus({ preventScroll: true });
    }
  }, [box, count]);

  return {
    onFocusCapture: useStable(() => {
      hadFocus.current = true;
    }),
    focusCanvas: useStable(() => box.current?.focus({ preventScroll: true })),
    focusNode: useStable((id: string) => {
      const find = () =>
        // An id is a word: nothing in it needs escaping.
        box.current?.querySelector<HTMLElement>(
          `.react-flow__node[data-id="${id}"]`,
        );
      const node = flow.getNode(id);
      if (find()) {
        find()?.focus({ preventScroll: true });
      } else if (node) {
        const { x, y } = node.position;
        const zoom = flow.getZoom();
        flow.setCenter(x + NODE_WIDTH / 2, y + NODE_HEIGHT / 2, { zoom });
        // One out of view is drawn when it is in view again.
        requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
      }
    }),
  };
}
