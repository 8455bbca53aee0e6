import {
  NetworkPolicy,
  OperationProgress,
} from '@scaleph/backstage-plugin-scaleph-node';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startJob, waitForState, waitUntil } from '../__testUtils__/flinkJob';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { disposeSnapshot } from './disposeSnapshot';
import { FlinkOperations } from './FlinkOperations';
import { isReady } from './isReady';
import { rescaled } from './performRescale';
import { triggerIdOf } from './triggerIdOf';

jest.setTimeout(60_000);

const network = NetworkPolicy.allowAll();
const RETAINED = {
  'execution.checkpointing.interval': '500ms',
  'execution.checkpointing.externalized-checkpoint-retention':
    'RETAIN_ON_CANCELLATION',
};

type Kind = Parameters<FlinkOperations['perform']>[1]['kind'];

async function toEnd(
  operations: FlinkOperations,
  jobId: string,
  kind: Kind,
  more: { id?: string; parallelism?: number } = {},
): Promise<OperationProgress> {
  const operation = { id: randomUUID(), kind, ...more };
  return waitUntil(
    () => operations.perform(jobId, operation),
    it => it.state !== 'running',
  );
}

async function exists(location: string): Promise<boolean> {
  return access(fileURLToPath(location)).then(
    () => true,
    () => false,
  );
}

describeWithFlink('FlinkOperations', lab => {
  const client = new FlinkRestClient({ url: lab.restUrl, network });
  const operations = new FlinkOperations({ client });
  const started: string[] = [];
  const start = async (configuration?: Record<string, string>) => {
    const id = await startJob(
      client,
      lab.jars.topSpeedWindowing,
      configuration,
    );
    started.push(id);
    return id;
  };

  afterAll(async () => {
    for (const id of started) await client.jobs.cancel(id);
    client.close();
  });

  it('takes a savepoint once, however often it is asked to', async () => {
    const jobId = await start();
    const id = randomUUID();
    const other = new FlinkOperations({ client });
    const all = await Promise.all([
      toEnd(operations, jobId, 'savepoint', { id }),
      toEnd(operations, jobId, 'savepoint', { id }),
      toEnd(other, jobId, 'savepoint', { id }),
    ]);
    expect(all[0]).toMatchObject({
      state: 'completed',
      snapshot: {
        kind: 'savepoint',
        location: expect.stringMatching(/^file:/),
        sizeBytes: expect.any(Number),
      },
    });
    const locations = all.map(
      it => it.state === 'completed' && it.snapshot?.location,
    );
    expect(new Set(locations).size).toBe(1);
    const { counts } = await waitUntil(
      () => client.checkpoints.statistics(jobId),
      it => it.counts.completed > 0,
    );
    expect(counts.total).toBe(1);
    await expect(client.jobs.state(jobId)).resolves.toBe('RUNNING');
  });

  it('takes a checkpoint, and deletes it when the job is gone', async () => {
    const jobId = await start(RETAINED);
    const progress = await toEnd(operations, jobId, 'checkpoint');
    expect(progress).toMatchObject({
      state: 'completed',
      snapshot: { kind: 'checkpoint' },
    });
    await client.jobs.cancel(jobId);
    await waitForState(client, jobId, 'CANCELED');
    const { latest } = await waitUntil(
      () => client.checkpoints.statistics(jobId),
      it => it.latest.completed?.discarded === false,
    );
    const location = latest.completed!.location!;
    expect(await exists(location)).toBe(true);
    await disposeSnapshot(client, location);
    expect(await exists(location)).toBe(false);
    await expect(disposeSnapshot(client, location)).resolves.toBeUndefined();
  });

  it('says that a checkpoint goes with the job', async () => {
    const jobId = await start({
      'execution.checkpointing.externalized-checkpoint-retention':
        'NO_EXTERNALIZED_CHECKPOINTS',
    });
    await expect(toEnd(operations, jobId, 'checkpoint')).resolves.toEqual({
      state: 'completed',
      message: 'Checkpoint 1 is complete; it goes when the job ends',
      snapshot: undefined,
    });
  });

  it('stops a job with a savepoint that another one starts from', async () => {
    const jobId = await start(RETAINED);
    const id = randomUUID();
    const progress = await toEnd(operations, jobId, 'suspend', { id });
    expect(progress).toMatchObject({
      state: 'completed',
      snapshot: { kind: 'savepoint', sizeBytes: expect.any(Number) },
    });
    await waitForState(client, jobId, 'FINISHED');
    // Asked again by a back end that knows nothing of it.
    const other = new FlinkOperations({ client });
    await expect(toEnd(other, jobId, 'suspend', { id })).resolves.toMatchObject(
      {
        state: 'completed',
      },
    );
    const { location } = (progress as { snapshot: { location: string } })
      .snapshot;
    const resumed = await start({
      'execution.savepoint.path': location,
    });
    const { latest } = await waitUntil(
      () => client.checkpoints.statistics(resumed),
      it => it.latest.restored !== undefined,
    );
    expect(latest.restored).toMatchObject({ isSavepoint: true, location });
    await client.jobs.cancel(resumed);
    await waitForState(client, resumed, 'CANCELED');
    await disposeSnapshot(client, location);
    expect(await exists(location)).toBe(false);
  });

  it('finds the savepoint of a stop whose answer was lost', async () => {
    const jobId = await start();
    await waitUntil(
      () => isReady({ client, jobId }),
      it => it,
    );
    await client.triggers.stop(jobId);
    await waitForState(client, jobId, 'FINISHED');
    await waitUntil(
      () => client.checkpoints.statistics(jobId),
      it => it.latest.savepoint !== undefined,
    );
    await expect(toEnd(operations, jobId, 'stop')).resolves.toMatchObject({
      state: 'completed',
      snapshot: {
        kind: 'savepoint',
        location: expect.stringMatching(/savepoint-/),
      },
    });
  });

  it('says that a job had ended', async () => {
    const jobId = await start();
    await client.jobs.cancel(jobId);
    await waitForState(client, jobId, 'CANCELED');
    for (const kind of ['savepoint', 'stop', 'checkpoint'] as const) {
      await expect(toEnd(operations, jobId, kind)).resolves.toEqual({
        state: 'failed',
        message: 'The job had ended (CANCELED)',
      });
    }
    await expect(
      toEnd(operations, 'f'.repeat(32), 'savepoint'),
    ).resolves.toEqual({
      state: 'failed',
      message: 'The job had ended, or the cluster does not know it any more',
    });
  });

  it('gives the reason when a savepoint cannot be written', async () => {
    const jobId = await start();
    const nowhere = new FlinkOperations({
      client,
      savepointDirectory: 'file:///proc/nowhere',
    });
    for (const kind of ['savepoint', 'stop'] as const) {
      await expect(toEnd(nowhere, jobId, kind)).resolves.toEqual({
        state: 'failed',
        message: expect.stringContaining(
          'Failed to create savepoint directory at file:/proc/nowhere',
        ),
      });
    }
    await waitForState(client, jobId, 'RUNNING');
  });

  it('changes the parallelism of a running job', async () => {
    const jobId = await start(RETAINED);
    await expect(
      toEnd(operations, jobId, 'rescale', { parallelism: 2 }),
    ).resolves.toEqual({
      state: 'completed',
      message: 'The parallelism is 2',
    });
    const { vertices } = await client.jobs.detail(jobId);
    expect(vertices.map(it => it.parallelism)).toEqual([2, 2]);
    await expect(
      toEnd(operations, jobId, 'rescale', { parallelism: 1 }),
    ).resolves.toMatchObject({ state: 'completed' });
  });

  it('refuses to delete what is no snapshot', async () => {
    await expect(disposeSnapshot(client, 'file:///etc')).rejects.toThrow(
      /did not delete it: .*Cannot find meta data file '_metadata'/,
    );
  });

  describe('with a JobManager that is started anew', () => {
    it('says what cannot be done, and what it has forgotten', async () => {
      const cluster = await lab.startCluster({
        gateway: false,
        configuration: { 'jobmanager.scheduler': 'default' },
      });
      const own = new FlinkRestClient({ url: cluster.restUrl, network });
      try {
        const its = new FlinkOperations({ client: own });
        const jobId = await startJob(own, lab.jars.topSpeedWindowing, RETAINED);
        await expect(
          toEnd(its, jobId, 'rescale', { parallelism: 2 }),
        ).resolves.toMatchObject({
          state: 'failed',
          message: expect.stringContaining('jobmanager.scheduler: adaptive'),
        });
        const operation = { id: randomUUID(), kind: 'savepoint' as const };
        await its.perform(jobId, operation);
        await cluster.kill('jobmanager');
        await expect(its.perform(jobId, operation)).rejects.toMatchObject({
          name: 'FlinkUnavailableError',
          retryable: true,
        });
        await cluster.start('jobmanager');
        await expect(its.perform(jobId, operation)).resolves.toMatchObject({
          state: 'failed',
          message:
            'The job had ended, or the cluster does not know it any more',
        });
      } finally {
        own.close();
        await cluster.stop();
      }
    });
  });
});

