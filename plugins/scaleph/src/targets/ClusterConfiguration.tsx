import { useApi } from '@backstage/core-plugin-api';
import { scalephApiRef } from '../api';
import { DebouncedSearch } from '../components';
import { useUrlState } from '../hooks';
import { ConfigurationTable } from '../job/ConfigurationTable';
import { useScalephTranslation } from '../translation';
import { ClusterPart } from './ClusterPart';
import { useClusterResource } from './useClusterResource';
import classes from './ClusterTab.module.css';

const POLL_MILLISECONDS = 60_000;

/** What a cluster was started with; the back end has masked its secrets. */
export const ClusterConfiguration = ({ name }: { name: string }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [url, setUrl] = useUrlState({ find: '' });
  const resource = useClusterResource(
    name,
    signal => api.getTargetConfiguration(name, { signal }),
    POLL_MILLISECONDS,
  );
  const wanted = url.find.toLowerCase();
  return (
    <ClusterPart
      name={name}
      resource={resource}
      title={t('targets.tab.configuration')}
      height={360}
    >
      {({ items }) => (
        <>
          <DebouncedSearch
            className={classes.search}
            label={t('job.configuration.search')}
            value={url.find}
            onChange={find => setUrl({ find })}
          />
          <ConfigurationTable
            label={t('targets.tab.configuration')}
            entries={items.filter(({ key, value }) =>
              `${key} ${value}`.toLowerCase().includes(wanted),
            )}
          />
        </>
      )}
    </ClusterPart>
  );
};
