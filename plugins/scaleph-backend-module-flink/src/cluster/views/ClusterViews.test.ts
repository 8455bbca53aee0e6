import { mockServices } from '@backstage/backend-test-utils';
import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import {
  startJob,
  waitForState,
  waitUntil,
} from '../../__testUtils__/flinkJob';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { readRecordings, Recording } from '../../__testUtils__/recordings';
import { withReplay } from '../../__testUtils__/replay';
import { SentRequest } from '../../__testUtils__/withServer';
import { SqlGatewayClient } from '../../gateway/SqlGatewayClient';
import { FlinkRestClient } from '../../rest/FlinkRestClient';
import { ClusterWatch } from '../ClusterWatch';
import { ClusterViews } from './ClusterViews';

jest.setTimeout(60_000);

const network = NetworkPolicy.allowAll();
const JOB = 'c8def52bd4aeee0b1799acec4710999e';
const FAILED = '85f9953c065c59f024418d7f809b9c76';
const SOURCE = 'cbc357ccb763df2852fee8c4fc7d55f2';
const SINK = '90bea66de1c231edf33913ecd54406c1';

function viewsOf(url: string, clock?: ManualClock) {
  const client = new FlinkRestClient({ url, network });
  const logger = mockServices.logger.mock();
  const watch = new ClusterWatch({ client, logger, clock });
  return { client, watch, views: new ClusterViews({ client, watch, clock }) };
}

async function replayed(
  names: (string | Recording)[],
  work: (
    views: ClusterViews,
    it: { sent: SentRequest[]; clock: ManualClock },
  ) => Promise<void>,
) {
  const recordings = readRecordings('flink-rest').filter(({ name }) =>
    names.includes(name.replace(/^\d+-/, '')),
  );
  const made = names.filter((it): it is Recording => typeof it !== 'string');
  await withReplay([...recordings, ...made], async ({ url, sent }) => {
    const clock = new ManualClock();
    const { client, views } = viewsOf(url, clock);
    await work(views, { sent, clock });
    client.close();
  });
}

function answer(path: string, value: unknown): Recording {
  const text = JSON.stringify(value);
  return { name: path, method: 'GET', path, status: 200, answer: text };
}

const metrics = (vertex: string, more: Record<string, number>) =>
  answer(
    `/jobs/${JOB}/vertices/${vertex}/subtasks/metrics`,
    Object.entries(more).map(([id, value]) => ({
      id,
      min: value,
      max: value,
      avg: value,
      sum: value * 2,
    })),
  );

const GRAPH = [
  'job-detail',
  'resource-requirements',
  metrics(SOURCE, {
    numRecordsOutPerSecond: 5,
    numBytesOutPerSecond: 50,
    busyTimeMsPerSecond: 250,
    backPressuredTimeMsPerSecond: 1001,
    idleTimeMsPerSecond: 0,
    'Source__x.currentEmitEventTimeLag': 1500,
    'Source__x.pendingRecords': 7,
    'Source__x.currentOutputWatermark': -9223372036854775808,
  }),
  metrics(SINK, {
    numRecordsInPerSecond: 4,
    currentInputWatermark: 1795242440000,
  }),
];

