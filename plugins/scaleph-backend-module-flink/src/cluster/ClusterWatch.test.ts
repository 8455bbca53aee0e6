import { mockServices } from '@backstage/backend-test-utils';
import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { ManualClock } from '../__testUtils__/ManualClock';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { ClusterWatch } from './ClusterWatch';
import { observeJob } from './observeJob';

jest.setTimeout(30_000);

const ONE = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);

async function watched(
  work: (it: {
    cluster: FakeCluster;
    watch: ClusterWatch;
    clock: ManualClock;
  }) => Promise<void>,
) {
  const cluster = new FakeCluster();
  const clock = new ManualClock();
  await cluster.serve(async url => {
    const client = new FlinkRestClient({
      url,
      network: NetworkPolicy.allowAll(),
    });
    const logger = mockServices.logger.mock();
    await work({
      cluster,
      clock,
      watch: new ClusterWatch({ client, logger, clock }),
    });
    client.close();
  });
}

/** Lets time pass in steps, as the supervisor of `ids` does: each is looked at once a second. */
async function supervise(
  { watch, clock }: { watch: ClusterWatch; clock: ManualClock },
  ids: string[],
  seconds: number,
) {
  for (let second = 0; second < seconds; second += 1) {
    clock.advance(1000);
    await Promise.all(ids.map(id => watch.sight(id)));
    await watch.quiet();
  }
}

