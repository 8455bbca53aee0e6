import { RiAddLine } from '@remixicon/react';
import { useScalephTranslation } from '../../translation';
import type { NodePlace } from '../lib/editGraph';
import classes from './PipelineEdgeLine.module.css';
import { usePlaceAt } from './usePlaceAt';

/** In the middle of an edge: puts a node on it. @internal */
export const EdgeAddButton = (props: {
  from: string;
  to: string;
  x: number;
  y: number;
  onAdd(place: NodePlace): void;
}) => {
  const { from, to, x, y, onAdd } = props;
  const { t } = useScalephTranslation();
  const place = usePlaceAt(x, y);
  const label = t('pipeline.canvas.addBetween', { from, to });
  return (
    <button
      ref={place}
      type="button"
      className={`${classes.add} nodrag nopan`}
      data-edge-from={from}
      data-edge-to={to}
      aria-label={label}
      title={label}
      onClick={() => onAdd({ edge: { from, to } })}
    >
      <RiAddLine size={14} aria-hidden />
    </button>
  );
};
