import { useMemo } from 'react';
import { useScalephTranslation } from '../../translation';

/** React Flow's own texts for screen readers. @internal */
export function useFlowLabels() {
  const { t } = useScalephTranslation();
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('pipeline.canvas.nodeHelp'),
      'node.a11yDescription.keyboardDisabled': t('pipeline.canvas.nodeHelp'),
      'edge.a11yDescription.default': t('pipeline.canvas.edgeHelp'),
      'controls.ariaLabel': t('pipeline.canvas.controls'),
      'controls.zoomIn.ariaLabel': t('pipeline.canvas.zoomIn'),
      'controls.zoomOut.ariaLabel': t('pipeline.canvas.zoomOut'),
      'controls.fitView.ariaLabel': t('pipeline.canvas.fit'),
      'minimap.ariaLabel': t('pipeline.canvas.minimap'),
      'handle.ariaLabel': t('pipeline.canvas.handle'),
    }),
    [t],
  );
}
