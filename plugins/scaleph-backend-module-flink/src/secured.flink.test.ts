import { JsonObject } from '@backstage/types';
import { ConnectionWithSecrets } from '@scaleph/backstage-plugin-scaleph-node';
import {
  describeWithFlink,
  testCertificates,
} from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { Connection, createConnection } from 'mysql2/promise';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import {
  documentOf,
  newEngine,
  targetOf,
  TestRun,
} from './__testUtils__/engineTest';

// Each starts jobs of a real cluster.
jest.setTimeout(180_000);

describeWithFlink(
  'Jobs by SASL and TLS',
  lab => {
    const engine = newEngine();
    const { ca, otherCa, clientCertificate, clientKey } = testCertificates();
    const { user, password, scram, ...places } = JSON.parse(
      process.env.SCALEPH_TEST_KAFKA_SECURED!,
    );
    const postgres = new URL(process.env.SCALEPH_TEST_POSTGRES_URL!);
    const name = `secured_${randomBytes(6).toString('hex')}`;
    const admin = new Client({ connectionString: postgres.href });
    const own = new URL(postgres);
    own.pathname = `/${name}`;
    const client = new Client({ connectionString: own.href });
    const target = targetOf({
      restUrl: lab.restUrl,
      gatewayUrl: lab.gatewayUrl,
      seatunnel: { version: '2.3.4', home: lab.jars.seatunnelHome },
    });

    beforeAll(async () => {
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name}`);
      await client.connect();
    });

    afterAll(async () => {
      await client.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    });

    const queue = (
      securityProtocol: string,
      config: JsonObject,
      secret: string,
      extraFiles: Record<string, Buffer> = {},
    ): ConnectionWithSecrets => ({
      dataSource: 'queue',
      type: 'kafka',
      config: {
        ...{ bootstrapServers: places[securityProtocol], securityProtocol },
        ...(securityProtocol.startsWith('SASL') && { user }),
        ...config,
      },
      secrets: { password: secret },
      extraFiles,
    });
    const warehouse = (authority: Buffer): ConnectionWithSecrets => ({
      dataSource: 'warehouse',
      type: 'postgresql',
      config: {
        ...{ host: 'localhost', port: Number(postgres.port) },
        ...{ database: name, user: 'postgres', ssl: 'verify-full' },
      },
      secrets: { password: decodeURIComponent(postgres.password) },
      extraFiles: { ca: authority },
    });
    const run = async (spec: object, connections: ConnectionWithSecrets[]) => {
      const started = new TestRun(
        target,
        documentOf(spec),
        Object.fromEntries(connections.map(it => [it.dataSource, it])),
      );
      const plan = await started.plan(engine);
      const handle = { jobId: await started.submit(engine) };
      const seen = await started.untilState(engine, 'FINISHED');
      const log = await engine.readText(
        handle,
        { process: 'jobmanager', text: 'log', tailBytes: 1_000_000 },
        started.context,
      );
      const config = await fetch(`${lab.restUrl}/jobs/${handle.jobId}/config`);
      const shown = [plan, seen, await config.text(), log.text].map(it =>
        JSON.stringify(it),
      );
      // The password in every form that it goes out by.
      expect(shown.join()).not.toContain('n33dle');
      expect(shown.join()).not.toContain('BEGIN PRIVATE KEY');
      return seen;
    };
    /** Until a row is there; throws when the job fails. */
    const arrived = async (started: TestRun, table: string, id: string) => {
      for (;;) {
        const { rows } = await client.query(`SELECT id FROM ${table}`);
        if (rows.some(row => row.id === id)) return;
        await started.until(engine, () => true);
        await wait(200);
      }
    };
    const rowsOf = async (table: string) =>
      (await client.query(`SELECT id, name FROM ${table} ORDER BY id`)).rows;
    const ROWS = [
      { id: '1', name: 'ada' },
      { id: '2', name: 'alan' },
    ];
    const schema = { fields: { id: 'bigint', name: 'string' } };
    const chain = (source: object, sink: object) => ({
      type: 'seatunnel',
      mode: 'batch',
      env: { parallelism: 1 },
      nodes: [
        { id: 'from', kind: 'source', ...source },
        { id: 'to', kind: 'sink', ...sink },
      ],
      edges: [{ from: 'from', to: 'to' }],
    });
    const kafka = (options: object) => ({
      ...{ connector: 'Kafka', dataSource: 'queue' },
      options: { topic: name, format: 'json', ...options },
    });
    const made = {
      connector: 'FakeSource',
      options: {
        schema,
        rows: [
          { kind: 'INSERT', fields: [1, 'ada'] },
          { kind: 'INSERT', fields: [2, 'alan'] },
        ],
      },
    };

    it('of SeaTunnel write to Kafka with SCRAM', async () => {
      const config = { saslMechanism: 'SCRAM-SHA-512' };
      const seen = await run(chain(made, kafka({})), [
        queue('SASL_PLAINTEXT', config, scram),
      ]);
      expect(seen).toMatchObject({ state: 'FINISHED' });
    });

    it('of SeaTunnel read from Kafka with PLAIN over TLS, and write to PostgreSQL over TLS', async () => {
      await client.query(
        `CREATE TABLE ${name} (id BIGINT PRIMARY KEY, name TEXT)`,
      );
      await run(
        chain(kafka({ schema, start_mode: 'earliest' }), {
          ...{ connector: 'Jdbc', dataSource: 'warehouse' },
          options: { table: name, primary_keys: ['id'] },
        }),
        [queue('SASL_SSL', {}, password, { ca }), warehouse(ca)],
      );
      expect(await rowsOf(name)).toEqual(ROWS);
    });

    it('of SeaTunnel read nothing from a PostgreSQL that another authority vouches for', async () => {
      const read = chain(
        {
          ...{ connector: 'Jdbc', dataSource: 'warehouse' },
          options: { query: `SELECT id FROM ${name}` },
        },
        { connector: 'Console', options: {} },
      );
      await run(read, [warehouse(ca)]);
      await expect(run(read, [warehouse(otherCa)])).rejects.toThrow(
        /certification path/,
      );
    });

    describe('that follow changes', () => {
      const mysql = new URL(process.env.SCALEPH_TEST_MYSQL_URL!);
      let shop: Connection;

      beforeAll(async () => {
        shop = await createConnection(mysql.href);
        await shop.query(`CREATE TABLE ${name} (id BIGINT PRIMARY KEY)`);
        await shop.query(`INSERT INTO ${name} VALUES (1)`);
        await shop.query(
          `CREATE USER '${name}'@'%' IDENTIFIED BY 'n33dle' REQUIRE SSL`,
        );
        await shop.query(`GRANT ALL ON *.* TO '${name}'@'%'`);
        await client.query(
          `CREATE TABLE ${name}_in (id BIGINT PRIMARY KEY);
ALTER TABLE ${name}_in REPLICA IDENTITY FULL; INSERT INTO ${name}_in VALUES (1)`,
        );
      });

      afterAll(async () => {
        await shop.query(`DROP TABLE ${name}`);
        await shop.query(`DROP USER '${name}'@'%'`);
        await shop.end();
      });

      it.each([
        [
          'MySQL-CDC',
          (): ConnectionWithSecrets => ({
            dataSource: 'captured',
            type: 'mysql',
            config: {
              ...{ host: 'localhost', port: Number(mysql.port) },
              ...{ database: mysql.pathname.slice(1), user: name },
              ssl: 'require',
            },
            secrets: { password: 'n33dle' },
          }),
          () => `${mysql.pathname.slice(1)}.${name}`,
          (id: number) => shop.query(`INSERT INTO ${name} VALUES (${id})`),
        ],
        [
          'Postgres-CDC',
          () => ({ ...warehouse(ca), dataSource: 'captured' }),
          () => `${name}.public.${name}_in`,
          (id: number) => client.query(`INSERT INTO ${name}_in VALUES (${id})`),
        ],
      ])(
        'of SeaTunnel by %s encrypt all of its connections',
        async (connector, captured, from, insert) => {
          const table = `${name}_${connector.slice(0, 2).toLowerCase()}`;
          await client.query(`CREATE TABLE ${table} (id BIGINT PRIMARY KEY)`);
          const spec = chain(
            {
              ...{ connector, dataSource: 'captured' },
              options: {
                'table-names': [from()],
                ...(connector === 'MySQL-CDC'
                  ? { 'server-id': '6401-6404' }
                  : {
                      'database-names': [name],
                      'schema-names': ['public'],
                      'slot.name': table,
                      'decoding.plugin.name': 'pgoutput',
                    }),
              },
            },
            {
              ...{ connector: 'Jdbc', dataSource: 'warehouse' },
              options: { table, primary_keys: ['id'] },
            },
          );
          const started = new TestRun(
            target,
            documentOf({
              ...spec,
              mode: 'streaming',
              env: {
                parallelism: 1,
                flink: { 'execution.checkpointing.interval': '1 s' },
              },
            }),
            { captured: captured(), warehouse: warehouse(ca) },
          );
          await started.submit(engine);
          await arrived(started, table, '1');
          await insert(2);
          await arrived(started, table, '2');
          const { rows } = await client.query(
            'SELECT ssl, count(*)::int FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE datname = current_database() AND pid <> pg_backend_pid() GROUP BY ssl',
          );
          expect(rows).toEqual([{ ssl: true, count: expect.any(Number) }]);
          await started.cancel(engine);
          await started.untilState(engine, 'CANCELED');
        },
      );
    });

    it.each([
      [
        'SASL and TLS',
        () => queue('SASL_SSL', {}, password, { ca }),
        ['sasl.mechanism', 'sasl.jaas.config'],
      ],
      [
        'a client certificate',
        () => queue('SSL', {}, '', { ca, clientCertificate, clientKey }),
        [
          'ssl.keystore.type',
          'ssl.keystore.certificate.chain',
          'ssl.keystore.key',
        ],
      ],
    ])('of Flink SQL read from Kafka with %s', async (_, source, more) => {
      const table = `${name}_${more.length}`;
      await client.query(
        `CREATE TABLE ${table} (id BIGINT PRIMARY KEY, name TEXT)`,
      );
      const settings = [
        'security.protocol',
        'ssl.truststore.type',
        'ssl.truststore.certificates',
        ...more,
      ].map(it => {
        const field = it.replace(/\.(\w)/g, (_dot, letter: string) =>
          letter.toUpperCase(),
        );
        return `'properties.${it}' = '\${data-source.queue.${field}}'`;
      });
      const script = `CREATE TABLE incoming (id BIGINT, name STRING) WITH (
  'connector' = 'kafka', 'topic' = '${name}', 'format' = 'json',
  'properties.bootstrap.servers' = '\${data-source.queue.bootstrapServers}',
  'properties.group.id' = '${table}',
  'scan.startup.mode' = 'earliest-offset', 'scan.bounded.mode' = 'latest-offset',
  ${settings.join(',\n  ')}
);
CREATE TABLE outgoing (id BIGINT, name STRING, PRIMARY KEY (id) NOT ENFORCED) WITH (
  'connector' = 'jdbc', 'table-name' = '${table}',
  'url' = '\${data-source.warehouse.url}',
  'username' = '\${data-source.warehouse.username}',
  'password' = '\${data-source.warehouse.password}'
);
INSERT INTO outgoing SELECT id, name FROM incoming;`;
      await run({ type: 'flink-sql', mode: 'batch', sql: { script } }, [
        source(),
        warehouse(ca),
      ]);
      expect(await rowsOf(table)).toEqual(ROWS);
    });
  },
  { kafka: true },
);