describe('ClusterViews', () => {
  it('shows the graph of a job', async () => {
    await replayed(GRAPH, async (views, { clock }) => {
      await expect(views.inspect(JOB, 'graph')).resolves.toEqual({
        jobId: JOB,
        name: 'CarTopSpeedWindowingExample',
        state: 'RUNNING',
        type: 'streaming',
        at: new Date(clock.now()).toISOString(),
        startedAt: '2026-11-21T06:27:13.686Z',
        endedAt: undefined,
        parallelism: 2,
        rescalable: true,
        vertices: [
          expect.objectContaining({
            id: SOURCE,
            name: 'Source: Car data generator source -> Timestamps/Watermarks',
            state: 'RUNNING',
            parallelism: 1,
            tasks: { RUNNING: 1 },
            recordsOutPerSecond: 10,
            busy: 0.25,
            backpressured: 1,
            idle: 0,
            watermark: undefined,
          }),
          expect.objectContaining({
            id: SINK,
            recordsInPerSecond: 8,
            watermark: '2026-11-21T06:27:20.000Z',
          }),
        ],
        edges: [{ from: SOURCE, to: SINK, strategy: 'HASH' }],
        missing: [],
      });
    });
  });

  it('asks once for all who look', async () => {
    await replayed(GRAPH, async (views, { sent, clock }) => {
      const all = () =>
        Promise.all([
          ...Array.from({ length: 20 }, () => views.inspect(JOB, 'graph')),
          ...Array.from({ length: 20 }, () => views.inspect(JOB, 'throughput')),
        ]);
      await all();
      const { length } = sent;
      // Detail, scheduler, and of each vertex the names of its metrics and these.
      expect(length).toBe(6);
      clock.advance(1900);
      await all();
      expect(sent).toHaveLength(length);
      clock.advance(100);
      await all();
      expect(sent).toHaveLength(length + 3);
    });
  });

  it('draws throughput and lag', async () => {
    await replayed(GRAPH, async (views, { clock }) => {
      await views.inspect(JOB, 'throughput');
      clock.advance(2500);
      const { points } = await views.inspect(JOB, 'throughput');
      const point = {
        recordsInPerSecond: 10,
        recordsOutPerSecond: 8,
        bytesInPerSecond: 100,
        lagMs: 1500,
        pendingRecords: 14,
      };
      expect(points).toEqual([
        { ...point, at: new Date(clock.now() - 2500).toISOString() },
        { ...point, at: new Date(clock.now()).toISOString() },
      ]);
    });
  });

  it('knows a job whose source is its sink as well', async () => {
    const [vertex] = [SOURCE];
    const plan = { name: 'x', nodes: [{ id: vertex, parallelism: 1 }] };
    const detail = JSON.parse(
      readRecordings('flink-rest').find(it => /job-detail$/.test(it.name))!
        .answer,
    );
    const one = { ...detail, plan, vertices: [detail.vertices[0]] };
    const recordings = [
      answer(`/jobs/${JOB}`, one),
      'resource-requirements',
      metrics(vertex, {
        numRecordsInPerSecond: 0,
        numRecordsOutPerSecond: 0,
        'Source__gen[1].numRecordsOutPerSecond': 3,
        'Source__gen[1].numRecordsOut': 30,
        'Sink__bh[2].numRecordsIn': 20,
        'Sink__bh[2]_Committer.numRecordsIn': 1,
        'Sink__bh[2].numRecordsInPerSecond': 2,
      }),
    ];
    await replayed(recordings, async views => {
      const { points } = await views.inspect(JOB, 'throughput');
      expect(points).toMatchObject([
        { recordsInPerSecond: 6, recordsOutPerSecond: 4 },
      ]);
      const { vertices } = await views.inspect(JOB, 'graph');
      expect(vertices).toMatchObject([
        {
          recordsIn: 60,
          recordsOut: 40,
          recordsInPerSecond: 6,
          recordsOutPerSecond: 4,
        },
      ]);
    });
  });

  it('shows checkpoints', async () => {
    await replayed(['checkpoints', 'checkpoints-config'], async views => {
      const shown = await views.inspect(JOB, 'checkpoints');
      expect(shown).toMatchObject({
        enabled: true,
        intervalMs: 2000,
        mode: 'exactly-once',
        counts: { completed: 5, total: 5 },
        durationMs: { min: 11, average: 25, max: 74, p99: 74 },
        sizeBytes: { min: 8238, max: 10878 },
      });
      expect(shown.history).toHaveLength(5);
      expect(shown.history[0]).toEqual({
        id: 5,
        status: 'completed',
        kind: 'checkpoint',
        triggeredAt: '2026-11-21T06:27:23.657Z',
        durationMs: 13,
        sizeBytes: 10878,
        fullSizeBytes: 10878,
        acknowledged: 3,
        subtasks: 3,
        location: expect.stringMatching(/chk-5$/),
        discarded: false,
        failure: undefined,
      });
    });
  });

  it('shows why a job failed', async () => {
    await replayed(['exceptions-failed'], async views => {
      const { root, history } = await views.inspect(FAILED, 'exceptions');
      expect(root).toMatchObject({
        message: 'ArithmeticException: / by zero',
        at: '2026-11-21T06:27:13.016Z',
        stack: expect.stringContaining('\n\tat org.apache.flink'),
      });
      expect(history).toMatchObject([
        { message: 'ArithmeticException: / by zero' },
      ]);
    });
  });

  it('shows how a job was started, without what is secret by its name', async () => {
    const user = { 'my.password': 'x', 'input.path': '/in' };
    const config = {
      jid: JOB,
      name: 'x',
      'execution-config': { 'job-parallelism': 2, 'user-config': user },
    };
    const recordings = [
      answer(`/jobs/${JOB}/config`, config),
      'job-accumulators',
      'checkpoints-config',
    ];
    await replayed(recordings, async views => {
      const { settings, accumulators } = await views.inspect(
        JOB,
        'configuration',
      );
      expect(accumulators).toEqual([]);
      expect(settings).toEqual(
        expect.arrayContaining([
          { group: 'execution', key: 'job-parallelism', value: '2' },
          { group: 'job', key: 'my.password', value: '******' },
          { group: 'job', key: 'input.path', value: '/in' },
          { group: 'checkpointing', key: 'interval', value: '2000' },
        ]),
      );
    });
  });

  it('says that the cluster does not know the job', async () => {
    await replayed(['job-unknown'], async views => {
      await expect(
        views.inspect('a'.repeat(32), 'graph'),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });

  it('says that the cluster does not answer', async () => {
    const { client, views } = viewsOf('http://127.0.0.1:1');
    for (const view of ['graph', 'checkpoints', 'processes'] as const) {
      await expect(views.inspect(JOB, view)).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('Flink at 127.0.0.1:1'),
      });
    }
    client.close();
  });

  it('shows a cluster', async () => {
    await replayed(
      ['overview', 'taskmanagers', 'jobs-overview'],
      async views => {
        const shown = await views.overview();
        expect(shown).toMatchObject({
          version: '1.20.3',
          commit: '01e3a6d',
          slots: 8,
          freeSlots: 8,
          gateway: undefined,
          missing: [],
        });
        expect(shown.taskManagers[0]).toMatchObject({
          id: '127.0.0.1:34547-75fc04',
          address: '127.0.0.1:34547',
          slots: 4,
          freeSlots: 4,
          lastHeartbeatAt: '2026-11-21T06:27:10.633Z',
        });
        expect(shown.jobs.map(({ state }) => state)).toEqual([
          'RUNNING',
          'FAILED',
          'FINISHED',
          'FINISHED',
        ]);
      },
    );
  });

  it('shows a cluster whose gateway is down', async () => {
    const names = ['overview', 'taskmanagers', 'jobs-overview'];
    const recordings = readRecordings('flink-rest').filter(it =>
      names.includes(it.name.replace(/^\d+-/, '')),
    );
    await withReplay(recordings, async ({ url }) => {
      const { client, watch } = viewsOf(url);
      const down = 'http://127.0.0.1:1';
      const gateway = new SqlGatewayClient({ url: down, network });
      const views = new ClusterViews({ client, watch, gateway });
      await expect(views.overview()).resolves.toMatchObject({
        gateway: {
          healthy: false,
          message: expect.stringContaining('refused the connection'),
        },
      });
      client.close();
    });
  });

  it('shows the configuration of a cluster', async () => {
    const recordings = [
      answer('/jobmanager/config', [
        { key: 'rest.port', value: '8081' },
        { key: 's3.secret-key', value: 'abc' },
        { key: 'fs.azure.account.key.x', value: 'abc' },
      ]),
    ];
    await replayed(recordings, async views => {
      await expect(views.configuration()).resolves.toEqual({
        items: [
          { key: 'fs.azure.account.key.x', value: '******', group: 'fs' },
          { key: 'rest.port', value: '8081', group: 'rest' },
          { key: 's3.secret-key', value: '******', group: 's3' },
        ],
      });
    });
  });
});

describeWithFlink('ClusterViews', lab => {
  const { client, watch, views } = viewsOf(lab.restUrl);

  afterAll(() => client.close());

  it('shows a job that runs, and that it has ended', async () => {
    const jobId = await startJob(client, lab.jars.topSpeedWindowing);
    const view = await waitUntil(
      async () => {
        await watch.sight(jobId);
        return views.inspect(jobId, 'graph');
      },
      it =>
        it.vertices.every(({ idle }) => idle !== undefined) &&
        it.vertices.some(({ watermark }) => watermark !== undefined),
    );
    expect(view).toMatchObject({
      state: 'RUNNING',
      type: 'streaming',
      rescalable: true,
      edges: [{ strategy: 'HASH' }],
      missing: [],
    });
    const { points } = await waitUntil(
      () => views.inspect(jobId, 'throughput'),
      it => (it.points.at(-1)?.recordsOutPerSecond ?? 0) > 0,
    );
    expect(points.at(-1)).toMatchObject({
      recordsInPerSecond: expect.any(Number),
      bytesInPerSecond: expect.any(Number),
    });
    await client.jobs.cancel(jobId);
    await waitForState(client, jobId, 'CANCELED');
    const ended = await waitUntil(
      () => views.inspect(jobId, 'graph'),
      it => it.state === 'CANCELED',
    );
    expect(ended.endedAt).toBeDefined();
    await expect(views.inspect(jobId, 'exceptions')).resolves.toMatchObject({
      history: [],
    });
    await expect(views.inspect(jobId, 'checkpoints')).resolves.toMatchObject({
      counts: expect.anything(),
    });
    await expect(views.inspect(jobId, 'configuration')).resolves.toMatchObject({
      accumulators: [],
    });
  });

  it('shows logs, outputs and threads of all processes', async () => {
    const { items } = await views.processes();
    expect(items.map(({ kind }) => kind)).toEqual([
      'jobmanager',
      'taskmanager',
    ]);
    for (const { id } of items) {
      const read = (text: 'log' | 'thread-dump', tailBytes: number) =>
        views.readText({ process: id, text, tailBytes });
      const log = await read('log', 2000);
      expect(log.truncated).toBe(true);
      expect(Buffer.byteLength(log.text)).toBeGreaterThan(1000);
      expect(Buffer.byteLength(log.text)).toBeLessThanOrEqual(2000);
      const threads = await read('thread-dump', 1_000_000);
      expect(threads.text).toContain('"main"');
      expect(threads.truncated).toBe(false);
    }
    await expect(
      views.readText({ process: 'no-such', text: 'log', tailBytes: 10 }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('shows the cluster and its own user interface', async () => {
    await expect(views.overview()).resolves.toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+/),
      taskManagers: [{ slots: 12 }],
    });
    const { signal } = new AbortController();
    const page = await views.ui({ method: 'GET', path: '', signal });
    expect(page).toMatchObject({ status: 200, contentType: 'text/html' });
    const chunks: Uint8Array[] = [];
    for await (const chunk of page.body) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toContain('Apache Flink');
  });
});