describe('triggerIdOf', () => {
  it('is the digits of the id', () => {
    expect(triggerIdOf('0B8F3A5E-1c2d-4e5f-8a9b-0c1d2e3f4a5b')).toBe(
      '0b8f3a5e1c2d4e5f8a9b0c1d2e3f4a5b',
    );
    expect(() => triggerIdOf('../x')).toThrow('"../x" is no id');
  });
});

describe('rescaled', () => {
  const vertex = (id: string, maxParallelism: number) => ({
    id,
    maxParallelism,
  });
  const vertices = [vertex('a', 128), vertex('b', 1), vertex('c', 3)] as never;
  const bounds = (lowerBound: number, upperBound: number) => ({
    lowerBound,
    upperBound,
  });

  test.each([
    [
      'up, but for what is single',
      { a: bounds(1, 2), b: bounds(1, 1), c: bounds(1, 2) },
      4,
      { a: bounds(1, 4), b: bounds(1, 1), c: bounds(1, 3) },
    ],
    [
      'down, all of it',
      { a: bounds(2, 4), b: bounds(1, 1), c: bounds(1, 3) },
      2,
      { a: bounds(2, 2), b: bounds(1, 1), c: bounds(1, 2) },
    ],
    [
      'up from one',
      { a: bounds(1, 1), b: bounds(1, 1), c: bounds(1, 1) },
      2,
      { a: bounds(1, 2), b: bounds(1, 1), c: bounds(1, 2) },
    ],
  ])('goes %s', (_, now, parallelism, expected) => {
    expect(rescaled(now, { vertices }, parallelism)).toEqual(expected);
  });
});
