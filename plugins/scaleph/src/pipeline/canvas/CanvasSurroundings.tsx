import { Background, Controls, MiniMap } from '@xyflow/react';
import { memo } from 'react';
import { useScalephTranslation } from '../../translation';
import type { GraphActions } from '../hooks/useGraphActions';
import { CanvasTools } from './CanvasTools';
import type { ImageFormat } from './CanvasTools';
import { SelectionBar } from './SelectionBar';
import { FIT } from './useKeepInView';

/** What stands around the nodes; it is not drawn again while one of them moves. @internal */
export const CanvasSurroundings = memo(
  (props: {
    controls: boolean;
    hasTools: boolean;
    hasMinimap: boolean;
    graph?: GraphActions;
    picked: ReadonlySet<string>;
    onComment(): void;
    onExport(format: ImageFormat): void;
  }) => {
    const { graph, picked } = props;
    const { t } = useScalephTranslation();
    return (
      <>
        <Background />
        {props.controls && (
          <Controls showInteractive={false} fitViewOptions={FIT} />
        )}
        {props.hasTools && (
          <CanvasTools
            graph={graph}
            onComment={props.onComment}
            onExport={props.onExport}
          />
        )}
        {graph && picked.size > 1 && (
          <SelectionBar picked={picked} graph={graph} />
        )}
        {props.hasMinimap && (
          <MiniMap pannable zoomable ariaLabel={t('pipeline.canvas.minimap')} />
        )}
      </>
    );
  },
);
