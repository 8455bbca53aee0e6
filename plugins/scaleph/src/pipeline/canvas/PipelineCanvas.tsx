import '@xyflow/react/dist/style.css';
import { toError } from '@backstage/errors';
import {
  Background,
  ConnectionMode,
  Controls,
  MarkerType,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import type { MouseEvent as ReactMouseEvent } from 'react';
import { useLanguage, useNotify } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import type { GraphActions } from '../hooks/useGraphActions';
import { useStable } from '../hooks/useStable';
import type { NodePlace } from '../lib/editGraph';
import type {
  CanvasNode,
  CommentFlowNode,
  PipelineFlowEdge,
  PipelineFlowNode,
} from '../lib/toFlowGraph';
import { CanvasActionsProvider } from './CanvasActions';
import { CanvasTools } from './CanvasTools';
import type { ImageFormat } from './CanvasTools';
import { CommentCard } from './CommentCard';
import { ConnectingProvider } from './Connecting';
import { PipelineEdgeLine } from './PipelineEdgeLine';
import { PipelineNodeCard } from './PipelineNodeCard';
import { SelectionBar } from './SelectionBar';
import { useCanvasDrop } from './useCanvasDrop';
import { useCanvasKeys } from './useCanvasKeys';
import { useConnecting } from './useConnecting';
import { useFlowLabels } from './useFlowLabels';
import { useFlowState } from './useFlowState';
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
// Below that, drawing all costs less than finding out what is in view.
const CULL_FROM = 300;
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
  const { selected, controls = true, graph, onSelect } = props;
  const { comments = NO_COMMENTS } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const flow = useReactFlow<CanvasNode, PipelineFlowEdge>();
  const far = useStore(isFar);
  const ariaLabelConfig = useFlowLabels();
  const box = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
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
  const onMoveEnd = useKeepInView({
    flow,
    box,
    selected,
    fitKey: props.fitKey,
    count: all.length,
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
  const drop = useCanvasDrop({
    toCanvas,
    onDrop: graph && props.onDrop,
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

  const focus = useStable((id: string) => {
    const find = () =>
      // An id is a word: nothing in it needs escaping.
      box.current?.querySelector<HTMLElement>(
        `.react-flow__node[data-id="${id}"]`,
      );
    const node = flow.getNode(id);
    if (node && !find()) {
      const { x, y } = node.position;
      flow.setCenter(x + 110, y + 46, { zoom: flow.getZoom() });
    }
    // One out of view is drawn when it is in view again.
    requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
    find()?.focus({ preventScroll: true });
  });
  const middle = (): [number, number] => {
    const rect = box.current?.getBoundingClientRect() ?? new DOMRect();
    const { x, y } = toCanvas({
      x: rect.left + rect.width / 2,
      y: rect.top + rect.height / 2,
    });
    return [x - 110, y - 55];
  };
  const addComment = useStable(() => graph?.comment(middle()));
  const onKeyDown = useCanvasKeys({
    nodes,
    edges,
    picked,
    selected,
    graph,
    onSelect,
    onPick,
    onFocus: focus,
    onFit: () => flow.fitView(FIT),
    onZoom: step => (step > 0 ? flow.zoomIn() : flow.zoomOut()),
    onAdd: () => onAdd({}),
    onConnectTo: props.onConnectTo,
    onComment: addComment,
  });
  // What was deleted had the focus; keys go on from the canvas.
  useEffect(() => {
    if (document.activeElement === document.body && hadFocus.current) {
      box.current?.focus({ preventScroll: true });
    }
  }, [nodes.length]);

  const onExport = useStable(async (format: ImageFormat) => {
    try {
      const { saveImage } = await import('../image/saveImage');
      await saveImage({
        name: props.imageName ?? 'pipeline',
        format,
        nodes,
        edges,
        language,
        element: box.current!,
      });
    } catch (error) {
      notify({ title: toError(error).message, status: 'danger' });
    }
  });

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
  // While it is dragged, the whole drawing is moved as one picture.
  const onMoveStart = useStable((event: unknown) => {
    if (event instanceof window.MouseEvent && event.type === 'mousedown') {
      box.current?.setAttribute('data-panning', '');
    }
  });
  const onMoved = useStable((event: unknown) => {
    box.current?.removeAttribute('data-panning');
    onMoveEnd(event);
  });
  // React Flow draws every node again when one of these is another function.
  const onNodeClick = useStable((event: ReactMouseEvent, node: CanvasNode) => {
    const isOne = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    onSelect(isOne && node.type === 'pipeline' ? node.id : undefined);
    if (!(event.target as Element).closest('textarea, button')) {
      focus(node.id);
    }
  });
  const onPaneClick = useStable(() => {
    onSelect(undefined);
    box.current?.focus({ preventScroll: true });
  });
  const onSelectionEnd = useStable(() => {
    const [only, more] = flow
      .getNodes()
      .filter(it => it.selected && it.type === 'pipeline');
    onSelect(only && !more ? only.id : undefined);
    box.current?.focus({ preventScroll: true });
  });
  const onNodeDragStop = useStable(
    (_: unknown, __: unknown, moved: CanvasNode[]) =>
      graph?.move(placesOf(moved)),
  );
  const onSelectionDragStop = useStable((_: unknown, moved: CanvasNode[]) =>
    graph?.move(placesOf(moved)),
  );
  const { imageName } = props;
  const hasMinimap = controls && !selected && nodes.length >= MINIMAP_FROM;
  // What stands around the nodes is not drawn again while one of them moves.
  const around = useMemo(
    () => (
      <>
        <Background />
        {controls && <Controls showInteractive={false} fitViewOptions={FIT} />}
        {imageName && (
          <CanvasTools
            graph={graph}
            onComment={addComment}
            onExport={onExport}
          />
        )}
        {graph && picked.size > 1 && (
          <SelectionBar picked={picked} graph={graph} />
        )}
        {hasMinimap && (
          <MiniMap pannable zoomable ariaLabel={t('pipeline.canvas.minimap')} />
        )}
      </>
    ),
    [controls, imageName, graph, addComment, onExport, picked, hasMinimap, t],
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
          onFocusCapture={() => {
            hadFocus.current = true;
          }}
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
            onlyRenderVisibleElements={nodes.length >= CULL_FROM}
            deleteKeyCode={null}
            selectionKeyCode="Shift"
            multiSelectionKeyCode={MOD_KEYS}
            zoomOnScroll={false}
            preventScrolling={false}
            panOnScroll={false}
            zoomActivationKeyCode={MOD_KEYS}
            minZoom={0.1}
            maxZoom={1.5}
            onMoveStart={onMoveStart}
            onMoveEnd={onMoved}
            fitView
            fitViewOptions={FIT}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            onNodeClick={onNodeClick}
            onPaneClick={onPaneClick}
            onSelectionEnd={onSelectionEnd}
            onNodeDragStop={onNodeDragStop}
            onSelectionDragStop={onSelectionDragStop}
            isValidConnection={connection.isValidConnection}
            onConnectStart={connection.onConnectStart}
            onConnect={connection.onConnect}
            onConnectEnd={connection.onConnectEnd}
            onReconnectStart={connection.onReconnectStart}
            onReconnect={connection.onReconnect}
            onReconnectEnd={connection.onReconnectEnd}
          >
            {around}
          </ReactFlow>
        </div>
      </ConnectingProvider>
    </CanvasActionsProvider>
  );
};

function placesOf(nodes: CanvasNode[]): Record<string, [number, number]> {
  return Object.fromEntries(
    nodes.map(it => [it.id, [it.position.x, it.position.y]]),
  );
}

/** The graph drawn with React Flow: the only part that knows that library's view. @internal */
export const PipelineCanvas = (props: PipelineCanvasProps) => (
  <ReactFlowProvider>
    <Canvas {...props} />
  </ReactFlowProvider>
);

// React.lazy wants a default export.
export default PipelineCanvas;
