import { RiAddLine } from '@remixicon/react';
import { useScalephTranslation } from '../../translation';
import { useCanvasActions } from './CanvasActions';
import classes from './PipelineNodeCard.module.css';

/** Beside a card that one points at or works with: adds a node after it. @internal */
export const NodeAddButton = ({ node }: { node: string }) => {
  const { t } = useScalephTranslation();
  const { onAdd } = useCanvasActions();
  const label = t('pipeline.canvas.addAfter', { node });
  return (
    <button
      type="button"
      className={`${classes.add} nodrag nopan`}
      aria-label={label}
      title={label}
      onClick={event => {
        event.stopPropagation();
        onAdd({ after: node });
      }}
    >
      <RiAddLine size={16} aria-hidden />
    </button>
  );
};
