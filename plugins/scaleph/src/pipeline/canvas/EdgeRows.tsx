import { RowCount } from '../../components';
import classes from './PipelineEdgeLine.module.css';
import { usePlaceAt } from './usePlaceAt';

/** In the middle of an edge: how many rows went through. @internal */
export const EdgeRows = (props: { rows: number; x: number; y: number }) => {
  const place = usePlaceAt(props.x, props.y);
  return (
    <span ref={place} className={classes.rows}>
      <RowCount count={props.rows} />
    </span>
  );
};
