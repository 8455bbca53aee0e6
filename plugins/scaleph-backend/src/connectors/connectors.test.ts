import { parsePipeline } from '@scaleph/backstage-plugin-scaleph-common';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { FakeEngine } from '../__testUtils__/FakeEngine';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';

const API = '/api/scaleph';

describeDatabases('The API of connectors', database => {
  let scaleph: TestScaleph;
  let user: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    scaleph = await startTestScaleph({
      knex: await database.create(),
      engine: new FakeEngine({
        id: 'flink-session',
        capabilities: {
          pipelineTypes: ['seatunnel'],
          modes: ['batch'],
          actions: ['cancel'],
          seaTunnelRelease: '2.3.4',
        },
      }),
    });
    user = scaleph.as('user:default/anna');
  });

  it('lists summaries, which a browser may keep', async () => {
    const first = await user.get(`${API}/connectors`).expect(200);
    const kafka = first.body.items.find(
      (it: { kind: string; name: string }) =>
        it.kind === 'source' && it.name === 'Kafka',
    );
    expect(kafka).toMatchObject({
      category: 'stream',
      releases: ['2.3.4', '2.3.8'],
      engines: ['flink-session'],
      dataSourceTypes: ['kafka'],
      essential: 'topic',
    });
    for (const item of first.body.items) {
      expect(item).not.toHaveProperty('schema');
    }
    expect(first.headers['cache-control']).toBe('private, no-cache');
    await user
      .get(`${API}/connectors`)
      .set('If-None-Match', first.headers.etag)
      .expect(304);
  });

  it('gives one with the schema of its options, of one release or of all', async () => {
    const path = `${API}/connectors/source/LocalFile`;
    const all = await user.get(path).expect(200);
    expect(all.body.schema.properties.xml_row_tag).toMatchObject({
      'x-releases': ['2.3.8'],
    });
    expect(all.body.release).toBeUndefined();
    await user.get(path).set('If-None-Match', all.headers.etag).expect(304);
    const one = await user.get(path).query({ release: '2.3.4' }).expect(200);
    expect(one.body.release).toBe('2.3.4');
    expect(one.body.schema.properties).not.toHaveProperty('xml_row_tag');
    expect(one.headers.etag).not.toBe(all.headers.etag);
  });

  it.each([
    ['source/Nothing', {}, 404, 'There is no source "Nothing" here'],
    [
      'sink/Doris',
      { release: '2.3.4' },
      404,
      'The catalogue of SeaTunnel 2.3.4 has no sink "Doris"; that of 2.3.8 has it',
    ],
    [
      'sink/Doris',
      { release: '9' },
      400,
      'Nothing is known of the connectors of SeaTunnel 9; of 2.3.4 and 2.3.8 it is',
    ],
  ])('%s %j: %s', async (path, query, status, message) => {
    const { body } = await user
      .get(`${API}/connectors/${path}`)
      .query(query)
      .expect(status);
    expect(body.error.message).toBe(message);
  });

  it('a plan takes what the release of the target has', async () => {
    const { document } = parsePipeline(
      JSON.stringify({
        ...pipelineDocument('release'),
        spec: {
          type: 'seatunnel',
          mode: 'batch',
          nodes: [
            {
              id: 'made',
              kind: 'source',
              connector: 'FakeSource',
              options: {
                schema: { fields: { a: 'array<int>' } },
                'vector.dimension': 3,
              },
            },
            {
              id: 'ask',
              kind: 'transform',
              connector: 'DynamicCompile',
              options: {
                compile_language: 'GROOVY',
                compile_pattern: 'SOURCE_CODE',
                source_code: 'class A {}',
              },
            },
            { id: 'out', kind: 'sink', connector: 'Console' },
          ],
          edges: [
            { from: 'made', to: 'ask' },
            { from: 'ask', to: 'out' },
          ],
        },
      }),
    );
    const created = await user
      .post(`${API}/pipelines`)
      .send({ document })
      .expect(201);
    // Without a target any release will do.
    expect(created.body.problems).toEqual([]);
    const { body } = await user
      .post(`${API}/pipelines/release/plan`)
      .send({ version: 'draft' })
      .expect(400);
    expect(body.error.problems).toEqual([
      expect.objectContaining({
        code: 'not-in-release',
        pointer: '/spec/nodes/0/options/vector.dimension',
        message: expect.stringContaining(
          'option "vector.dimension" of source FakeSource is not in SeaTunnel 2.3.4; 2.3.8 has it',
        ),
        fix: expect.stringContaining('2.3.8'),
      }),
      expect.objectContaining({
        code: 'not-in-release',
        pointer: '/spec/nodes/1/connector',
        message: expect.stringContaining(
          'transform "DynamicCompile" is not in the catalogue of SeaTunnel 2.3.4, which the target runs; that of 2.3.8 has it',
        ),
      }),
    ]);
  });
});
