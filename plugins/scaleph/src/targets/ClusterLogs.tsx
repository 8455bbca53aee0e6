import { useApi } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { scalephApiRef } from '../api';
import { EmptyState } from '../components';
import { ProcessReader } from '../job/logs/ProcessReader';
import { TextSource } from '../job/logs/useProcessText';
import { useScalephTranslation } from '../translation';
import { ClusterPart } from './ClusterPart';
import { useClusterResource } from './useClusterResource';

const POLL_MILLISECONDS = 15_000;

const Logs = ({ name }: { name: string }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const source = useMemo<TextSource>(
    () => ({
      id: name,
      read: (query, options) => api.getTargetText(name, query, options),
    }),
    [api, name],
  );
  const resource = useClusterResource(
    name,
    signal => api.listTargetProcesses(name, { signal }),
    POLL_MILLISECONDS,
  );
  return (
    <ClusterPart
      name={name}
      resource={resource}
      title={t('targets.tab.logs')}
      height={360}
    >
      {({ items }) => (
        <ProcessReader
          source={source}
          processes={items}
          isGrowing
          fileName={name}
        />
      )}
    </ClusterPart>
  );
};

/** Logs, output and thread dumps of a cluster's processes, for who may manage it. */
export const ClusterLogs = (props: { name: string; canManage: boolean }) => {
  const { t } = useScalephTranslation();
  if (!props.canManage) {
    return (
      <EmptyState
        title={t('targets.adopt.denied')}
        description={t('targets.logs.denied')}
      />
    );
  }
  return <Logs name={props.name} />;
};
