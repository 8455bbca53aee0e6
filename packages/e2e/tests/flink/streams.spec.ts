import fs from 'node:fs';
import path from 'node:path';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { startKafkaBroker } from '../../../../tools/engines/kafkaBroker.mjs';
import { thisProcess } from '../../../../tools/engines/processIdentity.mjs';
import { startMariadb } from '../../../../tools/test-servers/mariadb.mjs';
import { startPostgres } from '../../../../tools/test-servers/postgres.mjs';
import {
  expect,
  flinkTest,
  FLINK_HOME,
  Lab,
  unique,
} from '../../support/flink';

const OWNER = 'group:default/data';
/** What the source makes; the sinks must count exactly so many. */
const ROWS = 30_000;
const CHECKPOINTS = {
  'execution.checkpointing.interval': '1 s',
  'restart-strategy.type': 'fixed-delay',
  'restart-strategy.fixed-delay.attempts': '20',
  'restart-strategy.fixed-delay.delay': '1 s',
};

interface Servers {
  kafka: string;
  warehouse: pg.Client;
  /** Names of the data sources. */
  postgres: string;
  mysql: string;
  shop: mysql.Connection;
}

const test = flinkTest.extend<{}, { servers: Servers }>({
  servers: [
    async ({ lab }, use) => {
      if (process.env.SCALEPH_NO_FLINK) {
        await use(undefined as never);
        return;
      }
      const home = FLINK_HOME;
      const directory = path.join(home, 'tests', `kafka-${process.pid}`);
      const broker = await startKafkaBroker({
        home,
        directory,
        owner: thisProcess(),
      });
      const postgres = await startPostgres();
      const mariadb = await startMariadb();
      const warehouse = new pg.Client({ connectionString: postgres.url });
      await warehouse.connect();
      const shop = await mysql.createConnection(mariadb.url);
      try {
        await use({
          kafka: broker.bootstrapServers,
          warehouse,
          shop,
          postgres: await addDataSource(lab, 'postgresql', postgres.url),
          mysql: await addDataSource(lab, 'mysql', mariadb.url),
        });
      } finally {
        await warehouse.end();
        await shop.end();
        await mariadb.stop();
        await postgres.stop();
        await broker.stop();
        fs.rmSync(directory, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 600_000 },
  ],
});

async function addDataSource(lab: Lab, type: string, at: string) {
  const url = new URL(at);
  const name = unique(type);
  await lab.call('POST', '/scaleph/data-sources', {
    body: {
      name,
      type,
      owner: OWNER,
      config: {
        host: url.hostname,
        port: Number(url.port),
        database: url.pathname.slice(1),
        user: url.username,
      },
      secrets: { password: { value: decodeURIComponent(url.password) } },
    },
  });
  return name;
}

const jdbc = (dataSource: string, table: string) => `
  'connector' = 'jdbc',
  'url' = '\${data-source.${dataSource}.url}',
  'username' = '\${data-source.${dataSource}.username}',
  'password' = '\${data-source.${dataSource}.password}',
  'table-name' = '${table}',
  'sink.buffer-flush.interval' = '200ms'`;

const numbers = (topic: string, servers: Servers) => `
CREATE TABLE topic (id BIGINT) WITH (
  'connector' = 'kafka',
  'topic' = '${topic}',
  'properties.bootstrap.servers' = '${servers.kafka}',
  'properties.group.id' = '${topic}',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = '${topic}',
  'properties.transaction.timeout.ms' = '300000',
  'format' = 'json'
);`;

const produce = (topic: string, servers: Servers) => `
CREATE TABLE made (id BIGINT) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '1500',
  'fields.id.kind' = 'sequence',
  'fields.id.start' = '1',
  'fields.id.end' = '${ROWS}'
);
${numbers(topic, servers)}
INSERT INTO topic SELECT id FROM made;`;

const count = (topic: string, servers: Servers, table: string) => `
${numbers(topic, servers)}
CREATE TABLE counted (
  bucket BIGINT,
  rows_seen BIGINT,
  total BIGINT,
  PRIMARY KEY (bucket) NOT ENFORCED
) WITH (${jdbc(servers.postgres, table)});
INSERT INTO counted SELECT MOD(id, 7), COUNT(*), SUM(id) FROM topic GROUP BY MOD(id, 7);`;

const sqlPipeline = (script: string) => ({
  type: 'flink-sql',
  mode: 'streaming',
  env: { parallelism: 1, flink: CHECKPOINTS },
  recovery: { restore: 'always', maxAttempts: 10, backOffSeconds: 1 },
  sql: { script },
});

/** `[rows, sum of ids]` of a table of counts. */
async function counted(servers: Servers, table: string) {
  const { rows } = await servers.warehouse.query(
    `select coalesce(sum(rows_seen), 0)::text as seen, coalesce(sum(total), 0)::text as total from ${table}`,
  );
  return [Number(rows[0].seen), Number(rows[0].total)];
}

async function createCounts(servers: Servers, table: string) {
  await servers.warehouse.query(
    `create table ${table} (bucket bigint primary key, rows_seen bigint, total bigint)`,
  );
}

const SUM = (ROWS * (ROWS + 1)) / 2;
const untilCounted = (lab: Lab, servers: Servers, table: string) =>
  lab.until(
    `${table} holds every row once`,
    () => counted(servers, table),
    ([seen, total]) => seen >= ROWS && total >= SUM,
    120,
  );

test.describe('streams', () => {
  test('datagen to Kafka to PostgreSQL: exactly once, also when a TaskManager is killed', async ({
    lab,
    servers,
  }) => {
    test.setTimeout(300_000);
    await createCounts(servers, 'killed');
    const topic = unique('killed');
    const source = await lab.start(
      await lab.publish(unique('make'), sqlPipeline(produce(topic, servers))),
    );
    const sink = await lab.start(
      await lab.publish(
        unique('count'),
        sqlPipeline(count(topic, servers, 'killed')),
      ),
    );
    await lab.until(
      'some rows are counted',
      () => counted(servers, 'killed'),
      ([seen]) => seen > ROWS / 6,
      90,
    );
    const { body } = await lab.call(
      'GET',
      `/scaleph/runs/${sink.id}/job/processes`,
    );
    expect(body.items.length).toBeGreaterThan(1);
    // Both jobs have tasks on one of the two; killed one after the other, each job is hit.
    for (const name of ['taskmanager-1', 'taskmanager-2']) {
      await lab.cluster.kill(name);
      await lab.cluster.start(name);
      await lab.reach(sink.id, 'RUNNING', 90);
    }
    await lab.reach(source.id, 'FINISHED', 120);
    await untilCounted(lab, servers, 'killed');
    // Once more rows than there are would show after the next checkpoint at the latest.
    const before = (
      await lab.call('GET', `/scaleph/runs/${sink.id}/job/checkpoints`)
    ).body.counts.completed;
    await lab.until(
      'two more checkpoints',
      async () =>
        (
          await lab.call('GET', `/scaleph/runs/${sink.id}/job/checkpoints`)
        ).body.counts.completed,
      completed => completed >= before + 2,
    );
    expect(await counted(servers, 'killed')).toEqual([ROWS, SUM]);
    await lab.act(sink.id, { action: 'cancel' });
    await lab.reach(sink.id, 'CANCELED');
  });

  test('an upgrade keeps the counts, and one that fails goes back', async ({
    lab,
    servers,
  }) => {
    test.setTimeout(300_000);
    await createCounts(servers, 'upgraded');
    const topic = unique('upgraded');
    const source = await lab.start(
      await lab.publish(unique('make'), sqlPipeline(produce(topic, servers))),
    );
    const pipeline = await lab.publish(
      unique('count'),
      sqlPipeline(count(topic, servers, 'upgraded')),
    );
    const first = await lab.start(pipeline);
    await lab.until(
      'some rows are counted',
      () => counted(servers, 'upgraded'),
      ([seen]) => seen > ROWS / 10,
      90,
    );

    await publishNext(lab, pipeline, {
      ...sqlPipeline(count(topic, servers, 'upgraded')),
      env: { parallelism: 2, flink: CHECKPOINTS },
    });
    const second = await lab.act(first.id, { action: 'upgrade' });
    expect(second).toMatchObject({ version: 2, upgradeOf: first.id });
    await lab.reach(second.id, 'RUNNING', 90);
    const ended = await lab.reach(first.id, 'CANCELED', 90);
    expect(ended).toMatchObject({ upgradedBy: second.id });

    // A table that does not exist: the job starts, and fails at its first rows.
    await publishNext(lab, pipeline, {
      ...sqlPipeline(count(topic, servers, 'no_such_table')),
      env: {
        parallelism: 1,
        flink: {
          ...CHECKPOINTS,
          'restart-strategy.fixed-delay.attempts': '1',
        },
      },
    });
    const third = await lab.act(second.id, { action: 'upgrade' });
    await lab.reach(third.id, 'FAILED', 120);
    const back = await lab.reach(second.id, 'RUNNING', 120);
    expect(back.deployment).toBe(2);

    await lab.reach(source.id, 'FINISHED', 120);
    await untilCounted(lab, servers, 'upgraded');
    expect(await counted(servers, 'upgraded')).toEqual([ROWS, SUM]);
    await lab.act(second.id, { action: 'stop' });
    const stopped = await lab.reach(second.id, 'FINISHED');
    expect(stopped.reason ?? '').not.toContain('password');
  });

  test('a JobManager that lost everything: restored from the last checkpoint, nothing lost or doubled', async ({
    lab,
    servers,
  }) => {
    test.setTimeout(300_000);
    await createCounts(servers, 'lost');
    const topic = unique('lost');
    const source = await lab.start(
      await lab.publish(unique('make'), sqlPipeline(produce(topic, servers))),
    );
    await lab.reach(source.id, 'FINISHED', 120);
    const sink = await lab.start(
      await lab.publish(
        unique('count'),
        sqlPipeline(count(topic, servers, 'lost')),
      ),
    );
    await untilCounted(lab, servers, 'lost');
    await lab.until(
      'a checkpoint is known',
      async () =>
        (
          await lab.call('GET', `/scaleph/runs/${sink.id}/snapshots`)
        ).body.items.length,
      length => length > 0,
    );
    await lab.cluster.kill('jobmanager');
    await lab.until(
      'the state is not known',
      () => lab.get(sink.id),
      ({ state }) => state === 'RECONCILING',
      30,
    );
    await lab.cluster.start('jobmanager');
    const restored = await lab.until(
      'it runs again',
      () => lab.get(sink.id),
      ({ state, deployment }) => state === 'RUNNING' && deployment === 2,
      90,
    );
    expect(restored.startedFrom).toMatchObject({ kind: 'checkpoint' });
    expect(await counted(servers, 'lost')).toEqual([ROWS, SUM]);
    const { body } = await lab.call(
      'GET',
      `/scaleph/targets/${lab.target}/overview`,
    );
    const live = body.jobs.filter(
      (job: { state: string }) => job.state === 'RUNNING',
    );
    expect(live).toHaveLength(1);
    await lab.act(sink.id, { action: 'cancel' });
    await lab.reach(sink.id, 'CANCELED');
  });

  test('MySQL to PostgreSQL by change data capture: inserts, updates, deletes', async ({
    lab,
    servers,
  }) => {
    test.setTimeout(180_000);
    await servers.shop.query(
      'create table orders (id int primary key, state varchar(20), price decimal(10,2))',
    );
    await servers.shop.query(
      "insert into orders values (1, 'new', 9.99), (2, 'new', 100), (3, 'new', 0.01)",
    );
    await servers.warehouse.query(
      'create table orders_copy (id int primary key, state varchar(20), price numeric(10,2))',
    );
    const source = servers.mysql;
    const script = `
CREATE TABLE orders (
  id INT, state STRING, price DECIMAL(10, 2), PRIMARY KEY (id) NOT ENFORCED
) WITH (
  'connector' = 'mysql-cdc',
  'hostname' = '\${data-source.${source}.host}',
  'port' = '\${data-source.${source}.port}',
  'username' = '\${data-source.${source}.username}',
  'password' = '\${data-source.${source}.password}',
  'database-name' = '\${data-source.${source}.database}',
  'table-name' = 'orders',
  'server-time-zone' = 'UTC'
);
CREATE TABLE copy (
  id INT, state STRING, price DECIMAL(10, 2), PRIMARY KEY (id) NOT ENFORCED
) WITH (${jdbc(servers.postgres, 'orders_copy')});
INSERT INTO copy SELECT * FROM orders;`;
    const run = await lab.start(
      await lab.publish(unique('cdc'), sqlPipeline(script)),
    );
    const copied = async () =>
      (
        await servers.warehouse.query(
          'select id, state, price::text from orders_copy order by id',
        )
      ).rows.map(row => Object.values(row).join(' '));
    await lab.until('the snapshot is there', copied, it => it.length === 3, 90);
    await servers.shop.query("update orders set state = 'paid' where id = 2");
    await servers.shop.query('delete from orders where id = 1');
    await servers.shop.query("insert into orders values (4, 'new', 4)");
    await lab.until(
      'the changes are there',
      copied,
      it => it.join(', ') === '2 paid 100.00, 3 new 0.01, 4 new 4.00',
      60,
    );
    await lab.act(run.id, { action: 'cancel' });
    await lab.reach(run.id, 'CANCELED');
  });
});

async function publishNext(lab: Lab, pipeline: string, spec: object) {
  const url = `/scaleph/pipelines/${pipeline}`;
  const { body, etag } = await lab.call('GET', url);
  const saved = await lab.call('PUT', url, {
    body: {
      document: {
        ...body.document,
        spec: { nodes: [], edges: [], ...spec },
      },
    },
    headers: { 'if-match': etag! },
  });
  await lab.call('POST', `${url}/versions`, {
    body: {},
    headers: { 'if-match': saved.etag! },
  });
}
