import type { NodeMetrics } from '@scaleph/backstage-plugin-scaleph-common';
import { RowCount } from '../../components';
import { useScalephTranslation } from '../../translation';
import classes from './PipelineNodeCard.module.css';

/** What went through a node so far. @internal */
export const NodeMetricsLine = (props: {
  metrics: NodeMetrics;
  /** Rows a second; the state of the node is shown while it is not known. */
  rate?: number;
}) => {
  const { t } = useScalephTranslation();
  const { metrics, rate } = props;
  return (
    <span className={classes.metrics}>
      <span>
        <RowCount count={metrics.rowsOut} />{' '}
        {t('pipeline.node.rows', { count: metrics.rowsOut })}
      </span>
      {rate !== undefined ? (
        <span>
          <RowCount count={rate} />
          {t('pipeline.node.perSecond')}
        </span>
      ) : (
        <span>{t(`common.nodeState.${metrics.state}`)}</span>
      )}
    </span>
  );
};
