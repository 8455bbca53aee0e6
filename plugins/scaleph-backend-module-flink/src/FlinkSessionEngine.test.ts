import { ConnectionWithSecrets } from '@scaleph/backstage-plugin-scaleph-node';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  documentOf,
  newEngine,
  targetOf,
  TestRun,
} from './__testUtils__/engineTest';

const SECRET = "s3cr3t'needle";
const shop: ConnectionWithSecrets = {
  dataSource: 'shop',
  type: 'postgresql',
  config: { host: 'db', database: 'shop', user: 'etl' },
  secrets: { password: SECRET },
};

const BATCH = `CREATE TABLE src (a BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '10');
CREATE TABLE snk (a BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO snk SELECT a FROM src;`;
const STREAM = BATCH.replace(
  "'number-of-rows' = '10'",
  "'rows-per-second' = '5'",
);

describeWithFlink('FlinkSessionEngine', lab => {
  const engine = newEngine();
  const target = targetOf({
    restUrl: lab.restUrl,
    gatewayUrl: lab.gatewayUrl,
    seatunnel: { version: '2.3.4', home: lab.jars.seatunnelHome },
  });
  const runOf = (
    spec: object,
    connections: Record<string, ConnectionWithSecrets> = {},
    parameters: Record<string, string> = {},
  ) => new TestRun(target, documentOf(spec), connections, parameters);
  const sql = (script: string, mode = 'batch', more: object = {}) => ({
    type: 'flink-sql',
    mode,
    sql: { script },
    ...more,
  });
  const rest = async (where: string) => {
    const response = await fetch(`${lab.restUrl}${where}`);
    return response.text();
  };
  const jobsOf = async (id: string) => {
    const { jobs } = JSON.parse(await rest('/jobs/overview'));
    return jobs.filter((job: { jid: string }) => job.jid === id);
  };

  describe('Flink SQL', () => {
    it('runs a batch; submitted twice it is one job', async () => {
      const run = runOf(sql(BATCH));
      const id = await run.submit(engine);
      expect(await run.submit(newEngine())).toBe(id);
      await run.untilState(engine, 'FINISHED');
      expect(await run.submit(engine)).toBe(id);
      expect(await jobsOf(id)).toHaveLength(1);
    }, 60_000);

    it('runs several INSERTs as one job, and says so', async () => {
      const run = runOf(
        sql(`${BATCH}\nINSERT INTO snk SELECT a + 1 FROM src;`),
      );
      expect((await run.plan(engine)).warnings).toMatchObject([
        { code: 'statement-set' },
      ]);
      const id = await run.submit(engine);
      await run.untilState(engine, 'FINISHED');
      expect(await jobsOf(id)).toHaveLength(1);
    }, 60_000);

    it('goes on from a savepoint under a new job', async () => {
      const run = runOf(sql(STREAM, 'streaming'));
      const first = await run.submit(engine);
      await run.untilState(engine, 'RUNNING');
      const operation = { id: run.runId, kind: 'suspend' as const };
      let progress = await engine.perform(undefined, operation, run.context);
      while (progress.state === 'running') {
        progress = await engine.perform(undefined, operation, run.context);
      }
      expect(progress).toMatchObject({ state: 'completed' });
      const { snapshot } = progress as { snapshot: { location: string } };
      run.deployment = 2;
      run.restore = { location: snapshot.location, allowNonRestored: false };
      const second = await run.submit(engine);
      expect(second).not.toBe(first);
      await run.untilState(engine, 'RUNNING');
      // Flink answers from a cache of some seconds.
      let restored: { external_path: string } | null = null;
      while (!restored) {
        await wait(200);
        const answer = await rest(`/jobs/${second}/checkpoints`);
        restored = JSON.parse(answer).latest.restored;
      }
      expect(restored.external_path).toBe(snapshot.location);
      await run.cancel(engine);
      await run.untilState(engine, 'CANCELED');
    }, 90_000);

    it.each([
      ['SELEC', 'INSERT INTO snk\n  SELEC a FROM src', 'line 3'],
      [
        'an unknown column',
        'INSERT INTO snk\n  SELECT nope FROM src',
        'line 4, column 10',
      ],
      ['an unknown table', 'INSERT INTO nope SELECT a FROM src', 'nope'],
    ])(
      'says where %s is wrong, for good',
      async (_, insert, where) => {
        const tables = BATCH.slice(0, BATCH.indexOf('INSERT'));
        const run = runOf(sql(`${tables}${insert}`));
        const error = await run.submit(engine).catch(it => it);
        expect(error.name).toBe('InputError');
        expect(error.message).toContain(where);
        await expect(
          engine.observe(undefined, run.context),
        ).resolves.toMatchObject({ kind: 'unknown' });
      },
      60_000,
    );

    it('puts in secrets at the submit alone', async () => {
      const script = `CREATE TABLE snk (a STRING) WITH ('connector' = 'jdbc', 'url' = '\${data-source.shop.url}', 'table-name' = '\${t}', 'password' = '\${data-source.shop.password}', 'driver' = 'no.such.Driver');
INSERT INTO snk SELECT 'a'`;
      const run = runOf(
        sql(script, 'batch', { parameters: { t: {} } }),
        { shop },
        { t: "o'rders" },
      );
      const plan = await run.plan(engine);
      const shown = plan.artifacts[0].content;
      expect(shown).toContain("'password' = '******'");
      expect(shown).toContain("'table-name' = 'o''rders'");
      expect(shown).toContain("'url' = 'jdbc:postgresql://db:5432/shop");
      expect(JSON.stringify(plan)).not.toContain('needle');
      const error = await run.submit(engine).catch(it => it);
      expect(String(error.message)).not.toContain('needle');
    }, 60_000);
  });

  describe('jars', () => {
    const jar = (more: object = {}) => ({
      type: 'flink-jar',
      mode: 'streaming',
      jar: { artifact: { upload: lab.jars.topSpeedWindowing }, ...more },
    });

    it('runs one; submitted twice it is one job', async () => {
      const first = runOf(jar());
      const second = runOf(jar());
      const ids = [await first.submit(engine), await second.submit(engine)];
      expect(await first.submit(newEngine())).toBe(ids[0]);
      await first.untilState(engine, 'RUNNING');
      for (const run of [first, second]) {
        await run.cancel(engine);
        await run.untilState(engine, 'CANCELED');
      }
    }, 90_000);

    it('brings libraries with it', async () => {
      const [library] = await readdir(lab.jars.cdcConnectors);
      const run = runOf(
        jar({
          libraries: [{ upload: path.join(lab.jars.cdcConnectors, library) }],
        }),
      );
      await run.submit(engine);
      await expect(run.untilState(engine, 'RUNNING')).resolves.toBeDefined();
      await run.cancel(engine);
      await run.untilState(engine, 'CANCELED');
    }, 90_000);

    it('says which class there is not, for good', async () => {
      const run = runOf(jar({ entryClass: 'no.such.Main' }));
      await expect(run.submit(engine)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('no.such.Main'),
      });
    }, 60_000);
  });

  describe('SeaTunnel', () => {
    const graph = (options: object = {}, mode = 'batch') => ({
      type: 'seatunnel',
      mode,
      env: { parallelism: 1 },
      nodes: [
        {
          id: 'fake',
          kind: 'source',
          connector: 'FakeSource',
          options: {
            schema: { fields: { id: 'bigint', name: 'string' } },
            'row.num': 50,
            ...options,
          },
        },
        {
          id: 'few',
          kind: 'transform',
          connector: 'Sql',
          options: { query: 'SELECT id, name FROM fake WHERE id > 0' },
        },
        { id: 'out', kind: 'sink', connector: 'Console', options: {} },
      ],
      edges: [
        { from: 'fake', to: 'few' },
        { from: 'few', to: 'out' },
      ],
    });

    it('runs a graph; submitted twice it is one job; no configuration stays', async () => {
      const run = runOf(graph());
      const id = await run.submit(engine);
      expect(await run.submit(newEngine())).toBe(id);
      await run.untilState(engine, 'FINISHED');
      expect(await jobsOf(id)).toHaveLength(1);
      expect(await rest('/jars')).not.toContain(run.runId);
    }, 90_000);

    it('sweeps the configuration of a submit that was killed', async () => {
      const run = runOf(graph());
      const body = new FormData();
      body.append(
        'jarfile',
        new Blob(['secret']),
        `scaleph-config-${run.runId}-1.jar`,
      );
      await fetch(`${lab.restUrl}/jars/upload`, { method: 'POST', body });
      expect(await rest('/jars')).toContain(run.runId);
      await engine.cleanUp(undefined, run.context);
      expect(await rest('/jars')).not.toContain(run.runId);
    }, 60_000);
  });

  describe('Flink CDC', () => {
    const cdcTarget = async () => {
      const connectors = await readdir(lab.jars.cdcConnectors);
      return targetOf({
        restUrl: lab.restUrl,
        cdc: {
          jars: [
            lab.jars.cdcDist,
            ...connectors.map(it => path.join(lab.jars.cdcConnectors, it)),
          ],
        },
      });
    };
    const VALUES = `source:
  type: values
  event-set.id: SINGLE_SPLIT_MULTI_TABLES
sink:
  type: values
  print.enabled: "true"
`;

    it.each(['batch', 'streaming'])(
      'runs a definition as %s; submitted twice it is one job; no definition stays',
      async mode => {
        const run = new TestRun(
          await cdcTarget(),
          documentOf({
            type: 'flink-cdc',
            mode,
            env: { flink: { 'execution.checkpointing.interval': '1 s' } },
            cdc: { definition: VALUES },
          }),
        );
        const id = await run.submit(engine);
        expect(await run.submit(newEngine())).toBe(id);
        await run.untilState(engine, 'FINISHED');
        expect(await jobsOf(id)).toHaveLength(1);
        expect(await rest('/jars')).not.toContain(run.runId);
      },
      90_000,
    );

    it('says what is wrong with a definition, for good', async () => {
      const run = new TestRun(
        await cdcTarget(),
        documentOf({
          type: 'flink-cdc',
          mode: 'streaming',
          cdc: { definition: VALUES.replace('type: values', 'type: nosuch') },
        }),
      );
      const error = await run.submit(engine).catch(it => it);
      expect(error.name).toBe('InputError');
      expect(error.message).toContain('nosuch');
    }, 60_000);
  });
});
