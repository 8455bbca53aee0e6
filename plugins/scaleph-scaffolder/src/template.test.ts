import scaffolderModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startTestPortal } from './__testUtils__/startTestPortal';
import scaffolderModuleScaleph from './index';

// The template "New data pipeline" as a user has it: in the catalog, run by the real scaffolder.
jest.setTimeout(120_000);

const TEMPLATE = resolve(
  __dirname,
  '../../../examples/templates/data-pipeline/template.yaml',
);
const owner = 'group:default/data';

let portal: Awaited<ReturnType<typeof startTestPortal>>;

beforeAll(async () => {
  portal = await startTestPortal(
    [scaffolderPlugin, scaffolderModel, scaffolderModuleScaleph],
    { locations: [{ type: 'file', target: TEMPLATE }] },
  );
  await writeFile(
    join(portal.directory, 'in.csv'),
    'id,amount\n1,5\n2,-1\n3,7\n',
  );
  await portal.scaleph.createDataSource(
    {
      name: 'files',
      type: 'local-directory',
      owner,
      config: { directory: portal.directory },
    },
    portal.user,
  );
  await portal.scaleph.createDataSource(
    {
      name: 'warehouse',
      type: 'sqlite',
      owner,
      config: { path: join(portal.directory, 'warehouse.db') },
    },
    portal.user,
  );
  await until(() => entity('template', 'data-pipeline'));
});
afterAll(() => portal?.stop());

async function call(path: string, body?: object) {
  const base = await portal.discovery.getBaseUrl(path.split('/')[0]);
  const response = await fetch(
    `${base}/${path.split('/').slice(1).join('/')}`,
    {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${portal.user.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    },
  );
  return { status: response.status, body: await response.json() };
}

async function entity(kind: string, name: string) {
  const path = `catalog/entities/by-name/${kind}/default/${name}`;
  const { status, body } = await call(path);
  return status === 200 ? body : undefined;
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error('Not within 30 seconds');
    await setTimeout(100);
  }
}

