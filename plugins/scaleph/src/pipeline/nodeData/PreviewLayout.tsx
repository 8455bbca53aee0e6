import { useBreakpoint } from '@backstage/ui';
import type { ReactNode } from 'react';
import { SplitPane } from '../../sql/lib/SplitPane';
import { useScalephTranslation } from '../../translation';
import classes from './PreviewLayout.module.css';

/**
 * The views of a draft with the panel of rows below. The drawer keeps its whole
 * height where there is room beside; where there is not, it lies over the views
 * and the rows stay in sight below both.
 *
 * @internal
 */
export const PreviewLayout = (props: {
  drawer: ReactNode;
  /** Nothing, while it is closed. */
  panel: ReactNode;
  children: ReactNode;
}) => {
  const { drawer, panel, children } = props;
  const { t } = useScalephTranslation();
  const isNarrow = useBreakpoint().down('md');
  const split = (views: ReactNode) => (
    <SplitPane
      label={t('nodeForm.preview.height')}
      direction="column"
      storageKey="scaleph:preview:height"
      initial={55}
      min={20}
      max={85}
      secondHidden={!panel}
    >
      {views}
      {panel}
    </SplitPane>
  );
  const row = (views: ReactNode) => (
    <div className={classes.row}>
      {views}
      {drawer}
    </div>
  );
  return isNarrow ? split(row(children)) : row(split(children));
};
