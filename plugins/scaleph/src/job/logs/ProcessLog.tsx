import { useApi } from '@backstage/core-plugin-api';
import { isActive } from '@scaleph/backstage-plugin-scaleph-common';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import { scalephApiRef } from '../../api';
import { useScalephTranslation } from '../../translation';
import { JobPart } from '../JobPart';
import { useJobResource } from '../useJobResource';
import { ProcessReader } from './ProcessReader';
import { TextSource } from './useProcessText';

const PROCESSES_EVERY = 15_000;

/** Log, output and thread dump of the processes that a job runs in. @internal */
export const ProcessLog = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const source = useMemo<TextSource>(
    () => ({
      id: run.id,
      read: (query, options) => api.getRunJobText(run.id, query, options),
    }),
    [api, run.id],
  );
  const resource = useJobResource(
    run,
    signal => api.listRunJobProcesses(run.id, { signal }),
    PROCESSES_EVERY,
  );
  return (
    <JobPart
      run={run}
      resource={resource}
      title={t('job.logs.processes')}
      height={360}
    >
      {({ items }) => (
        <ProcessReader
          source={source}
          processes={items}
          isGrowing={isActive(run.state)}
          fileName={run.pipeline}
        />
      )}
    </JobPart>
  );
};
