import { RiAddLine } from '@remixicon/react';
import {
  BaseEdge,
  EdgeLabelRenderer,
  EdgeProps,
  getBezierPath,
} from '@xyflow/react';
import { memo } from 'react';
import { RowCount } from '../../components';
import { useScalephTranslation } from '../../translation';
import type { PipelineFlowEdge } from '../lib/toFlowGraph';
import { useCanvasActions } from './CanvasActions';
import classes from './PipelineEdgeLine.module.css';
import { usePlaceAt } from './usePlaceAt';

/** An edge with a way to put a node on it, or the rows that went through. @internal */
export const PipelineEdgeLine = memo((props: EdgeProps<PipelineFlowEdge>) => {
  const { data, source, target } = props;
  const { t } = useScalephTranslation();
  const { editable, onAdd } = useCanvasActions();
  const [path, x, y] = getBezierPath(props);
  const place = usePlaceAt(x, y);
  const label = t('pipeline.canvas.addBetween', { from: source, to: target });
  return (
    <>
      <BaseEdge
        id={props.id}
        path={path}
        markerEnd={props.markerEnd}
        interactionWidth={20}
      />
      <EdgeLabelRenderer>
        {editable && (
          <button
            ref={place}
            type="button"
            className={`${classes.add} nodrag nopan`}
            data-edge-from={source}
            data-edge-to={target}
            aria-label={label}
            title={label}
            onClick={() => onAdd({ edge: { from: source, to: target } })}
          >
            <RiAddLine size={14} aria-hidden />
          </button>
        )}
        {!editable && data?.rows !== undefined && (
          <span ref={place} className={classes.rows}>
            <RowCount count={data.rows} />
          </span>
        )}
      </EdgeLabelRenderer>
    </>
  );
});