async function runTemplate(values: object) {
  const { body, status } = await call('scaffolder/v2/tasks', {
    templateRef: 'template:default/data-pipeline',
    values,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const state = await until(async () => {
    const task = await call(`scaffolder/v2/tasks/${body.id}`);
    return ['completed', 'failed'].includes(task.body.status)
      ? task.body.status
      : undefined;
  });
  const events = await call(`scaffolder/v2/tasks/${body.id}/events`);
  return {
    state,
    log: events.body
      .map((event: { body: { message: string } }) => event.body.message)
      .join('\n'),
    output: events.body.find(
      (event: { type: string }) => event.type === 'completion',
    )?.body.output,
  };
}

const base = { owner, publish: true, run: true };
const fromFile = {
  sourceKind: 'files',
  sourceDirectory: 'resource:default/files',
  sourcePath: 'in.csv',
  sourceFormat: 'csv',
};
const toLog = { sinkKind: 'log' };

describe('New data pipeline', () => {
  it.each<[string, object, { connectors: string[]; rows: [number, number] }]>([
    [
      'file-to-file',
      {
        ...fromFile,
        sql: 'select * from source where amount > 0',
        sinkKind: 'files',
        sinkDirectory: 'resource:default/files',
        sinkPath: 'out.csv',
        sinkFormat: 'csv',
      },
      { connectors: ['LocalFile', 'Sql', 'LocalFile'], rows: [3, 2] },
    ],
    [
      'file-to-table',
      {
        ...fromFile,
        sinkKind: 'table',
        sinkDatabase: 'resource:default/warehouse',
        sinkTable: 'orders',
        sinkMode: 'DROP_DATA',
      },
      { connectors: ['LocalFile', 'Jdbc'], rows: [3, 3] },
    ],
    [
      'table-to-log',
      {
        sourceKind: 'table',
        sourceDatabase: 'resource:default/warehouse',
        sourceTable: 'orders',
        ...toLog,
      },
      { connectors: ['Jdbc', 'Console'], rows: [3, 3] },
    ],
    [
      'query-to-log',
      {
        sourceKind: 'query',
        sourceDatabase: 'resource:default/warehouse',
        sourceQuery: 'select id from orders where amount > 5',
        ...toLog,
      },
      { connectors: ['Jdbc', 'Console'], rows: [1, 1] },
    ],
    [
      'sample-to-log',
      {
        sourceKind: 'sample',
        sourceRows: 20,
        // What is left of a choice that was changed again.
        sourcePath: 'in.csv',
        sourceFormat: 'csv',
        ...toLog,
      },
      { connectors: ['FakeSource', 'Console'], rows: [20, 20] },
    ],
  ])('%s', async (name, values, { connectors, rows }) => {
    const { state, log, output } = await runTemplate({
      ...base,
      name,
      ...values,
    });
    expect([state, log]).toEqual(['completed', expect.any(String)]);
    const { document, publishedVersion } = await portal.scaleph.getPipeline(
      name,
      portal.user,
    );
    expect(document.spec.nodes.map(node => node.connector)).toEqual(connectors);
    expect(publishedVersion).toBe(1);
    expect(output.links).toEqual([
      expect.objectContaining({ entityRef: `component:default/${name}` }),
    ]);
    expect(await entity('component', name)).toBeDefined();
    const { items } = await portal.scaleph.listPipelineRuns(
      name,
      {},
      portal.user,
    );
    expect(
      items.map(run => [run.state, run.rowsRead, run.rowsWritten]),
    ).toEqual([['FINISHED', ...rows]]);
  });

  it('wrote the file', async () => {
    expect(await readdir(portal.directory)).toContain('out.csv');
  });

  it('can leave a draft', async () => {
    const { state } = await runTemplate({
      name: 'only-a-draft',
      owner,
      ...fromFile,
      ...toLog,
      publish: false,
    });
    expect(state).toBe('completed');
    const pipeline = await portal.scaleph.getPipeline(
      'only-a-draft',
      portal.user,
    );
    expect(pipeline.publishedVersion).toBeUndefined();
    expect(pipeline.lastRun).toBeUndefined();
  });

  it('fails with the reason, and creates nothing', async () => {
    const { state, log } = await runTemplate({
      ...base,
      name: 'wrong',
      ...fromFile,
      sourceDirectory: 'resource:default/warehouse',
      ...toLog,
    });
    expect(state).toBe('failed');
    expect(log).toContain(
      'data source "warehouse" is of type "sqlite", source LocalFile needs "local-directory"',
    );
    await expect(
      portal.scaleph.getPipeline('wrong', portal.user),
    ).rejects.toMatchObject({ statusCode: 404 });
  });

  it.each<[string, object]>([
    ['a name with spaces', { name: 'my pipeline' }],
    ['no owner', { owner: undefined }],
    ['a directory without a path', { sourcePath: undefined }],
    ['a source that there is not', { sourceKind: 'kafka' }],
  ])('refuses a form with %s', async (_, change) => {
    const { status } = await call('scaffolder/v2/tasks', {
      templateRef: 'template:default/data-pipeline',
      values: { ...base, name: 'a', ...fromFile, ...toLog, ...change },
    });
    expect(status).toBe(400);
  });

  it('lists its actions with schemas and examples', async () => {
    const { body } = await call('scaffolder/v2/actions');
    const ours = body.filter(({ id }: { id: string }) =>
      id.startsWith('scaleph:'),
    );
    expect(ours.map(({ id }: { id: string }) => id).sort()).toEqual([
      'scaleph:data-source:create',
      'scaleph:pipeline:create',
      'scaleph:pipeline:edit-file',
      'scaleph:pipeline:run',
    ]);
    for (const action of ours) {
      expect(action.examples.length).toBeGreaterThan(1);
      expect(Object.keys(action.schema.input.properties)).not.toEqual([]);
      expect(Object.keys(action.schema.output.properties)).not.toEqual([]);
    }
  });
});
