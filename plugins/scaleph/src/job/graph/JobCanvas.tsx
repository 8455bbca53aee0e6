import '@xyflow/react/dist/style.css';
import {
  Background,
  Controls,
  MarkerType,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { useRef } from 'react';
import { useCanvasKeys } from '../../pipeline/canvas/useCanvasKeys';
import { useFlowLabels } from '../../pipeline/canvas/useFlowLabels';
import { FIT, useKeepInView } from '../../pipeline/canvas/useKeepInView';
import { useScalephTranslation } from '../../translation';
import type { VertexEdge, VertexNode } from '../lib/toJobFlow';
import { VertexCard } from './VertexCard';
import { VertexEdgeLine } from './VertexEdgeLine';
import canvas from '../../pipeline/canvas/PipelineCanvas.module.css';

const NODE_TYPES = { vertex: VertexCard };
const EDGE_TYPES = { vertex: VertexEdgeLine };
const EDGE_OPTIONS = {
  markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--bui-gray-5)' },
};
// From here on one does not see the whole at a readable size.
const MINIMAP_FROM = 8;

interface JobCanvasProps {
  nodes: VertexNode[];
  edges: VertexEdge[];
  /** Shows the whole again when this changes: the job has another shape. */
  fitKey: string;
  selected?: string;
  onSelect(vertex: string | undefined): void;
}

const Canvas = (props: JobCanvasProps) => {
  const { nodes, edges, selected, fitKey, onSelect } = props;
  const { t } = useScalephTranslation();
  const flow = useReactFlow<VertexNode, VertexEdge>();
  const box = useRef<HTMLDivElement>(null);
  const ariaLabelConfig = useFlowLabels();
  const onMoveEnd = useKeepInView({ flow, box, selected, fitKey });
  const onKeyDown = useCanvasKeys({
    nodes,
    edges,
    selected,
    onSelect,
  });
  return (
    <div
      ref={box}
      className={canvas.canvas}
      onKeyDownCapture={onKeyDown}
      role="presentation"
    >
      <ReactFlow
        aria-label={t('job.graph.label')}
        ariaLabelConfig={ariaLabelConfig}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        defaultEdgeOptions={EDGE_OPTIONS}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomOnScroll={false}
        preventScrolling={false}
        panOnScroll={false}
        zoomActivationKeyCode={['Control', 'Meta']}
        minZoom={0.1}
        maxZoom={1.5}
        onMoveEnd={onMoveEnd}
        fitView
        fitViewOptions={FIT}
        onNodeClick={(_, node) => onSelect(node.id)}
        onPaneClick={() => onSelect(undefined)}
      >
        <Background />
        <Controls showInteractive={false} fitViewOptions={FIT} />
        {!selected && nodes.length >= MINIMAP_FROM && (
          <MiniMap pannable zoomable ariaLabel={t('pipeline.canvas.minimap')} />
        )}
      </ReactFlow>
    </div>
  );
};

/** A job drawn with React Flow; nothing in it can be changed. @internal */
export const JobCanvas = (props: JobCanvasProps) => (
  <ReactFlowProvider>
    <Canvas {...props} />
  </ReactFlowProvider>
);

// React.lazy wants a default export.
export default JobCanvas;
