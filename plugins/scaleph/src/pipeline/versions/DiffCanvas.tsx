import '@xyflow/react/dist/style.css';
import {
  Background,
  Controls,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
} from '@xyflow/react';
import type { Edge, Node, NodeProps } from '@xyflow/react';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import { useScalephTranslation } from '../../translation';
import canvas from '../canvas/PipelineCanvas.module.css';
import { useFlowLabels } from '../canvas/useFlowLabels';
import { describeChange } from '../lib/describeChange';
import { diffGraph } from '../lib/diffGraph';
import type { DiffNode, DiffStatus } from '../lib/diffGraph';
import { NODE_HEIGHT, NODE_WIDTH } from '../lib/layoutPipeline';
import classes from './DiffCanvas.module.css';

type DiffFlowNode = Node<{ diff: DiffNode }, 'diff'>;

const DiffCard = ({ data: { diff } }: NodeProps<DiffFlowNode>) => {
  const { t } = useScalephTranslation();
  const { node, status, changes } = diff;
  return (
    <div className={`${classes.card} ${classes[status]}`}>
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={false}
        className={classes.handle}
      />
      <div className={classes.head}>
        <strong className={classes.name}>{node.id}</strong>
        {status !== 'same' && (
          <span className={classes.word}>{t(`views.diff.${status}`)}</span>
        )}
      </div>
      <div className={classes.connector}>{node.connector}</div>
      <div className={classes.options}>
        {changes
          .map(change => describeChange(change).where.split(' › ').pop())
          .join(', ')}
      </div>
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={false}
        className={classes.handle}
      />
    </div>
  );
};

const NODE_TYPES = { diff: DiffCard };
const COLOURS: Record<DiffStatus, string> = {
  added: 'var(--bui-positive-fg-subdued)',
  removed: 'var(--bui-negative-fg-subdued)',
  changed: 'var(--bui-warning-fg-subdued)',
  same: 'var(--bui-gray-5)',
};

/** Two documents as one drawing: what was added, removed and changed has a word and a colour. @internal */
export const DiffCanvas = (props: {
  label: string;
  from: PipelineDocument;
  to: PipelineDocument;
}) => {
  const { label, from, to } = props;
  const { t } = useScalephTranslation();
  const labels = useFlowLabels();
  const graph = useMemo(() => diffGraph(from, to), [from, to]);
  const nodes: DiffFlowNode[] = graph.nodes.map(diff => ({
    id: diff.node.id,
    type: 'diff',
    position: diff.position,
    width: NODE_WIDTH,
    height: NODE_HEIGHT,
    data: { diff },
    ariaLabel: `${diff.node.id}: ${t(`views.diff.${diff.status}`)}`,
  }));
  const edges: Edge[] = graph.edges.map(({ id, edge, status }) => ({
    id,
    source: edge.from,
    target: edge.to,
    ...(status !== 'same' && { label: t(`views.diff.${status}`) }),
    ariaLabel: `${edge.from} → ${edge.to}: ${t(`views.diff.${status}`)}`,
    labelStyle: { fill: COLOURS[status] },
    labelBgStyle: { fill: 'var(--bui-bg-neutral-1)' },
    style: {
      stroke: COLOURS[status],
      strokeWidth: status === 'same' ? 1 : 2,
      ...(status === 'removed' && { strokeDasharray: '6 4' }),
    },
    markerEnd: { type: MarkerType.ArrowClosed, color: COLOURS[status] },
  }));
  return (
    <div className={canvas.canvas} role="group" aria-label={label}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        ariaLabelConfig={labels}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        fitView
        fitViewOptions={{ padding: 0.15, maxZoom: 1 }}
        minZoom={0.1}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
};

export default DiffCanvas;
