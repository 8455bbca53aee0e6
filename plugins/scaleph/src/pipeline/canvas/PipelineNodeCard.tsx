import { Handle, NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { nodeLook } from '../../components';
import type { StateLook } from '../../components';
import type { PipelineFlowNode } from '../lib/toFlowGraph';
import { useCanvasActions } from './CanvasActions';
import { ConnectionHint } from './ConnectionHint';
import { FarNodeFace } from './FarNodeFace';
import { NodeAddButton } from './NodeAddButton';
import { NodeFace } from './NodeFace';
import classes from './PipelineNodeCard.module.css';

const EDGE_CLASSES: Partial<Record<StateLook, string>> = {
  running: classes.edgeRunning,
  finished: classes.edgeFinished,
  failed: classes.edgeFailed,
  still: classes.edgeStill,
};

/** A node of the pipeline as a card on the canvas. @internal */
export const PipelineNodeCard = memo((props: NodeProps<PipelineFlowNode>) => {
  const { data, selected } = props;
  const { node, metrics } = data;
  const { editable, far } = useCanvasActions();
  const look = metrics && nodeLook(metrics.state);
  return (
    <>
      <div
        className={[
          classes.card,
          metrics ? classes.measured : '',
          selected ? classes.selected : '',
        ].join(' ')}
        data-node={node.id}
      >
        {look && (
          <span className={`${classes.edge} ${EDGE_CLASSES[look] ?? ''}`} />
        )}
        {far ? <FarNodeFace data={data} /> : <NodeFace data={data} />}
        {metrics?.state === 'running' && <span className={classes.progress} />}
      </div>
      {editable && <ConnectionHint node={node.id} />}
      {data.hasInput && (
        <Handle
          type="target"
          position={Position.Left}
          className={classes.handle}
        />
      )}
      {data.hasOutput && (
        <Handle
          type="source"
          position={Position.Right}
          className={classes.handle}
        />
      )}
      {editable && data.hasOutput && !far && <NodeAddButton node={node.id} />}
    </>
  );
});
