import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import {
  defaultEmbeddedSettings,
  EmbeddedEngine,
} from '@scaleph/backstage-plugin-scaleph-backend-module-embedded';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scalephEnginesExtensionPoint } from '@scaleph/backstage-plugin-scaleph-node';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { FakeEngine } from '../__testUtils__/FakeEngine';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';

// Each look is a process of its own, which starts slowly on a busy machine.
jest.setTimeout(60_000);

const API = '/api/scaleph';

/** Anna may everything; Otto may not run, and use no data source; Rita may only read. */
class Portal implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const denied = {
      'user:default/otto': /^scaleph\.(pipeline\.run|data-source\.use)$/,
      'user:default/paul': /^scaleph\.data-source\.use$/,
      'user:default/rita': /\.(update|run|use)$/,
      'user:default/sven': /^scaleph\.pipeline\.read$/,
    }[user?.info.userEntityRef ?? ''];
    return {
      result: denied?.test(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    };
  }
}

function embedded(engine: EmbeddedEngine) {
  return createBackendModule({
    pluginId: 'scaleph',
    moduleId: 'embedded-engine',
    register(env) {
      env.registerInit({
        deps: { engines: scalephEnginesExtensionPoint },
        async init({ engines }) {
          engines.addEngine(engine);
        },
      });
    },
  });
}

describeDatabases('Previews', database => {
  let root: string;
  let scaleph: TestScaleph;
  let document: PipelineDocument;

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'previews-')));
    await mkdir(join(root, 'data'));
    await writeFile(join(root, 'data', 'in.csv'), 'id,name\n1,Ada\n2,Grace\n');
    scaleph = await startTestScaleph({
      knex: await database.create(),
      roots: [join(root, 'data')],
      permissions: new PolicyPermissions(new Portal()),
      engine: new FakeEngine({ id: 'fake' }),
      features: [
        embedded(
          new EmbeddedEngine({
            settings: {
              ...defaultEmbeddedSettings(),
              directory: join(root, 'runs'),
              roots: [join(root, 'data')],
            },
          }),
        ),
      ],
    });
    const anna = scaleph.as('user:default/anna');
    await anna
      .post(`${API}/data-sources`)
      .send({
        name: 'files',
        type: 'local-directory',
        owner: 'group:default/data',
        config: { directory: join(root, 'data') },
      })
      .expect(201);
    document = {
      ...(pipelineDocument('people') as PipelineDocument),
    };
    document.spec.nodes = [
      {
        id: 'read',
        kind: 'source',
        connector: 'LocalFile',
        dataSource: 'files',
        options: { path: 'in.csv', file_format_type: 'csv' },
      },
      {
        id: 'upper',
        kind: 'transform',
        connector: 'Sql',
        options: { query: 'SELECT id, upper(name) AS name FROM read' },
      },
    ];
    document.spec.edges = [{ from: 'read', to: 'upper' }];
    await anna.post(`${API}/pipelines`).send({ document }).expect(201);
  });

  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  const post = (user: string, path: string, body: object) =>
    scaleph
      .as(`user:default/${user}`)
      .post(`${API}/pipelines/${path}`)
      .send(body);

  it('tells fields and rows of a document that is not stored', async () => {
    const edited = structuredClone(document);
    edited.spec.nodes[1].options = { query: 'SELECT count(*) AS n FROM read' };
    const { body } = await post('anna', 'people/fields', {
      document: edited,
    }).expect(200);
    expect(body.nodes.upper.fields).toEqual([{ name: 'n', type: 'bigint' }]);
    const preview = await post('anna', 'people/previews', {
      document: edited,
      node: 'upper',
    }).expect(200);
    expect(preview.body).toEqual({
      sample: {
        columns: [{ name: 'n', type: 'bigint' }],
        rows: [[2]],
        truncated: false,
      },
      durationMs: expect.any(Number),
    });
    const stored = await scaleph
      .as('user:default/anna')
      .get(`${API}/pipelines/people`)
      .expect(200);
    expect(stored.body.document.spec.nodes[1].options.query).toContain('upper');
  });

  it('shows rows to who may run the pipeline and use its data sources alone', async () => {
    const body = { document, node: 'upper' };
    const refused = await post('otto', 'people/previews', body).expect(403);
    expect(refused.body.error.message).toBe(
      'Pipeline "people": you lack the permission scaleph.pipeline.run on it',
    );
    await post('rita', 'people/previews', body).expect(403);
    await post('rita', 'people/fields', { document }).expect(403);
    await post('sven', 'people/previews', body).expect(404);
    const noUse = await post('paul', 'people/previews', body).expect(200);
    expect(noUse.body).toMatchObject({
      node: 'read',
      reason:
        'Data source "files": you lack the permission scaleph.data-source.use on it',
    });
    expect(noUse.body.sample).toBeUndefined();
    const fields = await post('otto', 'people/fields', { document }).expect(
      200,
    );
    expect(fields.body.nodes.read.fields).toBeUndefined();
    expect(fields.body.nodes.read.reason).toMatch(/lack the permission/);
  });

  it('leaves a trace in the audit log, without any data', async () => {
    scaleph.auditor.events.length = 0;
    await post('anna', 'people/previews', { document, node: 'upper' });
    const [event] = scaleph.auditor.events;
    expect(event).toMatchObject({
      eventId: 'pipeline-preview',
      meta: { pipeline: 'people', node: 'upper' },
    });
    expect(JSON.stringify(scaleph.auditor.events)).not.toMatch(/ADA/);
  });

  it('refuses what is no document, no node, no graph', async () => {
    await post('anna', 'people/fields', { document: { kind: 'x' } }).expect(
      400,
    );
    await post('anna', 'people/fields', {}).expect(400);
    await post('anna', 'people/previews', { document }).expect(400);
    await post('anna', 'people/previews', {
      document,
      node: 'upper',
      limit: 201,
    }).expect(400);
    await post('anna', 'nobody/fields', { document }).expect(404);
    const other = await post('anna', 'people/previews', {
      document,
      node: 'gone',
    }).expect(200);
    expect(other.body.reason).toBe('There is no node "gone"');
  });
});
