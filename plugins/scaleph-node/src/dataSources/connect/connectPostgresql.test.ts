import { NetworkPolicy } from '../../network/NetworkPolicy';
import { describeWithServer } from '../../testing/describeWithServer';
import {
  postgresqlWithoutTls,
  withPlainServer,
} from '../../testing/plainServer';
import { withSilentServer } from '../../testing/silentServer';
import { postgresqlType } from '../types/postgresql';
import { connectPostgresql } from './connectPostgresql';
import { explainQueryError } from './explainQueryError';

const network = NetworkPolicy.allowAll();

describeWithServer('PostgreSQL', 'SCALEPH_TEST_POSTGRES_URL', url => {
  const config = {
    host: url.hostname,
    port: Number(url.port),
    database: url.pathname.slice(1),
    user: url.username,
  };
  const secrets = { password: decodeURIComponent(url.password) };

  it('connects and names itself', async () => {
    const client = await connectPostgresql({ config, secrets, network });
    const { rows } = await client.query(
      'SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()',
    );
    await client.end();
    expect(rows).toEqual([{ application_name: 'scaleph' }]);
  });

  it('connects by a name with several addresses', async () => {
    const client = await connectPostgresql({
      config: { ...config, host: 'localhost' },
      secrets,
      network,
    });
    await expect(client.query('SELECT 1')).resolves.toMatchObject({
      rowCount: 1,
    });
    await client.end();
  });

  it('does not take the password of the portal', async () => {
    process.env.PGPASSWORD = secrets.password;
    try {
      await expect(
        connectPostgresql({ config, secrets: {}, network }),
      ).rejects.toMatchObject({
        failure: 'authentication',
        message: expect.stringContaining('set the secret "password"'),
      });
    } finally {
      delete process.env.PGPASSWORD;
    }
  });

  it('says what is wrong: a server without TLS', () =>
    withPlainServer(postgresqlWithoutTls, port =>
      expect(
        connectPostgresql({
          config: { ...config, port, ssl: 'require' },
          secrets,
          network,
        }),
      ).rejects.toMatchObject({
        failure: 'tls',
        message: expect.stringContaining('does not offer TLS'),
      }),
    ));

  test.each([
    [
      'a wrong password',
      {},
      { password: 'wrong-password' },
      'authentication',
      `PostgreSQL at ${url.host} refused user "${config.user}": wrong password or no such user`,
    ],
    [
      'a user that does not exist',
      { user: 'etl' },
      secrets,
      'authentication',
      `PostgreSQL at ${url.host} refused user "etl": wrong password or no such user`,
    ],
    [
      'a database that does not exist',
      { database: 'nowhere' },
      secrets,
      'unknown-database',
      `PostgreSQL at ${url.host} has no database "nowhere"`,
    ],
    [
      'a host that does not exist',
      { host: 'no-such-host.invalid' },
      secrets,
      'host-not-found',
      'Host "no-such-host.invalid" has no address',
    ],
    [
      'a port where nothing listens',
      { port: 1 },
      secrets,
      'refused',
      'nothing listens on that port',
    ],
    [
      'the metadata service',
      { host: '169.254.169.254' },
      secrets,
      'not-allowed',
      'may not reach',
    ],
  ])('says what is wrong: %s', async (_, change, given, failure, message) => {
    const attempt = connectPostgresql({
      config: { ...config, ...change },
      secrets: given,
      network,
    });
    await expect(attempt).rejects.toMatchObject({
      failure,
      message: expect.stringContaining(message),
    });
    await expect(attempt).rejects.not.toMatchObject({
      message: expect.stringContaining(given.password),
    });
  });

  it('explains that a table does not exist', async () => {
    const client = await connectPostgresql({ config, secrets, network });
    const error = await client.query('SELECT * FROM orders').catch(e => e);
    await client.end();
    expect(explainQueryError(error, { location: 'db/x', secrets })).toBe(
      'Table "orders" does not exist in db/x',
    );
  });

  it('closes the connection when the signal aborts, in the middle of a query', async () => {
    const controller = new AbortController();
    const client = await connectPostgresql({
      config,
      secrets,
      network,
      signal: controller.signal,
    });
    const ended = new Promise(resolve => client.once('end', resolve));
    const query = client.query('SELECT pg_sleep(60)');
    controller.abort();
    await expect(query).rejects.toThrow();
    await ended;
  });

  it('is tested', async () => {
    await expect(
      postgresqlType.testConnection({
        config,
        secrets,
        network,
        files: undefined as never,
        signal: AbortSignal.timeout(10_000),
      }),
    ).resolves.toMatch(/^PostgreSQL \d+\.\d+.* answered$/);
  });
});

describe('a server that takes the connection and never answers', () => {
  it('is given up after the time limit, its socket closed', () =>
    withSilentServer(async server => {
      await expect(
        connectPostgresql({
          config: {
            host: '127.0.0.1',
            port: server.port,
            database: 'd',
            user: 'u',
          },
          secrets: {},
          network,
          timeoutMs: 200,
        }),
      ).rejects.toThrow(
        `PostgreSQL at 127.0.0.1:${server.port} did not answer within 0.2 s`,
      );
      await server.allClosed();
    }));

  it('is given up when the signal aborts', () =>
    withSilentServer(async server => {
      const controller = new AbortController();
      const attempt = connectPostgresql({
        config: {
          host: '127.0.0.1',
          port: server.port,
          database: 'd',
          user: 'u',
        },
        secrets: {},
        network,
        signal: controller.signal,
      });
      await server.connected();
      controller.abort();
      await expect(attempt).rejects.toMatchObject({ failure: 'aborted' });
      await server.allClosed();
    }));
});
