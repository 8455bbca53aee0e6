import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type {
  ConfigurationEntry,
  Run,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../api';
import { DebouncedSearch } from '../components';
import { RunConfiguration } from '../runs/RunConfiguration';
import { useScalephTranslation } from '../translation';
import { ConfigurationTable } from './ConfigurationTable';
import { JobPart } from './JobPart';
import { useJobResource } from './useJobResource';
import classes from './JobConfigurationView.module.css';

const POLL_MILLISECONDS = 15_000;

/** What a job was started with, as the cluster says it, and the document behind it. @internal */
export const JobConfigurationView = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [find, setFind] = useState('');
  const resource = useJobResource(
    run,
    signal => api.getRunJobConfiguration(run.id, { signal }),
    POLL_MILLISECONDS,
  );
  const matches = ({ key, value }: ConfigurationEntry) =>
    `${key} ${value}`.toLowerCase().includes(find.toLowerCase());
  return (
    <Flex direction="column" gap="5">
      <JobPart
        run={run}
        resource={resource}
        title={t('job.configuration.title')}
        height={240}
      >
        {({ settings, accumulators }) => (
          <Flex direction="column" gap="4">
            <section aria-label={t('job.configuration.title')}>
              <div className={classes.bar}>
                <Text as="h3" variant="title-x-small">
                  {t('job.configuration.title')}
                </Text>
                <DebouncedSearch
                  className={classes.search}
                  label={t('job.configuration.search')}
                  value={find}
                  onChange={setFind}
                />
              </div>
              <ConfigurationTable
                label={t('job.configuration.title')}
                entries={settings.filter(matches)}
              />
            </section>
            {accumulators.length > 0 && (
              <section aria-label={t('job.configuration.accumulators')}>
                <Text as="h3" variant="title-x-small">
                  {t('job.configuration.accumulators')}
                </Text>
                <ConfigurationTable
                  label={t('job.configuration.accumulators')}
                  entries={accumulators.map(({ name, type, value }) => ({
                    key: name,
                    value,
                    group: type,
                  }))}
                />
              </section>
            )}
          </Flex>
        )}
      </JobPart>
      <RunConfiguration run={run} />
    </Flex>
  );
};
