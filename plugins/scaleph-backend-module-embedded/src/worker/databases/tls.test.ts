import {
  describeWithServer,
  testCertificates,
} from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { describeDatabases, TestDatabase } from '../../__testUtils__/databases';
import { chain, Harness, node } from '../../__testUtils__/harness';

jest.setTimeout(60_000);

const PASSWORD = 'tls-n33dle';

/** Makes users who come with a certificate or not at all. */
const CREATE_USER: Record<string, string[]> = {
  PostgreSQL: [
    `DO $$ BEGIN CREATE ROLE tls_client LOGIN SUPERUSER PASSWORD '${PASSWORD}'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
  ],
  MySQL: [
    `CREATE USER IF NOT EXISTS 'tls_client'@'%' IDENTIFIED BY '${PASSWORD}' REQUIRE X509`,
    `GRANT ALL PRIVILEGES ON *.* TO 'tls_client'@'%'`,
  ],
};

describeWithServer('TLS', 'SCALEPH_TEST_TLS', () => {
  describeDatabases(
    (name, createDatabase) => {
      let harness: Harness;
      let database: TestDatabase;
      const { ca, otherCa, clientCertificate, clientKey } = testCertificates();

      beforeAll(async () => {
        harness = await Harness.create();
        database = await createDatabase(harness);
        for (const statement of CREATE_USER[name]) {
          await database.query(statement);
        }
      });

      afterAll(async () => {
        await database.drop();
        await harness.remove();
      });

      const connect = (extraFiles: Record<string, Buffer>) => {
        harness.connections.db = {
          ...database.connection,
          config: {
            ...database.connection.config,
            ...{ host: 'localhost', user: 'tls_client', ssl: 'verify-full' },
          },
          secrets: { password: PASSWORD },
          extraFiles,
        };
      };
      const write = () =>
        harness.run(
          chain(
            node.fake('one', 1, { x: 'int' }),
            node.writeTable('write', 'sealed'),
          ),
        );
      const preview = () =>
        harness.engine.sampler.rows({
          document: chain(
            node.table('read', { query: 'SELECT x FROM sealed' }),
            node.write('out', 'out.json', { file_format_type: 'json' }),
          ),
          parameters: {},
          connections: harness.connections,
          signal: new AbortController().signal,
          node: 'read',
          limit: 5,
        });

      it('of runs and previews has the authority and the certificate of the data source', async () => {
        connect({ ca, clientCertificate, clientKey });
        const written = await write();
        expect(written.reason).toBeUndefined();
        expect(written.state).toBe('FINISHED');
        expect(await preview()).toMatchObject({
          sample: { rows: [expect.anything()] },
        });
      });

      it('tells nothing to a server that another authority vouches for', async () => {
        connect({ ca: otherCa, clientCertificate, clientKey });
        const refused = await write();
        expect(refused.state).toBe('FAILED');
        expect(refused.reason).toContain('the certificate was not accepted');
      });

      it('is not made without the certificate that the server asks for', async () => {
        connect({ ca });
        const refused = await write();
        expect(refused.state).toBe('FAILED');
        expect(refused.reason).toMatch(/certificate|refused user/);
        expect(refused.reason).not.toContain(PASSWORD);
      });
    },
    ['PostgreSQL', 'MySQL'],
  );
});
