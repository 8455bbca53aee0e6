import { useApi } from '@backstage/core-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { useScalephTranslation } from '../../translation';
import { JobPart } from '../JobPart';
import { useJobResource } from '../useJobResource';
import { CheckpointHistory } from './CheckpointHistory';
import { CheckpointNumbers } from './CheckpointNumbers';
import { RunSnapshots } from './RunSnapshots';

const POLL_MILLISECONDS = 3000;

/** Checkpoints of a job, and the snapshots that outlive it. @internal */
export const JobCheckpointsView = (props: {
  run: Run;
  onChanged(run: Run): void;
}) => {
  const { run, onChanged } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const resource = useJobResource(
    run,
    signal => api.getRunJobCheckpoints(run.id, { signal }),
    POLL_MILLISECONDS,
  );
  return (
    <Flex direction="column" gap="5">
      <RunSnapshots run={run} onChanged={onChanged} />
      <JobPart
        run={run}
        resource={resource}
        title={t('job.checkpoints.title')}
        height={280}
      >
        {checkpoints => (
          <Flex direction="column" gap="5">
            {!checkpoints.enabled && (
              <Alert
                icon
                status="info"
                title={t('job.checkpoints.disabled')}
                description={t('job.checkpoints.disabledHelp')}
              />
            )}
            <CheckpointNumbers checkpoints={checkpoints} />
            <CheckpointHistory history={checkpoints.history} />
          </Flex>
        )}
      </JobPart>
    </Flex>
  );
};
