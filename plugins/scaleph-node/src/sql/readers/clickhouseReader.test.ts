import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { DataSourceConnection } from '../../dataSources/DataSourceConnection';
import { clickhouseType } from '../../dataSources/types/clickhouse';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { describeWithServer } from '../../testing/describeWithServer';
import { clickhouseReader } from './clickhouseReader';

jest.setTimeout(30_000);

const { signal: never } = new AbortController();

function connectionTo(
  server: { hostname: string; port: string | number; username?: string },
  password = '',
): DataSourceConnection {
  return {
    config: {
      host: server.hostname,
      port: Number(server.port),
      database: 'default',
      user: server.username ?? 'default',
    },
    secrets: password ? { password } : {},
    network: NetworkPolicy.allowAll(),
    files: FileRoots.of([]),
  };
}

async function run(
  connection: DataSourceConnection,
  statement: string,
  options: {
    readOnly?: boolean;
    signal?: AbortSignal;
    timeoutMs?: number;
  } = {},
) {
  const { readOnly = true, signal = never, timeoutMs = 20_000 } = options;
  const rows: unknown[][] = [];
  let columns;
  let changed;
  for await (const batch of clickhouseReader.run(connection, {
    statement,
    readOnly,
    timeoutMs,
    signal,
  })) {
    columns = batch.columns ?? columns;
    changed = batch.changed ?? changed;
    rows.push(...batch.rows);
  }
  return { columns, rows, changed };
}

