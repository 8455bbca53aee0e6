import { useApi } from '@backstage/core-plugin-api';
import {
  Card,
  CardBody,
  CardHeader,
  Skeleton,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { EmptyState, ErrorPanel, surfaceClass } from '../../components';
import { useApiResource, useLanguage } from '../../hooks';
import { formatBytes } from '../../lib/format';
import { PreviewRows } from '../../pipeline/nodeData/PreviewRows';
import { useScalephTranslation } from '../../translation';
import classes from './DataSourceBrowser.module.css';

const ROWS = 50;

type End = 'first' | 'last';

/** What of the rows is not shown. */
const CutText = ({ cut }: { cut: NonNullable<SampleRows['cut']> }) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const { columns, bytes } = cut;
  const parts = [
    columns.length > 0 &&
      t('browse.cutColumns', { columns: columns.join(', ') }),
    bytes !== undefined &&
      t('browse.cutBytes', { size: formatBytes(bytes, language) }),
  ].filter(Boolean);
  return (
    <Text as="p" variant="body-small" color="secondary">
      {parts.join(' · ')}
    </Text>
  );
};

const Rows = (props: { dataSource: string; path: string[]; from: End }) => {
  const { dataSource, path, from } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { value, error, reload } = useApiResource(
    async signal => {
      const started = performance.now();
      const sample = await api.readDataSourceRows(
        dataSource,
        { path, limit: ROWS, from },
        { signal },
      );
      return {
        sample,
        durationMs: Math.round(performance.now() - started),
      };
    },
    [api, dataSource, path.join('\u0000'), from],
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
  const { sample } = value;
  if (!sample.rows.length) {
    return (
      <EmptyState title={t('browse.noRows')} description={sample.reason} />
    );
  }
  return (
    <div className={classes.rows} data-rows={amountOf(sample.rows.length)}>
      <PreviewRows preview={value} sample={sample} />
      {sample.cut && <CutText cut={sample.cut} />}
    </div>
  );
};

/** How high the table is. */
function amountOf(rows: number): 'few' | 'some' | 'many' {
  if (rows <= 3) return 'few';
  return rows <= 7 ? 'some' : 'many';
}

/** The first rows of a table, topic, file …; the newest ones as well, of what has an order. @internal */
export const FirstRows = (props: {
  dataSource: string;
  path: string[];
  hasLast: boolean;
}) => {
  const { dataSource, path, hasLast } = props;
  const { t } = useScalephTranslation();
  const [from, setFrom] = useState<End>('first');
  return (
    <Card className={surfaceClass}>
      <CardHeader>
        <div className={classes.head}>
          <Text as="h2" weight="bold">
            {from === 'first' ? t('browse.rows') : t('browse.newest')}
          </Text>
          {hasLast && (
            <ToggleButtonGroup
              aria-label={t('browse.order')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[from]}
              onSelectionChange={keys => setFrom([...keys][0] as End)}
            >
              <ToggleButton id="first">{t('browse.first')}</ToggleButton>
              <ToggleButton id="last">{t('browse.last')}</ToggleButton>
            </ToggleButtonGroup>
          )}
        </div>
      </CardHeader>
      <CardBody>
        <Rows key={from} dataSource={dataSource} path={path} from={from} />
      </CardBody>
    </Card>
  );
};
