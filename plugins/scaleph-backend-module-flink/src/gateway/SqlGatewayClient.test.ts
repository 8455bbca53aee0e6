import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { GATEWAY_CALLS } from '../__testUtils__/gatewayCalls';
import { jsonBodyOf, outcomeOf } from '../__testUtils__/outcome';
import {
  readRecordings,
  Recording,
  recording,
} from '../__testUtils__/recordings';
import { pathnameOf, queryOf, withReplay } from '../__testUtils__/replay';
import { SentRequest } from '../__testUtils__/withServer';
import { isMissingEndpoint } from '../rest/Missing';
import {
  isUnknownOperation,
  isUnknownSession,
  isWrongToken,
  sqlPositionOf,
} from './gatewayErrors';
import { SqlGatewayClient } from './SqlGatewayClient';

const network = NetworkPolicy.allowAll();
const recordings = readRecordings('sql-gateway');
const SESSION = 'b7559e66-ba8e-46eb-b940-d3dcb487bfff';

/** A gateway of the version that a recording spoke, which knows that recording. */
async function replayed<T>(
  its: readonly Recording[],
  work: (client: SqlGatewayClient, sent: SentRequest[]) => Promise<T>,
): Promise<T> {
  const version = /^\/(v\d)\//.exec(its[0].path)?.[1] ?? 'v2';
  const versions: Recording = {
    name: 'versions',
    method: 'GET',
    path: '/api_versions',
    status: 200,
    answer: JSON.stringify({ versions: [version.toUpperCase()] }),
  };
  return withReplay([...its, versions], async ({ url, sent }) => {
    const client = new SqlGatewayClient({ url, network });
    try {
      return await work(client, sent);
    } finally {
      client.close();
    }
  });
}

/** The recordings whose names begin so. */
function statement(name: string): Recording[] {
  return recordings.filter(it => it.name.replace(/^\d+-/, '').startsWith(name));
}

function callOf(it: Recording) {
  const pathname = pathnameOf(it.path).replace(/^\/v\d/, '');
  const call = GATEWAY_CALLS.find(
    ([method, pattern]) => method === it.method && pattern.test(pathname),
  );
  if (!call) return undefined;
  const [, pattern, run] = call;
  const ids = pattern.exec(pathname)!.slice(1);
  return (client: SqlGatewayClient) => run(client, ids, it);
}

async function refusal(name: string): Promise<unknown> {
  const it = recording('sql-gateway', name);
  return replayed([it], client =>
    Promise.resolve(callOf(it)!(client)).then(
      () => undefined,
      error => error,
    ),
  );
}

