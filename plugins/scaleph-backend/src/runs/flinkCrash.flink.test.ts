import { Run } from '@scaleph/backstage-plugin-scaleph-common';
import {
  describeWithFlink,
  OwnFlinkCluster,
} from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackendProcess } from '../__testUtils__/process/BackendProcess';
import { Workplace } from '../__testUtils__/process/Workplace';
import { waitFor } from '../__testUtils__/waitFor';
import { RunFaultPoint } from './RunFaults';

/*
 * A real back end is killed with SIGKILL while it submits a jar, a definition
 * of Flink CDC and a graph of SeaTunnel to a real cluster at the same time: at
 * a point of one submit, or when the cluster has got the first file or job.
 * The others are wherever they are then. Started again on the same database,
 * every run has one job, and the cluster no other and no file of a submit.
 */

// Back ends of their own on a real cluster, on machines that may be busy.
jest.setTimeout(240_000);

const OWNER = 'group:default/data';

const SPECS: Record<string, object> = {
  jar: {
    type: 'flink-jar',
    mode: 'streaming',
    jar: { artifact: { upload: 'job.jar' } },
  },
  cdc: {
    type: 'flink-cdc',
    mode: 'streaming',
    env: { flink: { 'execution.checkpointing.interval': '1 s' } },
    cdc: { definition: 'source:\n  type: values\nsink:\n  type: values\n' },
  },
  seatunnel: {
    type: 'seatunnel',
    mode: 'streaming',
    env: { parallelism: 1 },
    nodes: [
      {
        id: 'fake',
        kind: 'source',
        connector: 'FakeSource',
        options: { schema: { fields: { id: 'bigint' } }, 'row.num': 10 },
      },
      { id: 'out', kind: 'sink', connector: 'Console', options: {} },
    ],
    edges: [{ from: 'fake', to: 'out' }],
  },
};

describeWithFlink('A back end that is killed while it submits', lab => {
  // Its own: whatever job it has is one of these runs.
  let cluster: OwnFlinkCluster;
  let backends: BackendProcess[];
  let workplace: Workplace;

  beforeEach(async () => {
    cluster = await lab.startCluster({ gateway: false });
    const connectors = await readdir(lab.jars.cdcConnectors);
    const target = {
      name: 'lab',
      type: 'flink-session',
      title: 'Lab',
      owner: OWNER,
      config: {
        restUrl: cluster.restUrl,
        seatunnel: { version: '2.3.4', home: lab.jars.seatunnelHome },
        cdc: {
          jars: [
            lab.jars.cdcDist,
            ...connectors.map(name => join(lab.jars.cdcConnectors, name)),
          ],
        },
      },
    };
    workplace = await Workplace.create({ config: { targets: [target] } });
    backends = [];
  });
  afterEach(async () => {
    await Promise.all(backends.map(backend => backend.kill()));
    await cluster.stop();
    await workplace.remove();
  });

  const start = async (dieAt?: RunFaultPoint) => {
    const name = `backend-${backends.length}`;
    const options = { name, dieAt, engine: 'flink' };
    const backend = await BackendProcess.start(workplace, options);
    backends.push(backend);
    return backend;
  };
  const get = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${cluster.restUrl}${path}`)).json()) as T;
  const jobs = async () =>
    (await get<{ jobs: { jid: string; state: string }[] }>('/jobs/overview'))
      .jobs;
  const files = async () =>
    (await get<{ files: { name: string }[] }>('/jars')).files.map(
      ({ name }) => name,
    );
  const publish = async (backend: BackendProcess) => {
    await backend.upload(
      `/artifacts/job.jar?owner=${encodeURIComponent(OWNER)}`,
      await readFile(lab.jars.topSpeedWindowing),
    );
    for (const [name, spec] of Object.entries(SPECS)) {
      await backend.ask('POST', '/pipelines', {
        publish: true,
        document: {
          apiVersion: 'scaleph.io/v1alpha1',
          kind: 'Pipeline',
          metadata: { name, owner: OWNER },
          spec,
        },
      });
    }
  };
  /** It may die before it answers; then the run is found in the list. */
  const startRuns = async (backend: BackendProcess) => {
    await Promise.allSettled(
      Object.keys(SPECS).map(name =>
        backend.ask('POST', `/pipelines/${name}/runs`, { target: 'lab' }),
      ),
    );
  };

  it.each([
    ['after one submit', 'after-submit', undefined],
    [
      'while the cluster has a file of a submit',
      undefined,
      async () =>
        (await files()).some(name => name.startsWith('scaleph-config-')),
    ],
    [
      'as soon as the cluster has a job',
      undefined,
      async () => (await jobs()).length > 0,
    ],
  ] as const)('%s: one job each, no orphan', async (_, point, moment) => {
    const first = await start(point);
    await publish(first);
    const started = startRuns(first);
    if (moment) {
      await waitFor(moment, { timeoutMs: 60_000, what: 'it is time' });
      await first.kill();
    } else await first.death(60_000);
    await started;

    const second = await start();
    const { items } = await second.ask<{ items: Run[] }>('GET', '/runs');
    expect(items.length).toBeGreaterThan(0);
    const ids = items.map(({ id }) => id);
    const runs = await Promise.all(
      ids.map(id =>
        waitFor(
          async () => {
            const run = await second.ask<Run>('GET', `/runs/${id}`);
            if (run.state === 'FAILED') throw new Error(run.reason);
            // That of Flink CDC has an end.
            return ['RUNNING', 'FINISHED'].includes(run.state) && run;
          },
          { timeoutMs: 120_000, what: `run ${id} is RUNNING` },
        ),
      ),
    );
    expect(runs.map(({ deployment }) => deployment)).toEqual(ids.map(() => 1));
    const jids = (await jobs()).map(({ jid }) => jid).sort();
    expect(jids).toEqual(ids.map(jobIdOf).sort());

    // Files of what runs, or has run, go without another submit or the end of a run.
    await waitFor(
      async () => {
        const left = await files();
        return !left.some(name => ids.some(id => name.includes(id)));
      },
      { timeoutMs: 60_000, what: 'no file of a submit is left' },
    );
    for (const { id, pipeline } of runs) {
      if (pipeline === 'cdc') continue;
      await second.ask('POST', `/runs/${id}/actions`, { action: 'cancel' });
    }
    await waitFor(
      async () =>
        (
          await jobs()
        ).every(({ state }) => ['CANCELED', 'FINISHED'].includes(state)),
      { timeoutMs: 60_000, what: 'every job has ended' },
    );
    expect((await jobs()).map(({ jid }) => jid).sort()).toEqual(jids);
  });
});

/** See docs/explanation/flink-runs.md. */
function jobIdOf(run: string): string {
  return createHash('sha256').update(`${run}/1`).digest('hex').slice(0, 32);
}
