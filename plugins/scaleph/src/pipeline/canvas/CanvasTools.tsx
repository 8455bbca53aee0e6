import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiDownloadLine,
  RiLayoutMasonryLine,
  RiStickyNoteAddLine,
} from '@remixicon/react';
import { Panel } from '@xyflow/react';
import { memo } from 'react';
import { useScalephTranslation } from '../../translation';
import type { GraphActions } from '../hooks/useGraphActions';
import classes from './CanvasBars.module.css';

/** The form in which a drawing is kept. @internal */
export type ImageFormat = 'svg' | 'png';

/** What can be done to the whole drawing. @internal */
export const CanvasTools = memo(
  (props: {
    graph?: GraphActions;
    onComment(): void;
    onExport(format: ImageFormat): void;
  }) => {
    const { graph, onComment, onExport } = props;
    const { t } = useScalephTranslation();
    return (
      <Panel position="top-right" className={classes.bar}>
        <div role="toolbar" aria-label={t('canvas.tools.label')}>
          {graph && (
            <>
              <ButtonIcon
                variant="tertiary"
                size="small"
                icon={<RiLayoutMasonryLine />}
                aria-label={t('pipeline.canvas.arrange')}
                onPress={graph.arrange}
              />
              <ButtonIcon
                variant="tertiary"
                size="small"
                icon={<RiStickyNoteAddLine />}
                aria-label={t('canvas.comment.add')}
                onPress={onComment}
              />
            </>
          )}
          <MenuTrigger>
            <ButtonIcon
              variant="tertiary"
              size="small"
              icon={<RiDownloadLine />}
              aria-label={t('canvas.image.save')}
            />
            <Menu>
              <MenuItem onAction={() => onExport('png')}>
                {t('canvas.image.png')}
              </MenuItem>
              <MenuItem onAction={() => onExport('svg')}>
                {t('canvas.image.svg')}
              </MenuItem>
            </Menu>
          </MenuTrigger>
        </div>
      </Panel>
    );
  },
);
