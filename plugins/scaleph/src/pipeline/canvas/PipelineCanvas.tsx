import '@xyflow/react/dist/style.css';
import {
  ConnectionMode,
  MarkerType,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { useScalephTranslation } from '../../translation';
import type { GraphActions } from '../hooks/useGraphActions';
import { useStable } from '../hooks/useStable';
import { COMMENT_SIZE } from '../lib/editComments';
import type { NodePlace } from '../lib/editGraph';
import type {
  CanvasNode,
  CommentFlowNode,
  PipelineFlowEdge,
  PipelineFlowNode,
} from '../lib/toFlowGraph';
import { CanvasActionsProvider } from './CanvasActions';
import { CanvasSurroundings } from './CanvasSurroundings';
import { CommentCard } from './CommentCard';
import { ConnectingProvider } from './Connecting';
import { PipelineEdgeLine } from './PipelineEdgeLine';
import { PipelineNodeCard } from './PipelineNodeCard';
import { useCanvasDrop } from './useCanvasDrop';
import { useCanvasEvents } from './useCanvasEvents';
import { useCanvasFocus } from './useCanvasFocus';
import { useCanvasKeys } from './useCanvasKeys';
import { useConnecting } from './useConnecting';
import { useFlowLabels } from './useFlowLabels';
import { useFlowState } from './useFlowState';
import { useImageExport } from './useImageExport';
import { FIT, useKeepInView } from './useKeepInView';
import classes from './PipelineCanvas.module.css';

const NODE_TYPES = { pipeline: PipelineNodeCard, comment: CommentCard };
const EDGE_TYPES = { pipeline: PipelineEdgeLine };
const EDGE_OPTIONS = {
  markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--bui-gray-5)' },
};
const MOD_KEYS = ['Control', 'Meta'];
// From here on one does not see the whole at a readable size.
const MINIMAP_FROM = 12;
// Of more edges only the one that is picked has ends to be dragged.
const RECONNECT_UP_TO = 100;
// Smaller than this no line of a card can be read, but its name can be shown larger.
const FAR_BELOW = 0.45;
const isFar = (state: { transform: [number, number, number] }) =>
  state.transform[2] < FAR_BELOW;
const NO_COMMENTS: CommentFlowNode[] = [];

/** @internal */
export interface PipelineCanvasProps {
  nodes: PipelineFlowNode[];
  edges: PipelineFlowEdge[];
  comments?: CommentFlowNode[];
  /** Fits the view again when this changes. */
  fitKey?: string;
  /** Nodes glide to their places when this changes. */
  glideKey?: number;
  /** The node that is open beside the canvas. */
  selected?: string;
  /** What keys and buttons work on; only the open node when absent. */
  picked?: ReadonlySet<string>;
  /** Shows zoom buttons and a minimap; a small overview does without. */
  controls?: boolean;
  /** What can be changed; absent where nothing can. */
  graph?: GraphActions;
  /** Name of a file that the drawing is saved as; absent where it is not. */
  imageName?: string;
  onSelect(node: string | undefined): void;
  onPick?(ids: string[]): void;
  /** Opens the palette for a place. */
  onAdd?(place: NodePlace): void;
  /** A connector of the palette was dropped. */
  onDrop?(connector: string, place: NodePlace): void;
  onConnectTo?(node: string): void;
  say?(message: string): void;
}

