import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  DataSource,
  DataSourceUse,
  pipelineEntityRef,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Text } from '@backstage/ui';
import { useScalephTranslation } from '../translation';
import classes from './UsedBy.module.css';

const MOST_VERSIONS = 5;

const UseFacts = ({ use }: { use: DataSourceUse }) => {
  const { t } = useScalephTranslation();
  const { draft, versions, runs } = use;
  const shown = versions.slice(0, MOST_VERSIONS).join(', ');
  const older = versions.length - MOST_VERSIONS;
  const facts = [
    draft && t('dataSources.use.draft'),
    versions.length > 0 &&
      t('dataSources.use.versions', { count: versions.length, shown }),
    older > 0 && t('dataSources.use.older', { count: older }),
    runs.length > 0 &&
      t('dataSources.use.runs', {
        count: runs.length,
        versions: [...new Set(runs.map(({ version }) => version))].join(', '),
      }),
  ].filter(Boolean);
  return (
    <Text variant="body-small" color="secondary">
      {facts.join(' · ')}
    </Text>
  );
};

/** Links to the pipelines that use a data source, with which of their versions do. */
export const UsedBy = (props: {
  dataSource: Pick<DataSource, 'usedBy' | 'usedByOthers'>;
}) => {
  const { t } = useScalephTranslation();
  const { usedBy, usedByOthers: others = 0 } = props.dataSource;
  if (!usedBy.length && !others) return <>{t('dataSources.usedByNone')}</>;
  return (
    <ul className={classes.list}>
      {usedBy.map(use => (
        <li key={use.pipeline}>
          <EntityRefLink entityRef={pipelineEntityRef(use.pipeline)} hideIcon>
            {use.pipeline}
          </EntityRefLink>{' '}
          <UseFacts use={use} />
        </li>
      ))}
      {others > 0 && (
        <li>
          {usedBy.length
            ? t('dataSources.use.others', { count: others })
            : t('dataSources.use.hidden', { count: others })}
        </li>
      )}
    </ul>
  );
};
