import '@xyflow/react/dist/style.css';
import type { PipelineEdge } from '@scaleph/backstage-plugin-scaleph-common';
import {
  applyNodeChanges,
  Background,
  ConnectionMode,
  ControlButton,
  Controls,
  MarkerType,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { RiLayoutMasonryLine } from '@remixicon/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useScalephTranslation } from '../../translation';
import type { Places } from '../lib/layoutPipeline';
import type { NodePlace } from '../lib/editGraph';
import type { PipelineFlowEdge, PipelineFlowNode } from '../lib/toFlowGraph';
import { CanvasActionsProvider } from './CanvasActions';
import { PipelineEdgeLine } from './PipelineEdgeLine';
import { PipelineNodeCard } from './PipelineNodeCard';
import { useCanvasKeys } from './useCanvasKeys';
import { useFlowLabels } from './useFlowLabels';
import { FIT, useKeepInView } from './useKeepInView';
import classes from './PipelineCanvas.module.css';

const NODE_TYPES = { pipeline: PipelineNodeCard };
const EDGE_TYPES = { pipeline: PipelineEdgeLine };
const EDGE_OPTIONS = {
  markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--bui-gray-5)' },
};
// From here on one does not see the whole at a readable size.
const MINIMAP_FROM = 12;

/** @internal */
export interface PipelineCanvasProps {
  nodes: PipelineFlowNode[];
  edges: PipelineFlowEdge[];
  editable: boolean;
  /** Fits the view again when this changes. */
  fitKey?: string;
  selected?: string;
  /** Shows zoom buttons and a minimap; a small overview does without. */
  controls?: boolean;
  onSelect(node: string | undefined): void;
  canConnect?(edge: PipelineEdge): boolean;
  onConnect?(edge: PipelineEdge): void;
  onDelete?(nodes: string[], edges: PipelineEdge[]): void;
  onMove?(places: Places): void;
  onAdd?(place: NodePlace): void;
  onArrange?(): void;
}

const Canvas = (props: PipelineCanvasProps) => {
  const { editable, selected, controls = true, onSelect, onAdd } = props;
  const { t } = useScalephTranslation();
  const flow = useReactFlow<PipelineFlowNode, PipelineFlowEdge>();
  const [nodes, setNodes] = useState(props.nodes);
  const [selectedEdges, setSelectedEdges] = useState<Set<string>>(new Set());
  const ariaLabelConfig = useFlowLabels();

  // Nodes are moved here while they are dragged and in the document at the end.
  useEffect(() => setNodes(props.nodes), [props.nodes]);

  const box = useRef<HTMLDivElement>(null);
  const onMoveEnd = useKeepInView({
    flow,
    box,
    selected,
    fitKey: props.fitKey,
  });

  const edges = useMemo(
    () =>
      props.edges.map(edge => ({
        ...edge,
        selected: selectedEdges.has(edge.id),
      })),
    [props.edges, selectedEdges],
  );
  const actions = useMemo(
    () => ({ editable, onAdd: (place: NodePlace) => onAdd?.(place) }),
    [editable, onAdd],
  );
  const onKeyDown = useCanvasKeys({
    nodes,
    edges,
    selected,
    editable,
    onSelect,
    onDelete: props.onDelete,
  });

  return (
    <CanvasActionsProvider value={actions}>
      <div
        ref={box}
        className={classes.canvas}
        onKeyDownCapture={onKeyDown}
        role="presentation"
      >
        <ReactFlow
          aria-label={t('pipeline.canvas.label')}
          ariaLabelConfig={ariaLabelConfig}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          defaultEdgeOptions={EDGE_OPTIONS}
          connectionMode={ConnectionMode.Strict}
          nodesDraggable={editable}
          nodesConnectable={editable}
          edgesFocusable={editable}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          zoomOnScroll={false}
          preventScrolling={false}
          panOnScroll={false}
          zoomActivationKeyCode={['Control', 'Meta']}
          minZoom={0.2}
          maxZoom={1.5}
          onMoveEnd={onMoveEnd}
          fitView
          fitViewOptions={FIT}
          onNodesChange={changes => {
            const moves = changes.filter(
              it => it.type !== 'select' && it.type !== 'remove',
            );
            setNodes(current => applyNodeChanges(moves, current));
          }}
          onEdgesChange={changes => {
            for (const change of changes) {
              if (change.type === 'select') {
                setSelectedEdges(
                  change.selected ? new Set([change.id]) : new Set(),
                );
              }
            }
          }}
          onNodeClick={(_, node) => onSelect(node.id)}
          onPaneClick={() => onSelect(undefined)}
          onNodeDragStop={(_, __, moved) =>
            props.onMove?.(
              Object.fromEntries(
                moved.map(it => [it.id, [it.position.x, it.position.y]]),
              ),
            )
          }
          isValidConnection={({ source, target }) =>
            props.canConnect?.({ from: source, to: target }) ?? false
          }
          onConnect={({ source, target }) =>
            props.onConnect?.({ from: source, to: target })
          }
        >
          <Background />
          {controls && (
            <Controls showInteractive={false} fitViewOptions={FIT}>
              {editable && (
                <ControlButton
                  onClick={props.onArrange}
                  aria-label={t('pipeline.canvas.arrange')}
                  title={t('pipeline.canvas.arrange')}
                >
                  <RiLayoutMasonryLine />
                </ControlButton>
              )}
            </Controls>
          )}
          {controls && !selected && nodes.length >= MINIMAP_FROM && (
            <MiniMap
              pannable
              zoomable
              ariaLabel={t('pipeline.canvas.minimap')}
            />
          )}
        </ReactFlow>
      </div>
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
