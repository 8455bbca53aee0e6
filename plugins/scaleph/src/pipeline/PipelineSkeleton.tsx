import { Skeleton } from '@backstage/ui';
import { useScalephTranslation } from '../translation';
import classes from './PipelineEditor.module.css';

/** The tab's shape while its pipeline is on the way. @internal */
export const PipelineSkeleton = () => {
  const { t } = useScalephTranslation();
  return (
    <div
      className={classes.root}
      role="status"
      aria-label={t('common.loading', { what: t('pipeline.tab.title') })}
    >
      <div className={classes.views}>
        <Skeleton width={220} height={32} />
        <Skeleton width={280} height={32} />
      </div>
      <div className={classes.views}>
        <Skeleton width={240} height={32} />
      </div>
      <div className={classes.body} />
    </div>
  );
};
