import {
  describeWithFlink,
  OwnFlinkCluster,
} from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { TargetConnection } from '@scaleph/backstage-plugin-scaleph-node';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  documentOf,
  newEngine,
  targetOf,
  TestRun,
} from './__testUtils__/engineTest';

/*
 * What a user does, on each release of Flink that was fetched beside the one
 * that all tests use: docs/reference/flink-versions.md has the outcome.
 */

// A cluster and jobs for each release, on machines that may be busy.
jest.setTimeout(240_000);

describeWithFlink('Other releases of Flink', lab => {
  // None in a fresh clone: node tools/engines/cli.mjs fetch-flink .cache/engines VERSION
  it('are whole', async () => {
    for (const { version, lib } of lab.otherVersions) {
      expect(await readdir(lib)).toContain(`flink-dist-${version}.jar`);
    }
  });

  if (lab.otherVersions.length === 0) return;

  describe.each(lab.otherVersions)('$version', ({ version, lib }) => {
    const engine = newEngine();
    const { targetType, sql } = engine;
    let cluster: OwnFlinkCluster;
    let target: TargetConnection;
    let directory: string;

    beforeAll(async () => {
      cluster = await lab.startCluster({ flinkVersion: version });
      const { restUrl, gatewayUrl } = cluster;
      target = targetOf({ restUrl, gatewayUrl });
      directory = await mkdtemp(path.join(tmpdir(), 'scaleph-job-'));
      await compileJob(directory, lib);
    });
    afterAll(async () => {
      await cluster?.stop();
      await rm(directory, { recursive: true });
    });

    const runOf = (spec: object) => new TestRun(target, documentOf(spec));
    const STREAM = {
      type: 'flink-sql',
      mode: 'streaming',
      sql: {
        script: `CREATE TABLE a (x INT) WITH ('connector' = 'datagen', 'rows-per-second' = '50');
CREATE TABLE b (x INT) WITH ('connector' = 'blackhole');
INSERT INTO b SELECT x FROM a WHERE x > 0;`,
      },
    };
    const jar = () => ({
      type: 'flink-jar',
      mode: 'streaming',
      jar: { artifact: { upload: path.join(directory, 'job.jar') } },
    });
    const perform = async (
      run: TestRun,
      kind: 'savepoint' | 'stop',
    ): Promise<string> => {
      const operation = { id: randomUUID().replaceAll('-', ''), kind };
      for (;;) {
        const progress = await engine.perform(
          undefined,
          operation,
          run.context,
        );
        if (progress.state === 'failed') throw new Error(progress.message);
        if (progress.state === 'completed') {
          return progress.snapshot!.location;
        }
        await wait(200);
      }
    };

    it('is registered: it answers, and shows what it is', async () => {
      const signal = AbortSignal.timeout(30_000);
      const answer = await targetType.test(target, { signal });
      expect(answer).toContain(`Flink ${version} answered`);
      expect(answer).toContain('SQL Gateway');
      expect(await targetType.health(target)).toMatchObject({
        healthy: true,
        version,
      });
      expect(await targetType.overview!(target)).toMatchObject({ slots: 4 });
      const { items } = await targetType.configuration!(target);
      expect(items.length).toBeGreaterThan(5);
      const processes = await targetType.processes!(target);
      expect(processes.items).toHaveLength(2);
      for (const { id } of processes.items) {
        for (const text of ['log', 'thread-dump'] as const) {
          const request = { process: id, text, tailBytes: 10_000 };
          expect((await targetType.readText!(target, request)).text).not.toBe(
            '',
          );
        }
      }
    });

    it('answers in the console', async () => {
      const session = await sql.open(target, { name: 'x', settings: {} });
      const operation = await sql.execute(target, session, {
        statement: "SELECT 1, 'a', CAST(NULL AS INT)",
      });
      const rows: unknown[] = [];
      let token: string | undefined;
      do {
        const options = { token, waitMs: 30_000, maxRows: 100 };
        const page = await sql.fetch(target, session, operation, options);
        expect(page.error).toBeUndefined();
        rows.push(...page.rows);
        token = page.next;
      } while (token !== undefined);
      expect(rows).toEqual([[1, 'a', null]]);
      await sql.close(target, session);
    });

    it.each([
      ['a script', () => STREAM],
      ['a jar', jar],
    ])(
      'runs %s: all views, savepoint, stop, and on from it',
      async (_, spec) => {
        const run = runOf(spec());
        const first = await run.submit(engine);
        await run.untilState(engine, 'RUNNING');
        // Submitted again it is the same job.
        expect(await run.submit(engine)).toBe(first);
        await run.until(
          engine,
          it => it.kind === 'known' && (it.rows?.read ?? 0) > 0,
        );
        for (const view of [
          'graph',
          'throughput',
          'checkpoints',
          'exceptions',
          'configuration',
          'processes',
        ] as const) {
          expect(
            await engine.inspect(undefined, view, run.context),
          ).toBeTruthy();
        }
        const graph = await engine.inspect(undefined, 'graph', run.context);
        expect(graph.vertices.length).toBeGreaterThan(0);
        expect(await perform(run, 'savepoint')).toMatch(/^file:/);
        const location = await perform(run, 'stop');
        await run.untilState(engine, 'FINISHED');
        run.deployment = 2;
        run.restore = { location, allowNonRestored: false };
        const second = await run.submit(engine);
        expect(second).not.toBe(first);
        await run.untilState(engine, 'RUNNING');
        // Flink answers from a cache of some seconds.
        let restored: { external_path: string } | null = null;
        while (!restored) {
          await wait(200);
          const url = `${cluster.restUrl}/jobs/${second}/checkpoints`;
          restored = (await (await fetch(url)).json()).latest.restored;
        }
        expect(restored.external_path).toBe(location);
        await run.cancel(engine);
        await run.untilState(engine, 'CANCELED');
        await engine.deleteSnapshot({ kind: 'savepoint', location } as never, {
          target,
          logger: run.context.logger,
        });
      },
    );
  });
});

/** Endless, and written for no release in particular. */
const JOB = `
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public class Job {
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    // Slow before the exchange: no savepoint waits for what is on its way.
    environment.fromSequence(1, 1_000_000_000L).map(Job::slow).keyBy(it -> it % 8).print();
    environment.execute("job");
  }

  static Long slow(Long it) throws InterruptedException {
    Thread.sleep(100);
    return it;
  }
}
`;

async function compileJob(directory: string, lib: string): Promise<void> {
  const run = promisify(execFile);
  const source = path.join(directory, 'Job.java');
  const classes = path.join(directory, 'classes');
  await writeFile(source, JOB);
  await run('javac', [
    ...['--release', '11', '-nowarn', '-proc:none'],
    ...['-cp', path.join(lib, '*'), '-d', classes, source],
  ]);
  const file = path.join(directory, 'job.jar');
  await run('jar', [
    ...['--create', '--file', file, '--main-class', 'Job'],
    ...['-C', classes, '.'],
  ]);
}
