import { BaseEdge, EdgeProps, getBezierPath } from '@xyflow/react';
import { memo } from 'react';
import { createPortal } from 'react-dom';
import type { PipelineFlowEdge } from '../lib/toFlowGraph';
import { useCanvasActions } from './CanvasActions';
import { EdgeAddButton } from './EdgeAddButton';
import { EdgeRows } from './EdgeRows';

/** An edge with a way to put a node on it, or the rows that went through. @internal */
export const PipelineEdgeLine = memo((props: EdgeProps<PipelineFlowEdge>) => {
  const { data, source, target } = props;
  const { editable, far, edgeLayer, onAdd } = useCanvasActions();
  const [path, x, y] = getBezierPath(props);
  const hasRows = !editable && data?.rows !== undefined;
  return (
    <>
      <BaseEdge
        id={props.id}
        path={path}
        markerEnd={props.markerEnd}
        interactionWidth={20}
      />
      {edgeLayer &&
        editable &&
        !far &&
        createPortal(
          <EdgeAddButton from={source} to={target} x={x} y={y} onAdd={onAdd} />,
          edgeLayer,
        )}
      {edgeLayer &&
        hasRows &&
        createPortal(<EdgeRows rows={data.rows!} x={x} y={y} />, edgeLayer)}
    </>
  );
});
