import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type {
  ClusterJob,
  Target,
  TargetOverview,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../api';
import { LookChip } from '../components';
import { Tile, Tiles } from '../job/Tiles';
import { useScalephTranslation } from '../translation';
import { AdoptJobDialog } from './AdoptJobDialog';
import { ClusterJobsTable } from './ClusterJobsTable';
import { ClusterPart } from './ClusterPart';
import { hasEnded } from './lib/clusterJobs';
import { SlotsBar } from './SlotsBar';
import { TaskManagersTable } from './TaskManagersTable';
import { useClusterResource } from './useClusterResource';

const POLL_MILLISECONDS = 5_000;

const Numbers = ({ overview }: { overview: TargetOverview }) => {
  const { t } = useScalephTranslation();
  const { slots, freeSlots, taskManagers, jobs, version, gateway } = overview;
  const running = jobs.filter(job => !hasEnded(job));
  const foreign = running.filter(job => !job.ours).length;
  return (
    <Tiles label={t('targets.overview.title')}>
      <Tile
        name={t('targets.overview.slots')}
        note={t('targets.overview.slotsFree', { free: String(freeSlots) })}
      >
        <SlotsBar slots={slots} freeSlots={freeSlots} />
      </Tile>
      <Tile name={t('targets.overview.taskManagers')}>
        {taskManagers.length}
      </Tile>
      <Tile
        name={t('targets.overview.running')}
        note={
          foreign > 0 &&
          t('targets.overview.foreign', { foreign: String(foreign) })
        }
      >
        {running.length}
      </Tile>
      {version && (
        <Tile name={t('targets.overview.version')} note={overview.commit}>
          {version}
        </Tile>
      )}
      {gateway && (
        <Tile name={t('targets.overview.gateway')} note={gateway.message}>
          {gateway.healthy ? (
            gateway.version ?? t('targets.healthy')
          ) : (
            <LookChip look="failed" label={t('targets.overview.gatewayDown')} />
          )}
        </Tile>
      )}
    </Tiles>
  );
};

/** Slots, TaskManagers and jobs of a cluster, live. */
export const ClusterOverview = (props: {
  target: Target;
  canManage: boolean;
}) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { target, canManage } = props;
  const { name } = target;
  const [adopted, setAdopted] = useState<ClusterJob>();
  const resource = useClusterResource(
    name,
    signal => api.getTargetOverview(name, { signal }),
    POLL_MILLISECONDS,
  );
  return (
    <ClusterPart
      name={name}
      resource={resource}
      title={t('targets.tab.overview')}
      height={360}
    >
      {overview => (
        <Flex direction="column" gap="5">
          <Numbers overview={overview} />
          {overview.missing.length > 0 && (
            <Text variant="body-small" color="secondary">
              {t('targets.tab.missing', {
                version: overview.version ?? '',
                what: overview.missing.join(', '),
              })}
            </Text>
          )}
          <section>
            <Text as="h3" variant="title-x-small">
              {t('targets.jobs.title')}
            </Text>
            <ClusterJobsTable
              jobs={overview.jobs}
              onAdopt={canManage ? setAdopted : undefined}
            />
          </section>
          <section>
            <Text as="h3" variant="title-x-small">
              {t('targets.overview.taskManagers')}
            </Text>
            <TaskManagersTable taskManagers={overview.taskManagers} />
          </section>
          {adopted && (
            <AdoptJobDialog
              target={target}
              job={adopted}
              onClose={() => setAdopted(undefined)}
            />
          )}
        </Flex>
      )}
    </ClusterPart>
  );
};
