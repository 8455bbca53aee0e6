import '@xyflow/react/dist/style.css';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { useStable } from '../hooks/useStable';
import type { NodePlace } from '../lib/editGraph';
import type { CanvasNode, PipelineFlowEdge } from '../lib/toFlowGraph';
import { CanvasActionsProvider } from './CanvasActions';
import { CanvasFlow } from './CanvasFlow';
import { CanvasSurroundings } from './CanvasSurroundings';
import { ConnectingProvider } from './Connecting';
import type { PipelineCanvasProps } from './PipelineCanvasProps';
import { useCanvasActionsValue } from './useCanvasActionsValue';
import { useCanvasDrop } from './useCanvasDrop';
import { useCanvasEvents } from './useCanvasEvents';
import { useCanvasFocus } from './useCanvasFocus';
import { useCanvasKeys } from './useCanvasKeys';
import { useConnecting } from './useConnecting';
import { useFar } from './useFar';
import { useFlowState } from './useFlowState';
import { useImageExport } from './useImageExport';
import { FIT, useKeepInView } from './useKeepInView';
import { useMarkedEdge } from './useMarkedEdge';
import { useNewComment } from './useNewComment';
import classes from './PipelineCanvas.module.css';

// From here on one does not see the whole at a readable size.
const MINIMAP_FROM = 12;
// So many are too small to be read when all of them are seen, and what cannot be read need not be in the page.
const LARGE_FROM = 40;
const NO_COMMENTS: PipelineCanvasProps['comments'] = [];

const Canvas = (props: PipelineCanvasProps) => {
  const { selected, controls = true, graph, imageName, onSelect } = props;
  const { comments = NO_COMMENTS } = props;
  const flow = useReactFlow<CanvasNode, PipelineFlowEdge>();
  const box = useRef<HTMLDivElement>(null);
  const opened = useMemo(() => new Set(selected ? [selected] : []), [selected]);
  const picked = props.picked ?? opened;
  const all = useMemo(
    () => [...comments, ...props.nodes],
    [comments, props.nodes],
  );
  const count = all.length;
  const isLarge = count >= LARGE_FROM;
  const far = useFar(isLarge);
  const onPick = useStable((ids: string[]) => props.onPick?.(ids));
  const onAdd = useStable((place: NodePlace) => props.onAdd?.(place));
  const toCanvas = useStable((point: { x: number; y: number }) =>
    flow.screenToFlowPosition(point),
  );

  const { nodes, edges, onNodesChange, onEdgesChange } = useFlowState({
    nodes: all,
    edges: props.edges,
    picked,
    onPick,
    glideKey: props.glideKey,
  });
  const focus = useCanvasFocus({ flow, box, count });
  const onMoveEnd = useKeepInView({
    flow,
    box,
    selected,
    fitKey: props.fitKey,
    count,
  });
  const events = useCanvasEvents({
    flow,
    graph,
    onSelect,
    ...focus,
    onMoveEnd,
  });
  const actions = useCanvasActionsValue({
    graph,
    far: far && isLarge,
    onAdd,
  });
  const { connecting, ...connection } = useConnecting({
    graph,
    toCanvas,
    onAdd,
    say: props.say,
  });
  const drop = useCanvasDrop({ toCanvas, onDrop: graph && props.onDrop });
  const onComment = useNewComment({ box, toCanvas, graph });
  const onExport = useImageExport({
    name: imageName ?? 'pipeline',
    nodes,
    edges,
    box,
  });
  const onKeyDown = useCanvasKeys({
    nodes,
    edges,
    picked,
    selected,
    graph,
    onSelect,
    onPick,
    onFocus: focus.focusNode,
    onFit: () => flow.fitView(FIT),
    onZoom: step => (step > 0 ? flow.zoomIn() : flow.zoomOut()),
    onAdd: () => onAdd({}),
    onConnectTo: props.onConnectTo,
    onComment,
  });
  return (
    <CanvasActionsProvider value={actions}>
      <ConnectingProvider value={connecting}>
        <div
          ref={box}
          className={classes.canvas}
          data-far={far || undefined}
          tabIndex={-1}
          role="presentation"
          onKeyDownCapture={onKeyDown}
          onFocusCapture={focus.onFocusCapture}
          {...drop.handlers}
        >
          <CanvasFlow
            editable={graph !== undefined}
            nodes={nodes}
            edges={useMarkedEdge(edges, drop.over)}
            {...events}
            {...connection}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
          >
            <CanvasSurroundings
              controls={controls}
              hasTools={imageName !== undefined}
              hasMinimap={controls && !selected && count >= MINIMAP_FROM}
              graph={graph}
              picked={picked}
              onComment={onComment}
              onExport={onExport}
            />
          </CanvasFlow>
        </div>
      </ConnectingProvider>
    </CanvasActionsProvider>
  );
};

/** The graph drawn with React Flow: the only part that knows that library's view. @internal */
export const PipelineCanvas = (props: PipelineCanvasProps) => (
  <ReactFlowProvider>
    <Canvas {...props} />
  </ReactFlowProvider>
);

// React.lazy wants a default export.
export default PipelineCanvas;
