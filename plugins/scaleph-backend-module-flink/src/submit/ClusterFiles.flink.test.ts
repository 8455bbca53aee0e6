import { mockServices } from '@backstage/backend-test-utils';
import {
  ArtifactContent,
  NetworkPolicy,
} from '@scaleph/backstage-plugin-scaleph-node';
import {
  describeWithFlink,
  OwnFlinkCluster,
} from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  artifactOf,
  documentOf,
  newEngine,
  targetOf,
  TestRun,
} from '../__testUtils__/engineTest';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { ClusterFiles, configName } from './ClusterFiles';
import { FileSweeper } from './FileSweeper';
import { flinkJobId } from './flinkJobId';

jest.setTimeout(120_000);

const HOUR = 3_600_000;

describeWithFlink('Jars that were uploaded to a cluster', lab => {
  // Its own: jars of other tests are not to be swept.
  let cluster: OwnFlinkCluster;
  let rest: FlinkRestClient;
  let directory: string;

  beforeAll(async () => {
    cluster = await lab.startCluster({ gateway: false });
    const network = NetworkPolicy.allowAll();
    rest = new FlinkRestClient({ url: cluster.restUrl, network });
    directory = await mkdtemp(path.join(tmpdir(), 'scaleph-jars-'));
  });
  afterAll(async () => {
    rest.close();
    await cluster.stop();
    await rm(directory, { recursive: true });
  });

  const later = (hours: number) =>
    new ClusterFiles(rest, () => Date.now() + hours * HOUR);
  const names = async () => (await rest.jars.list()).map(({ name }) => name);
  const uploadAs = (name: string) =>
    rest.jars.upload({
      name,
      content: (async function* once() {
        yield Buffer.from('any');
      })(),
    });
  const newJar = async (): Promise<ArtifactContent> => {
    const file = path.join(directory, `${randomUUID()}.jar`);
    await writeFile(file, randomUUID());
    return artifactOf(file);
  };

  it('is there once, whoever runs it how often', async () => {
    const engine = newEngine();
    const library = path.join(directory, 'library.jar');
    await writeFile(library, randomUUID());
    const before = await names();
    for (let time = 0; time < 3; time++) {
      const run = new TestRun(
        targetOf({ restUrl: cluster.restUrl }),
        documentOf({
          type: 'flink-jar',
          mode: 'streaming',
          jar: {
            artifact: { upload: lab.jars.topSpeedWindowing },
            libraries: [{ upload: library }],
          },
        }),
      );
      await run.submit(newEngine());
      await run.untilState(engine, 'RUNNING');
      await run.cancel(engine);
      await run.untilState(engine, 'CANCELED');
      await engine.cleanUp(undefined, run.context);
    }
    const added = (await names()).filter(name => !before.includes(name));
    expect(added).toEqual([
      expect.stringMatching(/^scaleph-[0-9a-f]{64}\.jar$/),
    ]);
  });

  it('goes after a day, and nothing else does', async () => {
    const jar = await newJar();
    const name = `scaleph-${jar.sha256}.jar`;
    const foreign = [
      'job.jar',
      'scaleph-job.jar',
      `my-${name}`,
      `${name.replace('.jar', '')}-2.jar`,
      `scaleph-${jar.sha256.toUpperCase().replace(/[0-9]/g, 'A')}.jar`,
    ];
    for (const other of foreign) await uploadAs(other);
    await later(0).jar(jar);
    await later(23).sweep();
    expect(await names()).toContain(name);
    await later(25).sweep();
    const left = await names();
    expect(left).not.toContain(name);
    expect(left).toEqual(expect.arrayContaining(foreign));
    // Harmless when there is nothing left.
    await later(25).sweep();
  });

  it('leaves no configuration once the job runs that has read it', async () => {
    const [done, other] = [randomUUID(), randomUUID()];
    const [first, second, theirs] = [
      { runId: done, deployment: 1 },
      { runId: done, deployment: 2 },
      { runId: other, deployment: 1 },
    ].map(configName);
    for (const name of [first, second, theirs]) await uploadAs(name);
    const logger = mockServices.logger.mock();
    await new FileSweeper({ rest, logger }).hasRead({
      runId: done,
      deployment: 1,
    });
    const left = await names();
    expect(left).not.toContain(first);
    expect(left).toEqual(expect.arrayContaining([second, theirs]));
    await later(0).sweep({ runId: done });
    expect(await names()).toContain(theirs);
    expect(await names()).not.toContain(second);
  });

  it('is made anew before it is used when it might go', async () => {
    const jar = await newJar();
    const first = await later(0).jar(jar);
    expect(await later(11).jar(jar)).toBe(first);
    const second = await later(13).jar(jar);
    expect(second).not.toBe(first);
    // The newest counts.
    expect(await later(0).jar(jar)).toBe(second);
  });

  it('is not needed by the job that runs it', async () => {
    const engine = newEngine();
    const run = new TestRun(
      targetOf({ restUrl: cluster.restUrl }),
      documentOf({
        type: 'flink-jar',
        mode: 'streaming',
        env: {
          flink: {
            'restart-strategy.type': 'fixed-delay',
            'restart-strategy.fixed-delay.attempts': '9',
          },
        },
        jar: { artifact: { upload: lab.jars.topSpeedWindowing } },
      }),
    );
    await run.submit(engine);
    await run.untilState(engine, 'RUNNING');
    await later(25).sweep();
    expect(
      (await names()).filter(it => /^scaleph-[0-9a-f]{64}\.jar$/.test(it)),
    ).toEqual([]);
    // It starts again from what Flink keeps.
    await cluster.kill('taskmanager-1');
    await cluster.start('taskmanager-1');
    const jobId = flinkJobId(run);
    for (;;) {
      const { state, vertices } = await rest.jobs.detail(jobId);
      expect(state).not.toBe('FAILED');
      const { history } = await rest.jobs.exceptions(jobId);
      const runs = vertices.every(({ status }) => status === 'RUNNING');
      if (history.length > 0 && runs && state === 'RUNNING') break;
      await wait(200);
    }
    await run.cancel(engine);
    await run.untilState(engine, 'CANCELED');
    const again = new TestRun(run.target, run.document);
    await again.submit(engine);
    await again.untilState(engine, 'RUNNING');
    await again.cancel(engine);
  });
});
