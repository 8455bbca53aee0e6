import { ButtonIcon } from '@backstage/ui';
import {
  RiAlignItemBottomLine,
  RiAlignItemHorizontalCenterLine,
  RiAlignItemLeftLine,
  RiAlignItemRightLine,
  RiAlignItemTopLine,
  RiAlignItemVerticalCenterLine,
  RiDeleteBinLine,
  RiFileCopyLine,
  RiLayoutColumnLine,
  RiLayoutRowLine,
} from '@remixicon/react';
import { Panel, useReactFlow } from '@xyflow/react';
import { memo } from 'react';
import type { ReactElement } from 'react';
import { useScalephTranslation } from '../../translation';
import type { GraphActions } from '../hooks/useGraphActions';
import { ALIGNMENTS } from '../lib/alignNodes';
import type { Alignment } from '../lib/alignNodes';
import type { CanvasNode } from '../lib/toFlowGraph';
import classes from './CanvasBars.module.css';

const ICONS: Record<Alignment, ReactElement> = {
  left: <RiAlignItemLeftLine />,
  center: <RiAlignItemHorizontalCenterLine />,
  right: <RiAlignItemRightLine />,
  top: <RiAlignItemTopLine />,
  middle: <RiAlignItemVerticalCenterLine />,
  bottom: <RiAlignItemBottomLine />,
  horizontal: <RiLayoutColumnLine />,
  vertical: <RiLayoutRowLine />,
};

/** What can be done to several nodes at once. @internal */
export const SelectionBar = memo(
  (props: { picked: ReadonlySet<string>; graph: GraphActions }) => {
    const { picked, graph } = props;
    const { t } = useScalephTranslation();
    const flow = useReactFlow<CanvasNode>();
    const ids = [...picked];
    const align = (how: Alignment) =>
      graph.align(
        flow
          .getNodes()
          .filter(it => picked.has(it.id))
          .map(({ id, position: { x, y }, width = 0, height = 0 }) => ({
            id,
            x,
            y,
            width,
            height,
          })),
        how,
      );
    return (
      <Panel position="top-center" className={classes.bar}>
        <div role="toolbar" aria-label={t('canvas.selection.label')}>
          <span className={classes.count}>
            {t('canvas.selection.count', { count: ids.length })}
          </span>
          {ALIGNMENTS.map(how => (
            <ButtonIcon
              key={how}
              variant="tertiary"
              size="small"
              icon={ICONS[how]}
              aria-label={t(`canvas.align.${how}`)}
              isDisabled={
                ids.length < 3 && (how === 'horizontal' || how === 'vertical')
              }
              onPress={() => align(how)}
            />
          ))}
          <ButtonIcon
            variant="tertiary"
            size="small"
            icon={<RiFileCopyLine />}
            aria-label={t('canvas.selection.duplicate')}
            onPress={() => graph.duplicate(ids)}
          />
          <ButtonIcon
            variant="tertiary"
            size="small"
            icon={<RiDeleteBinLine />}
            aria-label={t('canvas.selection.delete')}
            onPress={() => graph.remove(ids)}
          />
        </div>
      </Panel>
    );
  },
);
