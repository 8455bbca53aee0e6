import { readFileSync } from 'node:fs';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ScalephApi } from './ScalephApi';
import { ScalephApiError } from './ScalephApiError';
import { ScalephClient } from './ScalephClient';

type Answer = { status: number; body?: unknown; text?: string };

let answer: Answer;
let request: {
  method?: string;
  url?: string;
  headers: IncomingMessage['headers'];
  body: string;
};
let server: Server;
let client: ScalephApi;

beforeAll(async () => {
  server = createServer(async (incoming, response) => {
    const { method, url, headers } = incoming;
    request = { method, url, headers, body: '' };
    for await (const chunk of incoming) request.body += chunk;
    response.statusCode = answer.status;
    response.end(
      answer.text ??
        (answer.body === undefined ? '' : JSON.stringify(answer.body)),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = new ScalephClient({
    discoveryApi: {
      getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
    },
  });
});

afterAll(() => new Promise(resolve => server.close(resolve)));

beforeEach(() => {
  answer = { status: 200, body: { answer: 1 } };
});

const ifMatch = '"7"';

const indent = (line: string) => line.length - line.trimStart().length;

describe('ScalephClient', () => {
  it.each<[string, (api: ScalephApi) => Promise<unknown>, string, unknown?]>([
    ['listPipelines', api => api.listPipelines(), 'GET /pipelines'],
    [
      'listPipelines with a query',
      api =>
        api.listPipelines({
          search: 'a b&c',
          owner: ['group:default/a', 'user:default/b'],
          limit: 5,
          sort: '-name',
        }),
      'GET /pipelines?search=a%20b%26c&owner=group%3Adefault%2Fa&owner=user%3Adefault%2Fb&limit=5&sort=-name',
    ],
    [
      'createPipeline',
      api => api.createPipeline({ yaml: 'a' }),
      'POST /pipelines',
      { yaml: 'a' },
    ],
    [
      'retirePipeline',
      api => api.retirePipeline('a', { message: 'old' }, { ifMatch }),
      'PUT /pipelines/a/retirement',
      { message: 'old' },
    ],
    [
      'bringBackPipeline',
      api => api.bringBackPipeline('a', { ifMatch }),
      'DELETE /pipelines/a/retirement',
    ],
    [
      'validatePipeline',
      api => api.validatePipeline({ yaml: 'a' }),
      'POST /validations',
      { yaml: 'a' },
    ],
    [
      'getPipeline',
      api => api.getPipeline('a/b c'),
      'GET /pipelines/a%2Fb%20c',
    ],
    [
      'updatePipeline',
      api => api.updatePipeline('a', { yaml: 'b' }, { ifMatch }),
      'PUT /pipelines/a',
      { yaml: 'b' },
    ],
    [
      'deletePipeline',
      api => api.deletePipeline('a', { ifMatch }),
      'DELETE /pipelines/a',
    ],
    [
      'listPipelineVersions',
      api => api.listPipelineVersions('a', { limit: 1 }),
      'GET /pipelines/a/versions?limit=1',
    ],
    [
      'publishPipeline',
      api => api.publishPipeline('a', { message: 'm' }, { ifMatch }),
      'POST /pipelines/a/versions',
      { message: 'm' },
    ],
    [
      'getPipelineVersion',
      api => api.getPipelineVersion('a', 2),
      'GET /pipelines/a/versions/2',
    ],
    [
      'diffPipeline',
      api => api.diffPipeline('a', { from: '1' }),
      'GET /pipelines/a/diff?from=1',
    ],
    [
      'planPipeline',
      api => api.planPipeline('a', { version: 'draft' }),
      'POST /pipelines/a/plan',
      { version: 'draft' },
    ],
    [
      'listPipelineRuns',
      api => api.listPipelineRuns('a', { state: 'FAILED' }),
      'GET /pipelines/a/runs?state=FAILED',
    ],
    [
      'createRun',
      api => api.createRun('a', { parameters: { x: '1' } }),
      'POST /pipelines/a/runs',
      { parameters: { x: '1' } },
    ],
    [
      'listRuns',
      api => api.listRuns({ active: true }),
      'GET /runs?active=true',
    ],
    ['getRun', api => api.getRun('1'), 'GET /runs/1'],
    [
      'listRunEvents',
      api => api.listRunEvents('1', { after: 3 }),
      'GET /runs/1/events?after=3',
    ],
    [
      'listRunLogs',
      api => api.listRunLogs('1', { node: 'read', level: 'warn' }),
      'GET /runs/1/logs?node=read&level=warn',
    ],
    [
      'actOnRun',
      api => api.actOnRun('1', { action: 'cancel' }),
      'POST /runs/1/actions',
      { action: 'cancel' },
    ],
    [
      'listDataSources',
      api => api.listDataSources({ type: 'mysql' }),
      'GET /data-sources?type=mysql',
    ],
    [
      'createDataSource',
      api =>
        api.createDataSource({
          name: 'a',
          type: 'mysql',
          owner: 'b',
          config: {},
          secrets: { password: { value: 'x' } },
        }),
      'POST /data-sources',
      {
        name: 'a',
        type: 'mysql',
        owner: 'b',
        config: {},
        secrets: { password: { value: 'x' } },
      },
    ],
    ['getDataSource', api => api.getDataSource('a'), 'GET /data-sources/a'],
    [
      'updateDataSource',
      api =>
        api.updateDataSource(
          'a',
          { name: 'a', type: 'mysql', owner: 'b', config: {} },
          { ifMatch },
        ),
      'PUT /data-sources/a',
      { name: 'a', type: 'mysql', owner: 'b', config: {} },
    ],
    [
      'deleteDataSource',
      api => api.deleteDataSource('a', { ifMatch }),
      'DELETE /data-sources/a',
    ],
    [
      'testDataSource',
      api => api.testDataSource('a', {}),
      'POST /data-sources/a/test',
      {},
    ],
    [
      'testDataSourceConfig',
      api => api.testDataSourceConfig('mysql', { config: {} }),
      'POST /data-source-types/mysql/test',
      { config: {} },
    ],
    [
      'listDataSourceTypes',
      api => api.listDataSourceTypes(),
      'GET /data-source-types',
    ],
    [
      'listDataSourceObjects',
      api => api.listDataSourceObjects('a', { path: ['s', 't'], search: 'x' }),
      'GET /data-sources/a/objects?path=s&path=t&search=x',
    ],
    [
      'inferPipelineFields',
      api => api.inferPipelineFields('a', { yaml: 'b' }),
      'POST /pipelines/a/fields',
      { yaml: 'b' },
    ],
    [
      'previewPipelineNode',
      api => api.previewPipelineNode('a', { yaml: 'b', node: 'n' }),
      'POST /pipelines/a/previews',
      { limit: 50, yaml: 'b', node: 'n' },
    ],
    [
      'getConnector',
      api => api.getConnector('sink', 'MySQL-CDC', { release: '2.3.8' }),
      'GET /connectors/sink/MySQL-CDC?release=2.3.8',
    ],
    [
      'listConnectors',
      api => api.listConnectors({ kind: 'sink' }),
      'GET /connectors?kind=sink',
    ],
    ['listTargets', api => api.listTargets(), 'GET /targets'],
    [
      'listRunOperations',
      api => api.listRunOperations('r', { limit: 3 }),
      'GET /runs/r/operations?limit=3',
    ],
    [
      'listRunSnapshots',
      api => api.listRunSnapshots('r'),
      'GET /runs/r/snapshots',
    ],
    [
      'deleteRunSnapshot',
      api => api.deleteRunSnapshot('r', 's'),
      'DELETE /runs/r/snapshots/s',
    ],
    [
      'listPipelineSnapshots',
      api => api.listPipelineSnapshots('a'),
      'GET /pipelines/a/snapshots',
    ],
    ['getRunJob', api => api.getRunJob('r'), 'GET /runs/r/job'],
    [
      'getRunJobText',
      api =>
        api.getRunJobText('r', {
          process: 'tm:1',
          text: 'log',
          file: 'a b.log',
          tailBytes: 10,
        }),
      'GET /runs/r/job/text?process=tm%3A1&text=log&file=a%20b.log&tailBytes=10',
    ],
    [
      'adoptJob',
      api => api.adoptJob('t', 'aa', { pipeline: 'p' }),
      'POST /targets/t/jobs/aa/adoption',
      { pipeline: 'p' },
    ],
    [
      'createTargetUiTicket',
      api => api.createTargetUiTicket('t'),
      'POST /targets/t/ui-tickets',
    ],
    [
      'executeSql',
      api => api.executeSql('s', { statement: 'select 1' }),
      'POST /sql/sessions/s/operations',
      { statement: 'select 1', waitMs: 0 },
    ],
    [
      'updateSqlQuery',
      api => api.updateSqlQuery('q', { title: 't', sql: '' }, { ifMatch }),
      'PUT /sql/queries/q',
      { title: 't', sql: '' },
    ],
    [
      'putSqlEnvironment',
      api =>
        api.putSqlEnvironment('e', {
          owner: 'o',
          initialSql: '',
          variables: {},
        }),
      'PUT /sql/environments/e',
      { owner: 'o', initialSql: '', variables: {} },
    ],
    ['clearSqlHistory', api => api.clearSqlHistory(), 'DELETE /sql/history'],
  ])('%s', async (...row) => {
    const [name, call, line, body] = row;
    const result = await call(client);
    expect(`${request.method} ${request.url}`).toBe(
      line.replace(' ', ' /api/scaleph'),
    );
    expect(request.body === '' ? undefined : JSON.parse(request.body)).toEqual(
      body,
    );
    expect(result).toEqual(
      /^(delete|clear|close)/.test(name) ? undefined : { answer: 1 },
    );
  });

  it('has a method for every operation of the contract', () => {
    const contract = readFileSync(
      join(__dirname, '..', 'generated', 'api.ts'),
      'utf8',
    );
    const operations = contract
      .slice(contract.indexOf('export interface operations {'))
      .match(/^ {2,4}\w+(?=: \{$)/gm)!
      .filter((line, _index, lines) => indent(line) === indent(lines[0]))
      .map(line => line.trim());
    expect(operations.length).toBeGreaterThan(80);
    expect(Object.keys(client).sort()).toEqual(operations.sort());
  });

  it('takes an archive as it comes, and sends one as it is', async () => {
    const archive = await client.exportSystem('system:default/shop');
    expect(`${request.method} ${request.url}`).toBe(
      'GET /api/scaleph/archives?system=system%3Adefault%2Fshop',
    );
    expect(JSON.parse(await archive.text())).toEqual({ answer: 1 });
    const one = await client.exportPipeline('a');
    expect(request.url).toBe('/api/scaleph/pipelines/a/archive');
    expect(one.size).toBe(archive.size);

    await client.importArchive(new Blob(['PK\u0000']), {
      onConflict: 'copy',
      dryRun: true,
    });
    expect(`${request.method} ${request.url} ${request.body}`).toBe(
      'POST /api/scaleph/archives?onConflict=copy&dryRun=true PK\u0000',
    );
    expect(request.headers['content-type']).toBe('application/zip');
  });

  it('uploads a jar as it is', async () => {
    await client.uploadArtifact('a.jar', new Blob(['PK\u0000']), {
      owner: 'group:default/data',
    });
    expect(`${request.method} ${request.url} ${request.body}`).toBe(
      'PUT /api/scaleph/artifacts/a.jar?owner=group%3Adefault%2Fdata PK\u0000',
    );
    expect(request.headers['content-type']).toBe('application/java-archive');
  });

  it('sends the token, the ETag and the idempotency key, and none that is absent', async () => {
    await client.publishPipeline(
      'a',
      {},
      { ifMatch: '*', idempotencyKey: 'k', token: 't' },
    );
    expect(request.headers).toMatchObject({
      authorization: 'Bearer t',
      'if-match': '*',
      'idempotency-key': 'k',
      'content-type': 'application/json',
    });
    await client.listPipelines();
    for (const name of [
      'authorization',
      'if-match',
      'idempotency-key',
      'content-type',
    ]) {
      expect(request.headers).not.toHaveProperty(name);
    }
  });

  it('hands url and init to the fetch that it is given', async () => {
    const calls: unknown[] = [];
    const { signal } = new AbortController();
    const own = new ScalephClient({
      discoveryApi: { getBaseUrl: async () => 'http://scaleph/' },
      fetchApi: {
        fetch: async (url, init) => {
          calls.push(url, init?.method, init?.signal === signal);
          return new Response(null, { status: 204 });
        },
      },
    });
    await own.deletePipeline('a', { ifMatch, signal });
    expect(calls).toEqual(['http://scaleph/pipelines/a', 'DELETE', true]);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(client.listRuns({}, { signal })).rejects.toThrow('enough');
  });

  it.each<[string, Answer, Partial<ScalephApiError>]>([
    [
      "Backstage's error body",
      {
        status: 400,
        body: {
          error: {
            name: 'InputError',
            message: 'Pipeline "a" has problems',
            problems: [{ code: 'cycle' }],
          },
          response: { statusCode: 400 },
        },
      },
      {
        statusCode: 400,
        name: 'InputError',
        message: 'Pipeline "a" has problems',
        problems: [{ code: 'cycle' }] as never,
      },
    ],
    [
      'a stale ETag',
      {
        status: 412,
        body: {
          error: { name: 'PreconditionFailedError', message: 'stale' },
          response: { statusCode: 412 },
        },
      },
      {
        statusCode: 412,
        name: 'PreconditionFailedError',
        message: 'stale',
        problems: undefined,
      },
    ],
    [
      'the page of a proxy',
      { status: 502, text: '<html><h1>Bad\n gateway</h1></html>' },
      {
        statusCode: 502,
        name: 'ResponseError',
        message: 'Scaleph answered 502 Bad Gateway: Bad gateway',
      },
    ],
    [
      'nothing',
      { status: 503 },
      { statusCode: 503, message: 'Scaleph answered 503 Service Unavailable' },
    ],
    [
      'something else in JSON',
      { status: 500, body: { oops: 1 } },
      { statusCode: 500, name: 'ResponseError' },
    ],
  ])('throws on %s', async (_, given, expected) => {
    answer = given;
    const error = await client.getPipeline('a').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ScalephApiError);
    expect(error).toMatchObject(expected);
  });
});