describe('ClusterWatch', () => {
  it('answers for all runs from one list', async () => {
    await watched(async ({ cluster, watch, clock }) => {
      const ids = Array.from({ length: 1000 }, (_, index) =>
        index.toString(16).padStart(32, '0'),
      );
      for (const id of ids) cluster.set(id, 'RUNNING');
      await supervise({ watch, clock }, ids, 30);
      expect(cluster.count(/overview$/)).toBe(30);
      // Less than two a second altogether.
      expect(cluster.asked.length).toBeLessThan(2 * 30);
      expect(cluster.asked.length).toBeGreaterThan(30 + 15);
    });
  });

  it('tells a change of state with the next list', async () => {
    await watched(async ({ cluster, watch, clock }) => {
      cluster.set(ONE, 'RUNNING');
      const state = async () => {
        const sighting = observeJob(ONE, await watch.sight(ONE));
        return sighting.kind === 'known' && sighting.observation.state;
      };
      await expect(state()).resolves.toBe('RUNNING');
      cluster.set(ONE, 'RESTARTING');
      await expect(state()).resolves.toBe('RUNNING');
      clock.advance(750);
      await expect(state()).resolves.toBe('RESTARTING');
    });
  });

  it('does nothing while nobody asks', async () => {
    await watched(async ({ cluster, watch, clock }) => {
      cluster.set(ONE, 'RUNNING');
      await supervise({ watch, clock }, [ONE], 3);
      const asked = cluster.asked.length;
      clock.advance(600_000);
      expect(clock.waits).toBe(0);
      expect(cluster.asked).toHaveLength(asked);
    });
  });

  it('looks first at what has changed, then at what is viewed', async () => {
    await watched(async ({ cluster, watch, clock }) => {
      const ids = Array.from({ length: 50 }, (_, index) =>
        index.toString(16).padStart(32, '0'),
      );
      for (const id of ids) cluster.set(id, 'RUNNING');
      await supervise({ watch, clock }, ids, 200);
      cluster.asked.length = 0;
      cluster.set(ids[40], 'RESTARTING');
      await supervise({ watch, clock }, ids, 4);
      const looks = () => cluster.asked.filter(it => !/overview/.test(it));
      expect(looks()[0]).toBe(`GET /jobs/${ids[40]}`);
      cluster.set(ids[40], 'RUNNING');
      await supervise({ watch, clock }, ids, 10);
      cluster.asked.length = 0;
      watch.view(ids[7]);
      await supervise({ watch, clock }, ids, 9);
      const viewed = looks().filter(it => it === `GET /jobs/${ids[7]}`);
      expect(viewed.length).toBeGreaterThanOrEqual(3);
    });
  });

  it('looks at every job in turn, and at its checkpoints', async () => {
    await watched(async ({ cluster, watch, clock }) => {
      const ids = [ONE, OTHER];
      for (const id of ids) cluster.set(id, 'RUNNING');
      await supervise({ watch, clock }, ids, 30);
      for (const id of ids) {
        const sighting = observeJob(id, await watch.sight(id));
        expect(sighting).toMatchObject({
          kind: 'known',
          detail: { id },
          observation: {
            state: 'RUNNING',
            snapshot: {
              kind: 'checkpoint',
              location: expect.stringMatching(/chk-5$/),
              sizeBytes: 10878,
            },
          },
        });
      }
    });
  });

  it('tells the end of a job with all that is known of it', async () => {
    await watched(async ({ cluster, watch }) => {
      cluster.set(ONE, 'FAILED');
      expect(observeJob(ONE, await watch.sight(ONE))).toMatchObject({
        kind: 'known',
        detail: { state: 'FAILED' },
        observation: {
          state: 'FAILED',
          reason: 'ArithmeticException: / by zero',
          endedAt: '2026-11-21T06:27:20.000Z',
        },
      });
      const { length } = cluster.asked;
      await watch.sight(ONE);
      expect(cluster.asked).toHaveLength(length);
    });
  });

  it('tells when a job ended that never began', async () => {
    await watched(async ({ cluster, watch }) => {
      const never = { 'end-time': 0, 'last-modification': 0, tasks: {} };
      cluster.set(ONE, 'CANCELED', never);
      expect(observeJob(ONE, await watch.sight(ONE))).toMatchObject({
        observation: {
          state: 'CANCELED',
          startedAt: '2026-11-21T06:27:13.686Z',
          endedAt: '2026-11-21T06:27:13.686Z',
        },
      });
    });
  });

  it('tells an end later when its details cannot be had', async () => {
    await watched(async ({ cluster, watch, clock }) => {
      cluster.set(ONE, 'FAILED');
      await watch.jobs();
      cluster.fail(503);
      await expect(watch.sight(ONE)).rejects.toMatchObject({
        failure: 'unavailable',
      });
      cluster.fail(undefined);
      clock.advance(1000);
      await expect(watch.sight(ONE)).resolves.toMatchObject({
        record: { exceptions: expect.anything() },
      });
    });
  });

  it('says that a job is gone when the cluster says so of this job', async () => {
    await watched(async ({ cluster, watch, clock }) => {
      cluster.set(OTHER, 'RUNNING');
      await expect(watch.sight(ONE)).resolves.toEqual({ kind: 'gone' });
      expect(cluster.asked).toEqual([
        'GET /jobs/overview',
        `GET /jobs/${ONE}/status`,
      ]);
      // Submitted just after the list was made.
      cluster.set(ONE, 'RUNNING');
      await expect(watch.sight(ONE)).resolves.toEqual({ kind: 'unsure' });
      clock.advance(1000);
      await expect(watch.sight(ONE)).resolves.toMatchObject({ kind: 'seen' });
    });
  });

  it('never takes a cluster that does not answer for one without jobs', async () => {
    await watched(async ({ cluster, watch, clock }) => {
      for (const status of [503, 500, 404]) {
        cluster.fail(status);
        clock.advance(1000);
        await expect(watch.sight(ONE)).rejects.toThrow('GET /jobs/overview');
      }
    });
  });

  it('asks a cluster that does not answer no more often than one that does', async () => {
    await watched(async ({ cluster, watch, clock }) => {
      cluster.fail(503);
      const asks = Array.from({ length: 100 }, () => watch.sight(ONE));
      const outcomes = await Promise.allSettled(asks);
      expect(outcomes.every(it => it.status === 'rejected')).toBe(true);
      await expect(watch.sight(ONE)).rejects.toThrow('Not now.');
      expect(cluster.asked).toHaveLength(1);
      clock.advance(750);
      cluster.fail(undefined);
      cluster.set(ONE, 'RUNNING');
      await expect(watch.sight(ONE)).resolves.toMatchObject({ kind: 'seen' });
    });
  });

  it('is sure of many lost jobs bit by bit', async () => {
    await watched(async ({ cluster, watch, clock }) => {
      const ids = Array.from({ length: 30 }, (_, index) =>
        index.toString(16).padStart(32, '0'),
      );
      const gone = new Set<string>();
      for (let second = 0; second < 6; second += 1) {
        const left = ids.filter(id => !gone.has(id));
        await Promise.all(
          left.map(async id => {
            const { kind } = await watch.sight(id);
            if (kind === 'gone') gone.add(id);
          }),
        );
        expect(cluster.count(/status$/)).toBeLessThanOrEqual(10 + second * 5);
        clock.advance(1000);
      }
      expect(gone.size).toBe(30);
    });
  });
});
