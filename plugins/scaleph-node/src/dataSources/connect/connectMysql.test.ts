import { NetworkPolicy } from '../../network/NetworkPolicy';
import { describeWithServer } from '../../testing/describeWithServer';
import { mysqlWithoutTls, withPlainServer } from '../../testing/plainServer';
import { withSilentServer } from '../../testing/silentServer';
import { mysqlType } from '../types/mysql';
import { connectMysql } from './connectMysql';
import { explainQueryError } from './explainQueryError';

const network = NetworkPolicy.allowAll();

describeWithServer('MariaDB', 'SCALEPH_TEST_MYSQL_URL', url => {
  const config = {
    host: url.hostname,
    port: Number(url.port),
    database: url.pathname.slice(1),
    user: url.username,
  };
  const secrets = { password: decodeURIComponent(url.password) };

  it('connects, and values arrive without loss', async () => {
    const connection = await connectMysql({ config, secrets, network });
    const [rows] = await connection.query(
      "SELECT CAST(9007199254740993 AS SIGNED) AS big, CAST('1.10' AS DECIMAL(9,2)) AS price, TIMESTAMP('2026-01-02 03:04:05') AS at",
    );
    await connection.end();
    expect(rows).toEqual([
      { big: '9007199254740993', price: '1.10', at: '2026-01-02 03:04:05' },
    ]);
  });

  it('takes one statement at a time and no local files', async () => {
    const connection = await connectMysql({ config, secrets, network });
    await expect(connection.query('SELECT 1; SELECT 2')).rejects.toThrow(
      'error in your SQL syntax',
    );
    await connection.query('CREATE TEMPORARY TABLE stolen (line text)');
    await expect(
      connection.query("LOAD DATA LOCAL INFILE '/etc/hosts' INTO TABLE stolen"),
    ).rejects.toThrow();
    connection.destroy();
  });

  it('keeps values whole where the server takes backslashes as they are', async () => {
    const admin = await connectMysql({ config, secrets, network });
    const [[{ mode }]] = (await admin.query(
      'SELECT @@GLOBAL.sql_mode AS mode',
    )) as unknown as [[{ mode: string }]];
    await admin.query('SET GLOBAL sql_mode = ?', [
      `${mode},NO_BACKSLASH_ESCAPES`,
    ]);
    try {
      const connection = await connectMysql({ config, secrets, network });
      const hostile = "' UNION SELECT 'stolen";
      const [rows] = await connection.query('SELECT ? AS text', [hostile]);
      connection.destroy();
      expect(rows).toEqual([{ text: hostile }]);
    } finally {
      await admin.query('SET GLOBAL sql_mode = ?', [mode]);
      admin.destroy();
    }
  });

  it('says what is wrong: a server without TLS', () =>
    withPlainServer(mysqlWithoutTls(url), port =>
      expect(
        connectMysql({
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
      `MySQL at ${url.host} refused user "${config.user}": wrong password or no such user`,
    ],
    [
      'no password',
      {},
      { password: '' },
      'authentication',
      'without a password: set the secret "password"',
    ],
    [
      'a database that does not exist',
      { database: 'nowhere' },
      secrets,
      'unknown-database',
      `MySQL at ${url.host} has no database "nowhere"`,
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
      { host: '0xa9fea9fe' },
      secrets,
      'not-allowed',
      'may not reach',
    ],
  ])('says what is wrong: %s', async (_, change, given, failure, message) => {
    const attempt = connectMysql({
      config: { ...config, ...change },
      secrets: given,
      network,
    });
    await expect(attempt).rejects.toMatchObject({
      failure,
      message: expect.stringContaining(message),
    });
  });

  it('explains that a table does not exist', async () => {
    const connection = await connectMysql({ config, secrets, network });
    const error = await connection.query('SELECT * FROM orders').catch(e => e);
    await connection.end();
    expect(explainQueryError(error, { location: 'db/x', secrets })).toBe(
      `Table "${config.database}.orders" does not exist in db/x`,
    );
  });

  it('is tested', async () => {
    await expect(
      mysqlType.testConnection({
        config,
        secrets,
        network,
        files: undefined as never,
        signal: AbortSignal.timeout(10_000),
      }),
    ).resolves.toMatch(/^(MariaDB|MySQL) \d+\.\d+\.\d+ answered$/);
  });
});

describe('a server that takes the connection and never answers', () => {
  it('is given up after the time limit, its socket closed', () =>
    withSilentServer(async server => {
      await expect(
        connectMysql({
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
        `MySQL at 127.0.0.1:${server.port} did not answer within 0.2 s`,
      );
      await server.allClosed();
    }));

  it('is given up when the signal aborts', () =>
    withSilentServer(async server => {
      const controller = new AbortController();
      const attempt = connectMysql({
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
