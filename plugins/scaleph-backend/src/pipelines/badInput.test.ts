import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';

const API = '/api/scaleph';

type Agent = ReturnType<TestScaleph['as']>;

interface BadInput {
  case: string;
  send: (user: Agent, etag: string) => request.Test;
  status: number;
  name: string;
  message: string | RegExp;
  /** One of the problems. */
  problem?: object;
}

const document = pipelineDocument;

/** The document of pipeline "good" with one node changed. */
function withNode(index: number, node: object) {
  const changed = document('good');
  Object.assign(changed.spec.nodes[index], node);
  return changed;
}

const put = (body: object) => (user: Agent, etag: string) =>
  user.put(`${API}/pipelines/good`).set('If-Match', etag).send(body);
const post = (body: object | string) => (user: Agent) =>
  user.post(`${API}/pipelines`).send(body);
const publishNew = (changed: object) =>
  post({
    document: {
      ...changed,
      metadata: { name: 'never', owner: 'group:default/data' },
    },
    publish: true,
  });

const cases: BadInput[] = [
  {
    case: 'malformed YAML',
    send: put({ yaml: 'metadata:\n  name: good\n bad indent: [' }),
    status: 400,
    name: 'InputError',
    message: /^The document is not a pipeline: /,
    problem: { line: expect.any(Number), column: expect.any(Number) },
  },
  {
    case: 'YAML with a key twice',
    send: put({ yaml: 'kind: Pipeline\nkind: Pipeline\n' }),
    status: 400,
    name: 'InputError',
    message: /unique|twice|duplicate/i,
  },
  {
    case: 'neither document nor YAML',
    send: put({}),
    status: 400,
    name: 'InputError',
    message: 'either as "document" or as "yaml"',
  },
  {
    case: 'both document and YAML',
    send: put({ document: document('good'), yaml: 'x' }),
    status: 400,
    name: 'InputError',
    message: 'either as "document" or as "yaml"',
  },
  {
    case: 'an unknown field of the request',
    send: put({ document: document('good'), force: true }),
    status: 400,
    name: 'InputError',
    message: 'body /force is not a known field',
    problem: { pointer: '/force', code: 'unknown-field' },
  },
  {
    case: 'an unknown field of the document',
    send: put({ document: { ...document('good'), secret: 'x' } }),
    status: 400,
    name: 'InputError',
    message: 'secret',
    problem: { pointer: '/secret' },
  },
  {
    case: 'a wrong type in the request',
    send: post({ document: document('new'), publish: 'yes' }),
    status: 400,
    name: 'InputError',
    message: 'body /publish: must be boolean',
    problem: { pointer: '/publish', code: 'invalid-request' },
  },
  {
    case: 'an unknown connector on publishing',
    send: publishNew(withNode(0, { connector: 'Nope' })),
    status: 400,
    name: 'InputError',
    message: '"Nope"',
    problem: { code: 'unknown-connector', pointer: '/spec/nodes/0/connector' },
  },
  {
    case: 'a missing option on publishing',
    send: publishNew(withNode(1, { options: {} })),
    status: 400,
    name: 'InputError',
    message: 'option "query" is required',
    problem: { code: 'missing-option', node: 'all' },
  },
  {
    case: 'a wrongly typed option on publishing',
    send: publishNew(withNode(1, { options: { query: 7 } })),
    status: 400,
    name: 'InputError',
    message: 'query',
    problem: {
      code: 'invalid-option',
      pointer: '/spec/nodes/1/options/query',
    },
  },
  {
    case: 'a cycle on publishing',
    send: publishNew({
      ...document('good'),
      spec: {
        ...document('good').spec,
        nodes: [
          ...document('good').spec.nodes,
          {
            id: 'back',
            kind: 'transform',
            connector: 'Sql',
            options: { query: 'select * from more' },
          },
          {
            id: 'more',
            kind: 'transform',
            connector: 'Sql',
            options: { query: 'select * from back' },
          },
        ],
        edges: [
          ...document('good').spec.edges,
          { from: 'back', to: 'more' },
          { from: 'more', to: 'back' },
        ],
      },
    }),
    status: 400,
    name: 'InputError',
    message: 'in a circle',
    problem: { code: 'cycle' },
  },
  {
    case: 'a data source that does not exist on publishing',
    send: publishNew(
      withNode(2, {
        connector: 'Jdbc',
        dataSource: 'nowhere',
        options: { table: 'orders' },
      }),
    ),
    status: 400,
    name: 'InputError',
    message: 'nowhere',
    problem: { code: 'unknown-data-source', node: 'print' },
  },
  {
    case: 'a document of 10 MB',
    send: put({ yaml: 'x'.repeat(10_000_000) }),
    status: 413,
    name: 'PayloadTooLargeError',
    message: 'up to 1 MiB',
  },
  {
    case: 'a text a little over 1 MiB',
    send: put({ yaml: 'x'.repeat(1_048_577) }),
    status: 400,
    name: 'InputError',
    message: '1048576',
  },
  {
    case: 'a name with spaces and emoji',
    send: post({ document: document('my pipeline 🚀') }),
    status: 400,
    name: 'InputError',
    message: 'name',
    problem: { pointer: '/metadata/name' },
  },
  {
    case: 'a name with spaces and emoji in the path',
    send: user =>
      user.get(`${API}/pipelines/${encodeURIComponent('my pipeline 🚀')}`),
    status: 404,
    name: 'NotFoundError',
    message: 'Pipeline "my pipeline 🚀" does not exist',
  },
  {
    case: 'a duplicate create',
    send: post({ document: document('good') }),
    status: 409,
    name: 'ConflictError',
    message: 'Pipeline "good" exists already',
  },
  {
    case: 'another name in an update',
    send: put({ document: document('better') }),
    status: 400,
    name: 'InputError',
    message: 'cannot be renamed to "better"',
  },
  {
    case: 'a stale ETag',
    send: user =>
      user
        .put(`${API}/pipelines/good`)
        .set('If-Match', '"00000000-1"')
        .send({ document: document('good') }),
    status: 412,
    name: 'PreconditionFailedError',
    message: 'Pipeline "good" was changed by someone else',
  },
  {
    case: 'no ETag in an update',
    send: user =>
      user.put(`${API}/pipelines/good`).send({ document: document('good') }),
    status: 428,
    name: 'PreconditionRequiredError',
    message: 'If-Match',
  },
  {
    case: 'no ETag in a delete',
    send: user => user.delete(`${API}/pipelines/good`),
    status: 428,
    name: 'PreconditionRequiredError',
    message: 'If-Match',
  },
  {
    case: 'no ETag in publishing',
    send: user => user.post(`${API}/pipelines/good/versions`).send({}),
    status: 428,
    name: 'PreconditionRequiredError',
    message: 'If-Match',
  },
  {
    case: 'an unknown pipeline',
    send: user => user.get(`${API}/pipelines/unknown`),
    status: 404,
    name: 'NotFoundError',
    message: 'Pipeline "unknown" does not exist',
  },
  {
    case: 'an unknown version',
    send: user => user.get(`${API}/pipelines/good/versions/12`),
    status: 404,
    name: 'NotFoundError',
    message: 'has no version 12',
  },
  {
    case: 'a version beyond all numbers',
    send: user => user.get(`${API}/pipelines/good/versions/99999999999`),
    status: 404,
    name: 'NotFoundError',
    message: 'has no version 99999999999',
  },
  {
    case: 'a run of a version beyond all numbers',
    send: user =>
      user.post(`${API}/pipelines/good/runs`).send({ version: 99999999999 }),
    status: 404,
    name: 'NotFoundError',
    message: 'has no version 99999999999',
  },
  {
    case: 'a version that is no number',
    send: user => user.get(`${API}/pipelines/good/versions/latest`),
    status: 400,
    name: 'InputError',
    message: 'version',
  },
  {
    case: 'a diff of something unpublished',
    send: user => user.get(`${API}/pipelines/good/diff`),
    status: 404,
    name: 'NotFoundError',
    message: 'no published version',
  },
  {
    case: 'an unknown query parameter',
    send: user => user.get(`${API}/pipelines`).query({ colour: 'red' }),
    status: 400,
    name: 'InputError',
    message: 'colour',
  },
  {
    case: 'a page that is too long',
    send: user => user.get(`${API}/pipelines`).query({ limit: 1000 }),
    status: 400,
    name: 'InputError',
    message: 'limit',
  },
  {
    case: 'an order that there is not',
    send: user => user.get(`${API}/pipelines`).query({ sort: 'colour' }),
    status: 400,
    name: 'InputError',
    message: 'sort',
  },
  {
    case: 'a cursor that was made up',
    send: user => user.get(`${API}/pipelines`).query({ cursor: 'bm8' }),
    status: 400,
    name: 'InputError',
    message: '"cursor"',
  },
  {
    case: 'a body that is not JSON',
    send: user =>
      user
        .post(`${API}/pipelines`)
        .set('Content-Type', 'application/json')
        .send('{"document": '),
    status: 400,
    name: 'InputError',
    message: 'not valid JSON',
  },
  {
    case: 'a body of another type',
    send: user =>
      user
        .post(`${API}/pipelines`)
        .set('Content-Type', 'text/plain')
        .send('kind: Pipeline'),
    status: 415,
    name: 'UnsupportedMediaTypeError',
    message: 'application/json',
  },
  {
    case: 'NUL in the document',
    send: post({
      document: document('nul', { metadata: { title: 'a\0b' } }),
    }),
    status: 400,
    name: 'InputError',
    message: 'NUL',
  },
  {
    case: 'NUL in YAML',
    send: put({
      yaml: JSON.stringify(document('good')).replace(
        '"name"',
        '"title": "a\\0b", "name"',
      ),
    }),
    status: 400,
    name: 'InputError',
    message: 'NUL',
  },
  {
    case: 'NUL in a search',
    send: user => user.get(`${API}/pipelines?search=%00`),
    status: 400,
    name: 'InputError',
    message: 'NUL',
  },
  {
    case: 'NUL in a name',
    send: user => user.get(`${API}/pipelines/a%00b`),
    status: 400,
    name: 'InputError',
    message: 'NUL',
  },
  {
    case: 'an array for a body',
    send: post([] as object),
    status: 400,
    name: 'InputError',
    message: 'body: must be object',
  },
  {
    case: 'a document nested without end',
    send: user =>
      user
        .post(`${API}/pipelines`)
        .set('Content-Type', 'application/json')
        .send(`{"document":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    status: 400,
    name: 'InputError',
    message: '/document',
  },
  {
    case: 'options nested without end',
    send: user =>
      user
        .post(`${API}/pipelines`)
        .set('Content-Type', 'application/json')
        .send(
          JSON.stringify({ document: document('deep') }).replace(
            '"row.num":3',
            `"row.num":${'['.repeat(100_000)}${']'.repeat(100_000)}`,
          ),
        ),
    status: 400,
    name: 'InputError',
    message: 'nested too deeply',
  },
  {
    case: 'an operation that there is not',
    send: user => user.patch(`${API}/pipelines/good`).send({}),
    status: 404,
    name: 'NotFoundError',
    message: 'openapi.json',
  },
  {
    case: 'no token',
    send: user =>
      user
        .get(`${API}/pipelines`)
        .set('Authorization', mockCredentials.none.header()),
    status: 401,
    name: 'AuthenticationError',
    message: '',
  },
  {
    case: 'a token that is not valid',
    send: user =>
      user
        .get(`${API}/pipelines`)
        .set('Authorization', mockCredentials.user.invalidHeader()),
    status: 401,
    name: 'AuthenticationError',
    message: '',
  },
];

describeDatabases('Bad input to pipelines', database => {
  let user: Agent;
  let etag: string;
  let dump: () => Promise<unknown>;

  beforeAll(async () => {
    const knex = await database.create();
    const scaleph = await startTestScaleph({ knex });
    user = scaleph.as('user:default/anna');
    const { body } = await user
      .post(`${API}/pipelines`)
      .send({ document: document('good') })
      .expect(201);
    etag = body.etag;
    dump = () =>
      Promise.all(
        [
          'pipelines',
          'pipeline_versions',
          'pipeline_tags',
          'pipeline_data_sources',
          'idempotency_keys',
        ].map(table => knex(table).select()),
      );
  });

  it.each(cases)(
    '$case: $status',
    async ({ send, status, name, message, problem }) => {
      const before = await dump();
      const { body, ...response } = await send(user, etag);
      expect({ status: response.status, body }).toMatchObject({
        status,
        body: { error: { name }, response: { statusCode: status } },
      });
      expect(body.error.message).toMatch(message);
      expect(body.error).toMatchObject(problem ? withProblem(problem) : {});
      expect(JSON.stringify(body)).not.toMatch(/\bat .*\.[jt]s:/);
      expect(await dump()).toEqual(before);
    },
  );
});

function withProblem(problem: object) {
  return {
    problems: expect.arrayContaining([expect.objectContaining(problem)]),
  };
}
