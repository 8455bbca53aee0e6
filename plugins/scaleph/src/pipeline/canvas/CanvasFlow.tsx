import { ConnectionMode, MarkerType, ReactFlow } from '@xyflow/react';
import type { ReactFlowProps } from '@xyflow/react';
import { useScalephTranslation } from '../../translation';
import type { CanvasNode, PipelineFlowEdge } from '../lib/toFlowGraph';
import { CommentCard } from './CommentCard';
import { PipelineEdgeLine } from './PipelineEdgeLine';
import { PipelineNodeCard } from './PipelineNodeCard';
import { useFlowLabels } from './useFlowLabels';
import { FIT } from './useKeepInView';

const NODE_TYPES = { pipeline: PipelineNodeCard, comment: CommentCard };
const EDGE_TYPES = { pipeline: PipelineEdgeLine };
const EDGE_OPTIONS = {
  markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--bui-gray-5)' },
};
const MOD_KEYS = ['Control', 'Meta'];
// Of more edges only the one that is picked has ends to be dragged.
const RECONNECT_UP_TO = 100;

interface CanvasFlowProps
  extends Omit<ReactFlowProps<CanvasNode, PipelineFlowEdge>, 'edges'> {
  edges: PipelineFlowEdge[];
  editable: boolean;
}

/** React Flow as all canvases of pipelines have it. @internal */
export const CanvasFlow = ({ editable, ...props }: CanvasFlowProps) => {
  const { t } = useScalephTranslation();
  const ariaLabelConfig = useFlowLabels();
  return (
    <ReactFlow
      aria-label={t('pipeline.canvas.label')}
      ariaLabelConfig={ariaLabelConfig}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      defaultEdgeOptions={EDGE_OPTIONS}
      connectionMode={ConnectionMode.Strict}
      connectionRadius={30}
      nodesDraggable={editable}
      nodesConnectable={editable}
      edgesFocusable={editable}
      edgesReconnectable={editable && props.edges.length <= RECONNECT_UP_TO}
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
      fitView
      fitViewOptions={FIT}
      {...props}
    />
  );
};
