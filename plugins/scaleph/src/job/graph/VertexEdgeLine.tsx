import {
  BaseEdge,
  EdgeLabelRenderer,
  EdgeProps,
  getBezierPath,
} from '@xyflow/react';
import { memo } from 'react';
import { usePlaceAt } from '../../pipeline/canvas/usePlaceAt';
import type { VertexEdge } from '../lib/toJobFlow';
import classes from './JobCanvas.module.css';

/** An edge with how records are spread over it: HASH, FORWARD … @internal */
export const VertexEdgeLine = memo((props: EdgeProps<VertexEdge>) => {
  const [path, x, y] = getBezierPath(props);
  const place = usePlaceAt(x, y);
  return (
    <>
      <BaseEdge id={props.id} path={path} markerEnd={props.markerEnd} />
      {props.data?.strategy && (
        <EdgeLabelRenderer>
          <span ref={place} className={classes.strategy}>
            {props.data.strategy}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
