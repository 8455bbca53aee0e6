import { ConnectionWithSecrets } from '@scaleph/backstage-plugin-scaleph-node';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import {
  artifactOf,
  documentOf,
  newEngine,
  targetOf,
  TestRun,
} from './__testUtils__/engineTest';
import { FlinkRestClient } from './rest/FlinkRestClient';
import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { ClusterFiles } from './submit/ClusterFiles';
import { bundleJars } from './submit/JarBundle';

// Each starts jobs of a real cluster.
jest.setTimeout(120_000);

const PASSWORD = 'n33dle-pw';

describeWithFlink('Submits', lab => {
  const engine = newEngine();
  const rest = async (where: string) =>
    (await fetch(`${lab.restUrl}${where}`)).text();
  const jobs = async () =>
    JSON.parse(await rest('/jobs/overview')).jobs as { jid: string }[];
  const target = async () => {
    const connectors = await readdir(lab.jars.cdcConnectors);
    return targetOf({
      restUrl: lab.restUrl,
      gatewayUrl: lab.gatewayUrl,
      seatunnel: { version: '2.3.4', home: lab.jars.seatunnelHome },
      cdc: {
        jars: [
          lab.jars.cdcDist,
          ...connectors.map(it => path.join(lab.jars.cdcConnectors, it)),
        ],
      },
    });
  };
  const runOf = async (
    spec: object,
    connections: Record<string, ConnectionWithSecrets> = {},
  ) => new TestRun(await target(), documentOf(spec), connections);
  const SQL = {
    type: 'flink-sql',
    mode: 'streaming',
    sql: {
      script: `CREATE TABLE a (x INT) WITH ('connector' = 'datagen', 'rows-per-second' = '5');
CREATE TABLE b (x INT) WITH ('connector' = 'blackhole');
INSERT INTO b SELECT x FROM a;`,
    },
  };
  const JAR = () => ({
    type: 'flink-jar',
    mode: 'streaming',
    jar: { artifact: { upload: lab.jars.topSpeedWindowing } },
  });
  const GRAPH = {
    type: 'seatunnel',
    mode: 'streaming',
    env: { parallelism: 1 },
    nodes: [
      {
        id: 'fake',
        kind: 'source',
        connector: 'FakeSource',
        options: {
          schema: { fields: { id: 'bigint' } },
          'row.num': 10,
        },
      },
      { id: 'out', kind: 'sink', connector: 'Console', options: {} },
    ],
    edges: [{ from: 'fake', to: 'out' }],
  };

  it.each([
    ['Flink SQL', () => SQL],
    ['a jar', JAR],
    ['SeaTunnel', () => GRAPH],
  ])('of %s by two back ends at once are one job', async (_, spec) => {
    const run = await runOf(spec());
    const ids = await Promise.all([
      run.submit(engine),
      run.submit(newEngine()),
      run.submit(newEngine()),
    ]);
    expect(new Set(ids).size).toBe(1);
    expect((await jobs()).filter(({ jid }) => jid === ids[0])).toHaveLength(1);
    await run.until(engine, it => it.kind === 'known');
    await run.cancel(engine);
    await run.until(
      engine,
      it => it.kind === 'known' && ['CANCELED', 'FINISHED'].includes(it.state),
    );
  });

  it('goes on after a crash between the upload and the run', async () => {
    const run = await runOf({ ...GRAPH, mode: 'batch' });
    const client = new FlinkRestClient({
      url: lab.restUrl,
      network: NetworkPolicy.allowAll(),
    });
    const files = new ClusterFiles(client);
    await files.jar(await bundleJars(undefined, []));
    await client.jars.upload({
      name: `scaleph-config-${run.runId}-1.jar`,
      content: (async function* left() {
        yield Buffer.from(PASSWORD);
      })(),
    });
    client.close();
    await run.submit(engine);
    await run.untilState(engine, 'FINISHED');
    await engine.cleanUp(undefined, run.context);
    expect(await rest('/jars')).not.toContain(run.runId);
  });

  it('starts a jar from a savepoint', async () => {
    const run = await runOf(JAR());
    await run.submit(engine);
    await run.untilState(engine, 'RUNNING');
    const location = await savepoint(run);
    run.deployment = 2;
    run.restore = { location, allowNonRestored: false };
    const id = await run.submit(engine);
    await run.untilState(engine, 'RUNNING');
    expect(await restoredFrom(id)).toBe(location);
    await run.cancel(engine);
  });

  async function savepoint(run: TestRun): Promise<string> {
    const operation = { id: run.runId, kind: 'stop' as const };
    for (;;) {
      const progress = await engine.perform(undefined, operation, run.context);
      if (progress.state === 'failed') throw new Error(progress.message);
      if (progress.state === 'completed') return progress.snapshot!.location;
    }
  }

  /** Flink answers from a cache of some seconds. */
  async function restoredFrom(jobId: string): Promise<string> {
    for (;;) {
      const { latest } = JSON.parse(await rest(`/jobs/${jobId}/checkpoints`));
      if (latest.restored) return latest.restored.external_path;
      await wait(200);
    }
  }

  it('brings the jars of Flink CDC to a cluster that has none', async () => {
    const { jars: folder } = lab;
    const connectors = (await readdir(folder.cdcConnectors)).filter(it =>
      it.includes('values'),
    );
    const run = await runOf({
      type: 'flink-cdc',
      mode: 'streaming',
      env: { flink: { 'execution.checkpointing.interval': '1 s' } },
      cdc: {
        definition:
          'source:\n  type: values\n  event-set.id: SINGLE_SPLIT_SINGLE_TABLE\nsink:\n  type: values\n',
        libraries: [
          folder.cdcDist,
          ...connectors.map(it => path.join(folder.cdcConnectors, it)),
        ].map(upload => ({ upload })),
      },
    });
    run.target.config.cdc = { jars: [] };
    await run.submit(engine);
    await expect(run.untilState(engine, 'FINISHED')).resolves.toBeDefined();
  });

  const databases =
    process.env.SCALEPH_TEST_POSTGRES_URL && process.env.SCALEPH_TEST_MYSQL_URL
      ? describe
      : describe.skip;
  databases('with databases', () => {
    // SeaTunnel's catalog does not see a database that is called postgres.
    const database = `flink_${process.pid}`;
    const postgres = (name = database) =>
      Object.assign(new URL(process.env.SCALEPH_TEST_POSTGRES_URL!), {
        pathname: `/${name}`,
      });
    const query = async (url: URL, sql: string) => {
      const client = new Client(url.href);
      await client.connect();
      try {
        return (await client.query(sql)).rows;
      } finally {
        await client.end();
      }
    };
    beforeAll(async () => {
      const role = `${database} LOGIN SUPERUSER PASSWORD '${PASSWORD}'`;
      await query(postgres('postgres'), `CREATE ROLE ${role}`);
      await query(postgres('postgres'), `CREATE DATABASE ${database}`);
    });
    afterAll(async () => {
      const drop = `DROP DATABASE ${database} WITH (FORCE)`;
      await query(postgres('postgres'), drop);
      await query(postgres('postgres'), `DROP ROLE ${database}`);
    });
    const warehouse = (): ConnectionWithSecrets => ({
      dataSource: 'warehouse',
      type: 'postgresql',
      config: {
        host: postgres().hostname,
        port: Number(postgres().port),
        database,
        user: database,
      },
      secrets: { password: PASSWORD },
    });

    it('writes with SeaTunnel into PostgreSQL, counts the rows, and leaves no password behind', async () => {
      const table = 'CREATE TABLE st_rows (id BIGINT PRIMARY KEY)';
      await query(postgres(), table);
      const run = await runOf(
        {
          ...GRAPH,
          mode: 'batch',
          nodes: [
            {
              ...GRAPH.nodes[0],
              options: {
                schema: { fields: { id: 'bigint' } },
                rows: [1, 2, 3].map(id => ({ kind: 'INSERT', fields: [id] })),
              },
            },
            {
              id: 'out',
              kind: 'sink',
              connector: 'Jdbc',
              dataSource: 'warehouse',
              options: { table: 'st_rows', primary_keys: ['id'] },
            },
          ],
        },
        { warehouse: warehouse() },
      );
      const plan = await run.plan(engine);
      const handle = await engine.submit(plan, {
        ...run.context,
        connections: async () => run.connections,
        artifacts: {
          read: ref => artifactOf('upload' in ref ? ref.upload : ''),
        },
      });
      await run.untilState(engine, 'FINISHED');
      const rows = await query(postgres(), 'SELECT id FROM st_rows');
      expect(rows.map(({ id }) => Number(id)).sort()).toEqual([1, 2, 3]);
      const ended = await engine.observe(handle, run.context);
      expect(ended).toMatchObject({
        nodes: expect.arrayContaining([
          expect.objectContaining({ node: 'fake', rowsOut: 3 }),
          expect.objectContaining({ node: 'out', rowsIn: 3 }),
        ]),
      });
      const shownLog = await engine.readText(
        handle,
        { process: 'jobmanager', text: 'log', tailBytes: 1_000_000 },
        run.context,
      );
      const config = await rest(`/jobs/${handle.jobId}/config`);
      const shown = JSON.stringify([plan, handle, ended, config, shownLog]);
      expect(shown).not.toContain('n33dle');
    });

    const mysql = () => new URL(process.env.SCALEPH_TEST_MYSQL_URL!);
    const shop = (): ConnectionWithSecrets => ({
      dataSource: 'shop',
      type: 'mysql',
      config: {
        host: mysql().hostname,
        port: Number(mysql().port),
        database: mysql().pathname.slice(1) || 'test',
        user: decodeURIComponent(mysql().username),
      },
      secrets: { password: decodeURIComponent(mysql().password) },
    });

    it('follows MySQL with Flink CDC, from a savepoint too, and leaves no password behind', async () => {
      const { database: name } = shop().config;
      const connection = await createConnection(mysql().href);
      await connection.query(`CREATE DATABASE IF NOT EXISTS ${name}`);
      await connection.query(
        `CREATE OR REPLACE TABLE ${name}.cdc_rows (id INT PRIMARY KEY)`,
      );
      await connection.query(`INSERT INTO ${name}.cdc_rows VALUES (1), (2)`);
      const run = await runOf(
        {
          type: 'flink-cdc',
          mode: 'streaming',
          env: { flink: { 'execution.checkpointing.interval': '1 s' } },
          cdc: {
            definition: `source:
  type: mysql
  hostname: \${data-source.shop.host}
  port: \${data-source.shop.port}
  username: \${data-source.shop.username}
  password: \${data-source.shop.password}
  tables: ${name}.cdc_rows
  server-time-zone: UTC
sink:
  type: values
`,
          },
        },
        { shop: shop() },
      );
      const first = await run.submit(engine);
      await run.untilState(engine, 'RUNNING');
      const location = await savepoint(run);
      run.deployment = 2;
      run.restore = { location, allowNonRestored: false };
      const second = await run.submit(engine);
      await run.untilState(engine, 'RUNNING');
      await connection.end();
      expect(await restoredFrom(second)).toBe(location);
      expect(await rest('/jars')).not.toContain(run.runId);
      const { password } = shop().secrets;
      expect(password.length).toBeGreaterThan(4);
      for (const where of [
        `/jobs/${first}/config`,
        `/jobs/${first}/exceptions`,
        '/jobmanager/log',
      ]) {
        expect(await rest(where)).not.toContain(password);
      }
      await run.cancel(engine);
      await run.untilState(engine, 'CANCELED');
    });

    it('says for good that a password is wrong, without it', async () => {
      const run = await runOf(
        {
          type: 'flink-sql',
          mode: 'batch',
          sql: {
            script: `CREATE TABLE a (x INT) WITH ('connector' = 'jdbc', 'url' = '\${data-source.warehouse.url}', 'table-name' = 'st_rows', 'username' = '\${data-source.warehouse.username}', 'password' = '\${data-source.warehouse.password}');
CREATE TABLE b (x INT) WITH ('connector' = 'blackhole');
INSERT INTO b SELECT x FROM a;`,
          },
        },
        {
          warehouse: {
            ...warehouse(),
            secrets: { password: 'another n33dle' },
          },
        },
      );
      await run.submit(engine);
      const error = await run.untilState(engine, 'FINISHED').catch(it => it);
      expect(String(error)).not.toContain('n33dle');
    });
  });
});
