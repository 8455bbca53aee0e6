import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type {
  JobCheckpoints,
  JobThroughput,
  Run,
} from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../api';
import { RelativeTime, RowCount } from '../components';
import { useLanguage } from '../hooks';
import { formatBytes, formatDuration } from '../lib/format';
import { NodesTable } from '../runs/NodesTable';
import { RunGraph } from '../runs/RunGraph';
import { RunOutputs } from '../runs/RunOutputs';
import { RunTimeline } from '../runs/RunTimeline';
import { useScalephTranslation } from '../translation';
import { ThroughputCharts } from './charts/ThroughputCharts';
import { JobPart } from './JobPart';
import { Tile, Tiles } from './Tiles';
import { useJobResource } from './useJobResource';

const POLL_MILLISECONDS = 3000;

interface Overview {
  throughput: JobThroughput;
  /** Absent where they are not asked for: a batch job has none. */
  checkpoints?: JobCheckpoints;
}

const LastCheckpoint = ({ checkpoints }: { checkpoints: JobCheckpoints }) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const last = checkpoints.history.find(it => it.status === 'completed');
  const { failed } = checkpoints.counts;
  let note: string | undefined;
  if (last) {
    note = [
      last.durationMs !== undefined &&
        formatDuration(last.durationMs, language),
      last.fullSizeBytes !== undefined &&
        formatBytes(last.fullSizeBytes, language),
      failed > 0 && t('job.checkpoints.failedCount', { count: failed }),
    ]
      .filter(Boolean)
      .join(' · ');
  }
  return (
    <Tile name={t('job.overview.lastCheckpoint')} note={note}>
      {last ? (
        <RelativeTime at={last.triggeredAt} />
      ) : (
        t(
          checkpoints.enabled
            ? 'job.overview.noCheckpoint'
            : 'job.checkpoints.disabled',
        )
      )}
    </Tile>
  );
};

const Counters = ({ run, view }: { run: Run; view: Overview }) => {
  const { t } = useScalephTranslation();
  const { startedFrom } = run;
  return (
    <Tiles label={t('job.overview.counters')}>
      <Tile name={t('job.overview.read')}>
        <RowCount count={run.rowsRead} />
      </Tile>
      <Tile name={t('job.overview.written')}>
        <RowCount count={run.rowsWritten} />
      </Tile>
      {view.checkpoints && <LastCheckpoint checkpoints={view.checkpoints} />}
      <Tile
        name={t('job.overview.deployment')}
        note={t('job.overview.deploymentHelp')}
      >
        {run.deployment}
      </Tile>
      {startedFrom && (
        <Tile
          name={t('job.overview.startedFrom')}
          note={<RelativeTime at={startedFrom.createdAt} />}
        >
          <span title={startedFrom.location}>
            {t(`job.snapshot.kind.${startedFrom.kind}`)}
          </span>
        </Tile>
      )}
    </Tiles>
  );
};

/** What one wants to know of a job at a glance, and what happened to its run. @internal */
export const JobOverview = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const isStreaming = run.mode === 'streaming';
  const resource = useJobResource<Overview>(
    run,
    async signal => {
      const [throughput, checkpoints] = await Promise.all([
        api.getRunJobThroughput(run.id, { signal }),
        isStreaming ? api.getRunJobCheckpoints(run.id, { signal }) : undefined,
      ]);
      return { throughput, checkpoints };
    },
    POLL_MILLISECONDS,
  );
  return (
    <Flex direction="column" gap="5">
      <JobPart
        run={run}
        resource={resource}
        title={t('job.overview.title')}
        height={320}
      >
        {view => (
          <Flex direction="column" gap="4">
            <Counters run={run} view={view} />
            <ThroughputCharts points={view.throughput.points} />
          </Flex>
        )}
      </JobPart>
      {run.document.spec.nodes.length > 0 && <RunGraph run={run} large />}
      {run.nodes.length > 0 && <NodesTable run={run} />}
      <RunOutputs outputs={run.outputs} />
      <section aria-label={t('runs.section.timeline')}>
        <Flex direction="column" gap="3">
          <Text as="h3" variant="title-x-small">
            {t('runs.section.timeline')}
          </Text>
          <RunTimeline run={run} />
        </Flex>
      </section>
    </Flex>
  );
};
