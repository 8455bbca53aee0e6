import { mockServices } from '@backstage/backend-test-utils';
import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { startJob, waitUntil } from '../__testUtils__/flinkJob';
import { FlinkUnavailableError } from '../http/FlinkUnavailableError';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { ClusterWatch } from './ClusterWatch';
import { JobObservation, observeJob } from './observeJob';

jest.setTimeout(120_000);

const CONFIGURATION = {
  'execution.checkpointing.interval': '300ms',
  'execution.checkpointing.externalized-checkpoint-retention':
    'RETAIN_ON_CANCELLATION',
  'restart-strategy.type': 'fixed-delay',
  'restart-strategy.fixed-delay.attempts': '100',
  'restart-strategy.fixed-delay.delay': '500ms',
};

describeWithFlink('ClusterWatch', lab => {
  it('follows a job through the death of its cluster', async () => {
    const cluster = await lab.startCluster({ gateway: false });
    const client = new FlinkRestClient({
      url: cluster.restUrl,
      network: NetworkPolicy.allowAll(),
    });
    const logger = mockServices.logger.mock();
    const watch = new ClusterWatch({ client, logger });
    const look = async (jobId: string): Promise<JobObservation | string> => {
      try {
        return observeJob(jobId, await watch.sight(jobId));
      } catch (error) {
        if (error instanceof FlinkUnavailableError) return error.failure;
        throw error;
      }
    };
    const stateOf = (it: JobObservation | string) =>
      typeof it !== 'string' && it.kind === 'known' && it.observation.state;
    try {
      const jar = lab.jars.topSpeedWindowing;
      const jobId = await startJob(client, jar, CONFIGURATION);

      const seen = await waitUntil(
        () => look(jobId),
        it =>
          typeof it !== 'string' &&
          it.kind === 'known' &&
          it.observation.snapshot !== undefined &&
          it.detail !== undefined,
      );
      expect(seen).toMatchObject({
        observation: {
          state: 'RUNNING',
          snapshot: {
            kind: 'checkpoint',
            location: expect.stringContaining(jobId),
          },
        },
        detail: { id: jobId },
      });

      await cluster.kill('taskmanager-1');
      await waitUntil(
        () => look(jobId),
        it => ['RESTARTING', 'INITIALIZING'].includes(stateOf(it) || ''),
      );
      await cluster.start('taskmanager-1');
      await waitUntil(
        () => look(jobId),
        it => stateOf(it) === 'RUNNING',
      );

      await cluster.kill('jobmanager');
      const lost = await waitUntil(
        () => look(jobId),
        it => typeof it === 'string',
      );
      expect(['refused', 'timeout', 'bad-answer']).toContain(lost);
      const starting = cluster.start('jobmanager');
      // Whatever a JobManager says while it starts, the job is gone when it says so.
      const after = await waitUntil(
        () => look(jobId),
        it => typeof it !== 'string' && it.kind === 'unknown' && it.final,
      );
      expect(after).toEqual({
        kind: 'unknown',
        final: true,
        reason: `The cluster has no job ${jobId} (any more)`,
      });
      await starting;

      const next = await startJob(client, jar, CONFIGURATION);
      await client.jobs.cancel(next);
      const ended = await waitUntil(
        () => look(next),
        it => stateOf(it) === 'CANCELED',
      );
      expect(ended).toMatchObject({
        detail: { state: 'CANCELED' },
        observation: { endedAt: expect.any(String) },
      });
    } finally {
      await watch.quiet();
      client.close();
      await cluster.stop();
    }
  });
});