describe('SqlGatewayClient', () => {
  const used = recordings.filter(
    it => callOf(it) && it.name !== '166-bad-json',
  );

  it('asks for what was recorded, but for what is there to be refused', () => {
    const unused = recordings.filter(it => !used.includes(it));
    expect(unused.map(({ name }) => name)).toEqual([
      '001-info',
      '002-api-versions',
      '134-complete-statement-post-not-allowed',
      '166-bad-json',
      '168-unknown-path',
    ]);
  });

  test.each(used.map(it => [it.name, it] as const))(
    'asks as recorded and reads the answer: %s',
    async (_, it) => {
      await replayed([it], async (client, sent) => {
        const { status, message } = await outcomeOf(callOf(it)!(client));
        // That an operation has ended already is no error of who cancels it.
        const isRefused =
          it.status >= 400 && !/-cancel-operation/.test(it.name);
        expect(status).toBe(isRefused ? it.status : 200);
        expect(message).not.toMatch(/\n\s*at |Caused by/);
        expect(message).not.toContain(SESSION);
        const request = sent.at(-1)!;
        expect(request).toMatchObject({
          method: it.method,
          pathname: pathnameOf(it.path),
        });
        expect(request).toMatchObject(jsonBodyOf(it));
        const { rowFormat } = queryOf(it.path);
        expect(request.query.rowFormat).toBe(rowFormat && 'JSON');
      });
    },
  );

  test.each([
    [['V1'], 'v1'],
    [['V1', 'V2', 'V3'], 'v3'],
    [['V1', 'V2', 'V3', 'V4', 'V5'], 'v4'],
    [[], 'v1'],
  ])('of the versions %j speaks %s', async (versions, version) => {
    const answer = JSON.stringify({ versions });
    const it = recording('sql-gateway', 'api-versions');
    await withReplay([{ ...it, answer }], async ({ url, sent }) => {
      const client = new SqlGatewayClient({ url, network });
      await expect(client.version()).resolves.toBe(version);
      await client.version();
      expect(sent).toHaveLength(1);
      client.close();
    });
  });

  it('tells its version of Flink', async () => {
    const info = recording('sql-gateway', 'info');
    await replayed([{ ...info, path: '/v2/info' }], async client => {
      await expect(client.info()).resolves.toEqual({
        product: 'Apache Flink',
        version: '1.20.3',
      });
    });
  });

  it('reads a result page by page', async () => {
    const [submit, , ...fetches] = statement('select-literal-').filter(
      ({ name }) => !name.includes('plain'),
    );
    // The recorder left out an empty part.
    const empty = (token: number): Recording => ({
      ...fetches[1],
      path: fetches[1].path.replace('/result/0', `/result/${token}`),
      answer: fetches[1].answer.replace('/result/1?', `/result/${token + 1}?`),
    });
    const all = [submit, ...fetches, empty(1)];
    await replayed(all, async client => {
      const operation = await client.submit(SESSION, 'SELECT 1');
      const seen: string[] = [];
      const rows: unknown[] = [];
      let columns: unknown;
      let token: number | undefined = 0;
      while (token !== undefined) {
        const part = await client.fetch(SESSION, operation, token);
        seen.push(part.state);
        token = part.state === 'EOS' ? undefined : part.nextToken;
        if (part.state === 'NOT_READY') continue;
        expect(part).toMatchObject({
          isQuery: true,
          jobId: '2e88286d8239d4360e16b609340a8402',
        });
        columns = part.columns.map(({ name, logicalType }) => [
          name,
          logicalType.type,
        ]);
        rows.push(...part.rows);
      }
      expect(seen).toEqual([
        'NOT_READY',
        'PAYLOAD',
        'PAYLOAD',
        'PAYLOAD',
        'EOS',
      ]);
      expect(columns).toContainEqual(['big', 'BIGINT']);
      expect(rows).toEqual([
        {
          kind: 'INSERT',
          fields: [
            1,
            null,
            '2024-01-02',
            '2024-01-02T03:04:05.678',
            [1, 2],
            { k: 1 },
            { EXPR$0: 1, EXPR$1: 'z' },
            'Cv8=',
            86400000,
            1.5,
            // More digits than JavaScript's numbers have.
            '123456789012345678',
          ],
        },
      ]);
    });
  });

  it('reads the kinds of changes', async () => {
    const fetches = statement('select-changelog-fetch-1');
    await replayed(fetches, async client => {
      const [, operation, token] = /operations\/([^/]+)\/result\/(\d+)/.exec(
        fetches[0].path,
      )!;
      const part = await client.fetch(SESSION, operation, Number(token));
      const kinds = part.state === 'PAYLOAD' && part.rows.map(it => it.kind);
      expect(new Set(kinds || [])).toEqual(
        new Set(['INSERT', 'UPDATE_BEFORE', 'UPDATE_AFTER']),
      );
    });
  });

  it('follows the number of the next result, and never its address', async () => {
    const it = recording('sql-gateway', 'show-catalogs-fetch-0');
    const answer = it.answer.replace('/v2/', 'http://169.254.169.254/v2/');
    await replayed([{ ...it, answer }], async (client, sent) => {
      const operation = /operations\/([^/]+)/.exec(it.path)![1];
      const part = await client.fetch(SESSION, operation, 0);
      expect(part).toMatchObject({ state: 'PAYLOAD', nextToken: 1 });
      await expect(client.fetch(SESSION, operation, 1)).rejects.toThrow(
        'Not found',
      );
      expect(sent.map(({ pathname }) => pathname)).toContain(
        pathnameOf(it.path).replace('/result/0', '/result/1'),
      );
    });
  });

  test.each([
    [
      'bad-syntax-fetch-0',
      'Non-query expression encountered in illegal context',
      undefined,
    ],
    [
      'bad-table-fetch-0',
      "Object 'nope' not found",
      { line: 1, column: 15, endLine: 1, endColumn: 18 },
    ],
    [
      'bad-type-fetch-0',
      "Column 'nocol' not found in any table",
      { line: 1, column: 27, endLine: 1, endColumn: 31 },
    ],
    ['runtime-failure-fetch-0', 'ArithmeticException: / by zero', undefined],
    [
      'multi-statement-fetch-0',
      'IllegalArgumentException: only single statement supported',
      undefined,
    ],
    [
      'bad-connector-select-fetch-0',
      "Could not find any factory for identifier 'nosuch' that implements",
      undefined,
    ],
  ])('gives the reason and the place: %s', async (name, reason, position) => {
    const error = await refusal(name);
    expect(error).toMatchObject({
      reason: expect.stringContaining(reason),
    });
    expect((error as Error).message).not.toContain('Failed to fetchResults');
    expect(sqlPositionOf(error)).toEqual(position);
  });

  it('knows what is gone', async () => {
    expect(isUnknownSession(await refusal('unknown-session'))).toBe(true);
    expect(isUnknownSession(await refusal('unknown-session-stmt'))).toBe(true);
    expect(isUnknownSession(await refusal('closed-session'))).toBe(true);
    expect(isUnknownSession(await refusal('bad-table-fetch-0'))).toBe(false);
    expect(isUnknownOperation(await refusal('closed-status'))).toBe(true);
    expect(isWrongToken(await refusal('cancelled-fetch'))).toBe(true);
  });

  it('closes a session that is gone', async () => {
    const it = recording('sql-gateway', 'close-session');
    const { answer, status } = recording('sql-gateway', 'closed-session');
    await replayed([{ ...it, answer, status }], async client => {
      await expect(client.closeSession(SESSION)).resolves.toBeUndefined();
    });
  });

  it('cancels only what runs', async () => {
    const ended = recording('sql-gateway', 'cancel-operation');
    const runs = recording('sql-gateway', 'cancel-running-operation');
    await replayed([ended, runs], async client => {
      const cancel = (it: Recording) => callOf(it)!(client);
      await expect(cancel(runs)).resolves.toBe(true);
      await expect(cancel(ended)).resolves.toBe(false);
    });
  });

  it('completes with a body in a GET', async () => {
    const it = recording('sql-gateway', 'complete-statement-table');
    await replayed([it], async (client, sent) => {
      await expect(
        client.complete(SESSION, 'SELECT * FROM ', 14),
      ).resolves.toContain('default_catalog.default_database.src');
      expect(sent.at(-1)).toMatchObject({
        method: 'GET',
        body: { statement: 'SELECT * FROM ', position: 14 },
      });
    });
  });

  it('knows a gateway that lacks a path', async () => {
    await replayed([recording('sql-gateway', 'info')], async client => {
      const error = await client.heartbeat(SESSION).catch(thrown => thrown);
      expect(isMissingEndpoint(error)).toBe(true);
      expect(error.message).not.toContain(SESSION);
    });
  });
});
