import { useApi } from '@backstage/core-plugin-api';
import { Skeleton } from '@backstage/ui';
import { scalephApiRef } from '../../api';
import { EmptyState, ErrorPanel } from '../../components';
import { useApiResource } from '../../hooks';
import { PreviewRows } from '../../pipeline/nodeData/PreviewRows';
import { useScalephTranslation } from '../../translation';
import classes from './DataSourceBrowser.module.css';

const ROWS = 50;

/** The first rows of a table, topic, file … @internal */
export const FirstRows = (props: { dataSource: string; path: string[] }) => {
  const { dataSource, path } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { value, error, reload } = useApiResource(
    async signal => {
      const started = performance.now();
      const sample = await api.readDataSourceRows(
        dataSource,
        { path, limit: ROWS },
        { signal },
      );
      return {
        sample,
        durationMs: Math.round(performance.now() - started),
      };
    },
    [api, dataSource, path.join('\u0000')],
  );
  if (error) {
    return (
      <ErrorPanel
        title={t('browse.rowsFailed', { name: path[path.length - 1] })}
        error={error}
        onRetry={reload}
      />
    );
  }
  if (!value) {
    return <Skeleton height={160} />;
  }
  if (!value.sample.rows.length) {
    return <EmptyState title={t('browse.noRows')} />;
  }
  return (
    <div className={classes.rows}>
      <PreviewRows preview={value} sample={value.sample} />
    </div>
  );
};