const Canvas = (props: PipelineCanvasProps) => {
  const { selected, controls = true, graph, imageName, onSelect } = props;
  const { comments = NO_COMMENTS } = props;
  const { t } = useScalephTranslation();
  const flow = useReactFlow<CanvasNode, PipelineFlowEdge>();
  const far = useStore(isFar);
  const ariaLabelConfig = useFlowLabels();
  const box = useRef<HTMLDivElement>(null);
  const editable = graph !== undefined;

  const opened = useMemo(() => new Set(selected ? [selected] : []), [selected]);
  const picked = props.picked ?? opened;
  const onPick = useStable((ids: string[]) => props.onPick?.(ids));
  const all = useMemo(
    () => [...comments, ...props.nodes],
    [comments, props.nodes],
  );
  const { nodes, edges, onNodesChange, onEdgesChange } = useFlowState({
    nodes: all,
    edges: props.edges,
    picked,
    onPick,
    glideKey: props.glideKey,
  });
  const { focusNode, focusCanvas, onFocusCapture } = useCanvasFocus({
    flow,
    box,
    count: nodes.length,
  });
  const onMoveEnd = useKeepInView({
    flow,
    box,
    selected,
    fitKey: props.fitKey,
    count: all.length,
  });
  const events = useCanvasEvents({
    flow,
    box,
    graph,
    onSelect,
    focusNode,
    focusCanvas,
    onMoveEnd,
  });

  const onAdd = useStable((place: NodePlace) => props.onAdd?.(place));
  const toCanvas = useStable((point: { x: number; y: number }) =>
    flow.screenToFlowPosition(point),
  );
  const { connecting, ...connection } = useConnecting({
    graph,
    toCanvas,
    onAdd,
    say: props.say,
  });
  const drop = useCanvasDrop({ toCanvas, onDrop: graph && props.onDrop });
  const shownEdges = useMemo(
    () =>
      drop.over
        ? edges.map(edge =>
            edge.id === drop.over
              ? { ...edge, className: classes.dropEdge }
              : edge,
          )
        : edges,
    [edges, drop.over],
  );
  const onComment = useStable(() => {
    const rect = box.current?.getBoundingClientRect() ?? new DOMRect();
    const { x, y } = toCanvas({
      x: rect.left + rect.width / 2,
      y: rect.top + rect.height / 2,
    });
    graph?.comment([x - COMMENT_SIZE[0] / 2, y - COMMENT_SIZE[1] / 2]);
  });
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
    onFocus: focusNode,
    onFit: () => flow.fitView(FIT),
    onZoom: step => (step > 0 ? flow.zoomIn() : flow.zoomOut()),
    onAdd: () => onAdd({}),
    onConnectTo: props.onConnectTo,
    onComment,
  });
  const actions = useMemo(
    () => ({
      editable,
      onAdd,
      onComment: (...args: Parameters<GraphActions['setComment']>) =>
        graph?.setComment(...args),
    }),
    [editable, onAdd, graph],
  );
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
          onFocusCapture={onFocusCapture}
          {...drop.handlers}
        >
          <ReactFlow
            aria-label={t('pipeline.canvas.label')}
            ariaLabelConfig={ariaLabelConfig}
            nodes={nodes}
            edges={shownEdges}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            defaultEdgeOptions={EDGE_OPTIONS}
            connectionMode={ConnectionMode.Strict}
            connectionRadius={30}
            nodesDraggable={editable}
            nodesConnectable={editable}
            edgesFocusable={editable}
            edgesReconnectable={editable && edges.length <= RECONNECT_UP_TO}
            reconnectRadius={20}
            selectNodesOnDrag={false}
            elevateNodesOnSelect={false}
            deleteKeyCode={null}
            selectionKeyCode="Shift"
            multiSelectionKeyCode={MOD_KEYS}
            zoomOnScroll={false}
            preventScrolling={false}
            panOnScroll={false}
            zoomActivationKeyCode={MOD_KEYS}
            minZoom={0.1}
            maxZoom={1.5}
            {...events}
            {...connection}
            fitView
            fitViewOptions={FIT}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
          >
            <CanvasSurroundings
              controls={controls}
              hasTools={imageName !== undefined}
              hasMinimap={controls && !selected && nodes.length >= MINIMAP_FROM}
              graph={graph}
              picked={picked}
              onComment={onComment}
              onExport={onExport}
            />
          </ReactFlow>
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