describeWithServer('ClickHouse', 'SCALEPH_TEST_CLICKHOUSE_URL', url => {
  const connection = connectionTo(url, decodeURIComponent(url.password));
  const reader = {
    ...connection,
    config: { ...connection.config, user: 'reader' },
  };
  const HOSTILE = 'o\'rders` \\ "x';
  const quoted = `\`${HOSTILE.replace(/[\\`]/g, '\\$&')}\``;

  beforeAll(async () => {
    for (const statement of [
      'DROP TABLE IF EXISTS orders',
      'DROP TABLE IF EXISTS orders_view',
      `DROP TABLE IF EXISTS ${quoted}`,
      'CREATE TABLE orders (day Date, id UInt64, note Nullable(String)) ENGINE = MergeTree(day, id, 8192)',
      "INSERT INTO orders VALUES ('2026-01-01', 1, 'one\tand\\\\n'), ('2026-01-02', 2, NULL), ('2026-01-03', 18446744073709551615, 'three')",
      'CREATE VIEW orders_view AS SELECT id FROM orders',
      `CREATE TABLE ${quoted} (${quoted} Int8) ENGINE = Memory`,
      `INSERT INTO ${quoted} VALUES (7)`,
    ]) {
      await run(connection, statement, { readOnly: false });
    }
  });

  it('is tested', async () => {
    expect(
      await clickhouseType.testConnection({ ...connection, signal: never }),
    ).toMatch(/^ClickHouse [0-9.]+ answered$/);
  });

  it.each<[string, object, object, RegExp]>([
    ['password', { secrets: { password: 'wrong' } }, {}, /refused user/],
    ['database', {}, { database: 'nowhere' }, /no database "nowhere"/],
    ['TLS', {}, { ssl: 'require' }, /does not speak TLS on this port/],
    [
      'address',
      { network: NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8'] }) },
      {},
      /may not reach/,
    ],
  ])('says what is wrong with the %s', async (_, more, config, message) => {
    const wrong = {
      ...connection,
      ...more,
      config: { ...connection.config, ...config },
      signal: never,
    };
    await expect(clickhouseType.testConnection(wrong)).rejects.toThrow(message);
  });

  it('gives values without loss', async () => {
    const { columns, rows } = await run(
      connection,
      'SELECT * FROM orders ORDER BY id',
    );
    expect(columns).toEqual([
      { name: 'day', type: 'Date', nullable: false },
      { name: 'id', type: 'UInt64', nullable: false },
      { name: 'note', type: 'Nullable(String)', nullable: true },
    ]);
    expect(rows).toEqual([
      ['2026-01-01', 1, 'one\tand\\n'],
      ['2026-01-02', 2, null],
      ['2026-01-03', '18446744073709551615', 'three'],
    ]);
  });

  it('reads many rows in batches', async () => {
    const { rows } = await run(
      connection,
      'SELECT number FROM system.numbers LIMIT 25000',
    );
    expect(rows).toHaveLength(25_000);
  });

  it.each([
    "INSERT INTO orders VALUES ('2026-01-01', 9, NULL)",
    'DROP TABLE orders',
    'SET readonly = 0',
    'ALTER TABLE orders DROP COLUMN note',
    'SYSTEM SHUTDOWN',
  ])('refuses %s', async statement => {
    await expect(run(connection, statement)).rejects.toThrow(/only reads/);
  });

  it('has the server hold that it only reads', async () => {
    // A client that is taken in: the server says no all the same.
    const insert = 'SELECT 1 SETTINGS readonly = 0';
    await expect(run(connection, insert)).rejects.toThrow(/readonly|Cannot/i);
    await expect(
      run(
        connection,
        "SELECT * FROM url('http://127.0.0.1:1/', CSV, 'a Int8')",
      ),
    ).rejects.toThrow(/readonly/i);
  });

  it('reads as a user whose profile takes no settings', async () => {
    const { rows } = await run(reader, 'SELECT 1');
    expect(rows).toEqual([[1]]);
  });

  it('says where a statement is wrong', async () => {
    await expect(
      run(connection, 'SELECT 1,\n  FROM FROM'),
    ).rejects.toMatchObject({
      name: 'SqlStatementError',
      line: 2,
    });
    await expect(run(connection, 'SELECT * FROM nothing')).rejects.toThrow(
      /^Table default\.nothing doesn't exist/,
    );
    await expect(run(connection, 'SELECT 1 FORMAT JSON')).rejects.toThrow(
      /Leave out the FORMAT/,
    );
  });

  it('says what goes wrong after the first rows', async () => {
    const statement =
      'SELECT number, throwIf(number = 2000000) FROM system.numbers LIMIT 3000000';
    await expect(run(connection, statement)).rejects.toMatchObject({
      name: 'SqlStatementError',
    });
  });

  const running = async () => {
    const { rows } = await run(
      connection,
      "SELECT count() FROM system.processes WHERE query LIKE '%endless_here%' AND query NOT LIKE '%system.processes%'",
    );
    return Number(rows[0][0]);
  };
  const endless = 'SELECT count() AS endless_here FROM system.numbers';

  it('stops on the server when it is aborted', async () => {
    const stop = new AbortController();
    const outcome = run(connection, endless, { signal: stop.signal }).catch(
      error => error,
    );
    while ((await running()) === 0);
    stop.abort(new Error('enough'));
    expect((await outcome).message).toBe('enough');
    while ((await running()) > 0);
  });

  it('stops after its time limit', async () => {
    await expect(
      run(connection, endless, { timeoutMs: 1_000 }),
    ).rejects.toThrow(/Timeout exceeded/);
  });

  it('writes where it may', async () => {
    await run(
      connection,
      "INSERT INTO orders VALUES ('2026-02-01', 4, 'four')",
      {
        readOnly: false,
      },
    );
    const { rows } = await run(
      connection,
      'SELECT note FROM orders WHERE id = 4',
    );
    expect(rows).toEqual([['four']]);
  });

  describe('its browser', () => {
    const { objects, rows } = clickhouseType.browser!;
    const ask = (path: string[], search?: string) =>
      objects(connection, { path, search, limit: 1_000, signal: never });

    it('shows databases, tables and columns', async () => {
      expect((await ask([])).items).toContainEqual(
        expect.objectContaining({
          kind: 'schema',
          name: 'default',
          current: true,
        }),
      );
      const { items } = await ask(['default'], 'ORDERS');
      expect(items).toEqual([
        expect.objectContaining({
          kind: 'table',
          name: 'orders',
          type: 'MergeTree',
          rows: expect.any(Number),
          hasRows: true,
        }),
        expect.objectContaining({ kind: 'view', name: 'orders_view' }),
      ]);
      expect(items[0].rows).toBeGreaterThanOrEqual(3);
      const columns = await ask(['default', 'orders']);
      expect(columns.items.map(it => [it.name, it.type, it.key])).toEqual([
        ['day', 'Date', undefined],
        ['id', 'UInt64', true],
        ['note', 'Nullable(String)', undefined],
      ]);
    });

    it('shows what has a hostile name', async () => {
      expect((await ask(['default'], HOSTILE)).items).toHaveLength(1);
      expect((await ask(['default', HOSTILE])).items[0].name).toBe(HOSTILE);
      const path = ['default', HOSTILE];
      const sample = await rows!(connection, { path, limit: 1, signal: never });
      expect(sample.rows).toEqual([[7]]);
    });

    it.each([
      [['nowhere']],
      [['default', 'nothing']],
      [['a', 'b', 'c']],
      [["' OR 1 = 1 --"]],
    ])('%j does not exist', async path => {
      await expect(ask(path)).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });
});

describe('A server that is no ClickHouse, or a newer one', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
  });
  async function answering(listener: RequestListener) {
    server = createServer(listener);
    await new Promise<void>(resolve => {
      server!.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    return connectionTo({ hostname: '127.0.0.1', port }, 'hunter2-hunter2');
  }

  it('says that it is none', async () => {
    const connection = await answering((_, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    });
    const request = { ...connection, signal: never };
    await expect(clickhouseType.testConnection(request)).rejects.toThrow(
      /answered 302, and not as ClickHouse does: check that it is the HTTP port/,
    );
  });

  it('reads the messages of today, which hold no secret', async () => {
    const connection = await answering((_, response) => {
      response
        .writeHead(404)
        .end(
          "Code: 60. DB::Exception: Unknown table expression identifier 'hunter2-hunter2' in scope SELECT 1. (UNKNOWN_TABLE) (version 25.3.1.2703 (official build))\n",
        );
    });
    await expect(run(connection, 'SELECT 1')).rejects.toThrow(
      /^Unknown table expression identifier '\*{6}' in scope SELECT 1\.$/,
    );
  });

  it('is never asked without readonly because of what a statement sets', async () => {
    const asked: string[] = [];
    const connection = await answering((request, response) => {
      let text = '';
      request.on('data', part => (text += part));
      request.on('end', () => {
        const { searchParams } = new URL(request.url!, 'http://server');
        asked.push(`${searchParams.get('readonly')} ${text}`);
        if (text.includes('system.settings')) response.end('0\n');
        else if (searchParams.has('readonly')) {
          response
            .writeHead(500)
            .end(
              "Code: 164. DB::Exception: Cannot modify 'max_threads' setting in readonly mode. (READONLY) (version 25.3.1.2703 (official build))\n",
            );
        } else response.end('a\nUInt8\n1\n');
      });
    });
    const statement =
      "SELECT * FROM url('http://10.0.0.1/', CSV, 'a String') SETTINGS max_threads = 1";
    await expect(run(connection, statement)).rejects.toThrow(/readonly mode/);
    expect(asked).toContain(`1 ${statement}`);
    expect(asked).not.toContain(`null ${statement}`);
  });

  it('reads an exception in the middle', async () => {
    const connection = await answering((_, response) => {
      response.end(
        'a\tb\nUInt8\tBool\n1\ttrue\n__exception__\r\nCode: 395. DB::Exception: Value passed to throwIf. (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO) (version 25.3.1.2703 (official build))\n',
      );
    });
    await expect(run(connection, 'SELECT 1')).rejects.toThrow(
      /^Value passed to throwIf\.$/,
    );
  });
});
