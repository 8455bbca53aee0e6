import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTestPortal, runAction } from './__testUtils__/startTestPortal';
import { createDataSourceAction } from './dataSources/createDataSourceAction';
import { createPipelineAction } from './pipelines/createPipelineAction';
import { runPipelineAction } from './runs/runPipelineAction';

jest.setTimeout(60_000);

let portal: Awaited<ReturnType<typeof startTestPortal>>;
let createPipeline: ReturnType<typeof createPipelineAction>;
let runPipeline: ReturnType<typeof runPipelineAction>;
let createDataSource: ReturnType<typeof createDataSourceAction>;

beforeAll(async () => {
  portal = await startTestPortal();
  createPipeline = createPipelineAction(portal.services);
  runPipeline = runPipelineAction({ ...portal.services, pollEveryMs: 50 });
  createDataSource = createDataSourceAction(portal.services);
});
afterAll(() => portal?.stop());

const owner = 'group:default/data';
const fakeSource = (rows = 3) => ({
  connector: 'FakeSource',
  options: { schema: { fields: { id: 'int' } }, 'row.num': rows, rows: '' },
});
const log = { connector: 'Console' };
const form = (name: string, more: object = {}) => ({
  name,
  owner,
  source: fakeSource(),
  sink: log,
  ...more,
});
const names = async () =>
  (await portal.scaleph.listPipelines({}, portal.user)).items.map(
    ({ name }) => name,
  );

describe('scaleph:data-source:create', () => {
  const files = (name: string) => ({
    name,
    type: 'local-directory',
    owner,
    system: '',
    config: { directory: portal.directory },
  });

  it('creates a data source', async () => {
    expect(await runAction(createDataSource, files('files'))).toEqual({
      name: 'files',
      entityRef: 'resource:default/files',
    });
    const created = await portal.scaleph.getDataSource('files', portal.user);
    expect(created).toMatchObject({
      type: 'local-directory',
      owner,
      createdBy: 'user:default/mock',
    });
  });

  it('once only, however often it is tried', async () => {
    await runAction(createDataSource, files('files'));
    await runAction(createDataSource, files('files'), { taskId: 'task-2' });
    const { totalItems } = await portal.scaleph.listDataSources(
      { search: 'files' },
      portal.user,
    );
    expect(totalItems).toBe(1);
  });

  it('refuses the name of another one', async () => {
    const other = {
      ...files('files'),
      config: { directory: join(portal.directory, 'elsewhere') },
    };
    await expect(runAction(createDataSource, other)).rejects.toThrow(
      'Data source "files" exists already and is another one: choose another name',
    );
  });

  it.each([
    ['a value', 'hunter2', { set: true, source: 'value' }],
    [
      'a variable of the environment',
      { environment: 'SCALEPH_SECRET_X' },
      { set: true, source: 'environment', reference: 'SCALEPH_SECRET_X' },
    ],
  ])('stores a secret given as %s', async (_, password, status) => {
    const name = `db-${status.source}`;
    await runAction(createDataSource, {
      name,
      type: 'postgresql',
      owner,
      config: { host: 'localhost', database: 'x', user: 'me' },
      secrets: { password },
    });
    const created = await portal.scaleph.getDataSource(name, portal.user);
    expect(created.secrets.password).toEqual(status);
    expect(JSON.stringify(created)).not.toContain('hunter2');
  });

  it.each<[string, object, string]>([
    ['an unknown type', { type: 'postgres' }, 'there is no type "postgres"'],
    [
      'an unknown secret',
      { secrets: { pasword: 'x' } },
      'type "postgresql" has no secret "pasword"',
    ],
  ])('a dry run finds %s and writes nothing', async (_, change, message) => {
    const input = {
      name: 'dry',
      type: 'postgresql',
      owner,
      config: { host: 'localhost', database: 'x', user: 'me' },
      secrets: { password: 'x' },
      ...change,
    };
    await expect(
      runAction(createDataSource, input, { isDryRun: true }),
    ).rejects.toThrow(message);
    await runAction(
      createDataSource,
      { ...input, type: 'postgresql', secrets: { password: 'x' } },
      { isDryRun: true },
    );
    await expect(
      portal.scaleph.getDataSource('dry', portal.user),
    ).rejects.toMatchObject({ statusCode: 404 });
  });
});

describe('scaleph:pipeline:create', () => {
  it('makes a pipeline of the fields of a form', async () => {
    await writeFile(join(portal.directory, 'in.csv'), 'id,amount\n1,5\n2,-1\n');
    const output = await runAction(createPipeline, {
      name: 'from-form',
      title: '',
      owner,
      tags: [],
      source: {
        connector: 'LocalFile',
        dataSource: 'resource:default/files',
        options: { path: 'in.csv', file_format_type: 'csv', schema: '' },
      },
      sql: 'select * from source where amount > 0',
      sink: log,
      publish: true,
    });
    expect(output).toEqual({
      name: 'from-form',
      entityRef: 'component:default/from-form',
      version: 1,
    });
    const { document } = await portal.scaleph.getPipeline(
      'from-form',
      portal.user,
    );
    expect(document.metadata).toEqual({ name: 'from-form', owner, tags: [] });
    expect(document.spec.nodes).toEqual([
      {
        id: 'source',
        kind: 'source',
        connector: 'LocalFile',
        dataSource: 'files',
        options: { path: 'in.csv', file_format_type: 'csv' },
      },
      {
        id: 'sql',
        kind: 'transform',
        connector: 'Sql',
        options: { query: 'select * from source where amount > 0' },
      },
      { id: 'sink', kind: 'sink', connector: 'Console', options: {} },
    ]);
    expect(document.spec.edges).toEqual([
      { from: 'source', to: 'sql' },
      { from: 'sql', to: 'sink' },
    ]);
  });

  it('is in the catalog when the step ends', async () => {
    const { entityRef } = await runAction(createPipeline, form('in-catalog'));
    const entity = await portal.services.catalog.getEntityByRef(
      String(entityRef),
    );
    expect(entity).toBeDefined();
  });

  it('takes a document as text and as data', async () => {
    const { yaml } = await portal.scaleph.getPipeline('from-form', portal.user);
    const renamed = yaml.replace('name: from-form', 'name: from-yaml');
    expect(await runAction(createPipeline, { yaml: renamed })).toEqual({
      name: 'from-yaml',
      entityRef: 'component:default/from-yaml',
      version: undefined,
    });
    const { document } = await portal.scaleph.getPipeline(
      'from-yaml',
      portal.user,
    );
    document.metadata.name = 'from-data';
    const { name } = await runAction(createPipeline, { document });
    expect(name).toBe('from-data');
  });

  it('creates once only, however often it is tried', async () => {
    const input = form('once', { publish: true });
    const first = await runAction(createPipeline, input);
    expect(await runAction(createPipeline, input)).toEqual(first);
    expect(
      await runAction(createPipeline, input, { taskId: 'task-2' }),
    ).toEqual(first);
    const { totalItems } = await portal.scaleph.listPipelineVersions(
      'once',
      {},
      portal.user,
    );
    expect(totalItems).toBe(1);
  });

  it('publishes the draft that an earlier try has left', async () => {
    await runAction(createPipeline, form('left'));
    expect(
      await runAction(createPipeline, form('left', { publish: true })),
    ).toMatchObject({ version: 1 });
  });

  it('refuses the name of another pipeline', async () => {
    await expect(
      runAction(createPipeline, form('once', { source: fakeSource(4) })),
    ).rejects.toThrow(
      'Pipeline "once" exists already and is another one: choose another name',
    );
  });

  it.each<[string, object, string]>([
    [
      'a pipeline that cannot be published',
      form('bad', { publish: true, sink: { connector: 'Consle' } }),
      'The pipeline cannot be published:\n  - Pipeline "bad": node "sink": there is no sink "Consle" (Did you mean "Console"?)',
    ],
    [
      'a pipeline that cannot be stored',
      form('bad name'),
      'The pipeline cannot be stored:\n  - Pipeline "bad name": metadata.name is "bad name"',
    ],
    [
      'text that is no YAML',
      { yaml: 'spec: {' },
      'The pipeline cannot be stored:\n  - Line 1',
    ],
    [
      'two ways at once',
      { ...form('bad'), yaml: 'a: 1' },
      'A pipeline is given by one of "document", "yaml", or "source" and "sink"; 2 are given',
    ],
    ['nothing', {}, '0 are given'],
    [
      'half a form',
      { name: 'bad', source: fakeSource() },
      'A pipeline that is made of a source and a sink also needs "owner", "sink"',
    ],
  ])('refuses %s, in a dry run too', async (_, input, message) => {
    const before = await names();
    for (const isDryRun of [false, true]) {
      await expect(
        runAction(createPipeline, input, { isDryRun }),
      ).rejects.toThrow(message);
    }
    expect(await names()).toEqual(before);
  });

  it('keeps a draft that is not ready yet', async () => {
    expect(
      await runAction(
        createPipeline,
        form('draft', { sink: { connector: 'Consle' } }),
      ),
    ).toMatchObject({ name: 'draft', version: undefined });
  });

  it('a dry run writes nothing', async () => {
    const output = await runAction(
      createPipeline,
      form('dry', { publish: true }),
      { isDryRun: true },
    );
    expect(output).toEqual({
      name: 'dry',
      entityRef: 'component:default/dry',
    });
    expect(await names()).not.toContain('dry');
  });

  it('acts in the name of whoever started the task', async () => {
    await runAction(createPipeline, form('janes'), {
      user: 'user:default/jane',
    });
    const { createdBy } = await portal.scaleph.getPipeline(
      'janes',
      portal.user,
    );
    expect(createdBy).toBe('user:default/jane');
  });
});

describe('scaleph:pipeline:run', () => {
  it('runs a pipeline to its end', async () => {
    const output = await runAction(runPipeline, { pipeline: 'from-form' });
    expect(output).toEqual({
      runId: expect.any(String),
      state: 'FINISHED',
      rowsRead: 2,
      rowsWritten: 1,
    });
  });

  it('once only, however often the step is tried', async () => {
    const input = { pipeline: 'once' };
    const first = await runAction(runPipeline, input, { taskId: 'retried' });
    const second = await runAction(runPipeline, input, { taskId: 'retried' });
    expect(second).toEqual(first);
    const other = await runAction(runPipeline, input, { taskId: 'another' });
    expect(other.runId).not.toBe(first.runId);
  });

  it('does not wait when told so', async () => {
    const { runId, state } = await runAction(runPipeline, {
      pipeline: 'once',
      wait: false,
    });
    expect(state).toBe('CREATED');
    const { pipeline } = await portal.scaleph.getRun(
      String(runId),
      portal.user,
    );
    expect(pipeline).toBe('once');
  });

  it('fails with the reason of the run', async () => {
    await runAction(
      createPipeline,
      form('failing', {
        source: {
          connector: 'LocalFile',
          dataSource: 'files',
          options: { path: 'nothing-here.csv', file_format_type: 'csv' },
        },
        publish: true,
      }),
    );
    await expect(
      runAction(runPipeline, { pipeline: 'failing' }),
    ).rejects.toThrow(
      /^Run [0-9a-f-]{36} of pipeline "failing" is FAILED: .*nothing-here\.csv/,
    );
  });

  it('gives up after its time, and the run goes on', async () => {
    await expect(
      runAction(
        runPipeline,
        { pipeline: 'once', timeoutSeconds: 0.001 },
        { taskId: 'impatient' },
      ),
    ).rejects.toThrow(/has not ended within 0.001 seconds; it goes on/);
  });

  it('asks the run to stop when the task is stopped', async () => {
    const controller = new AbortController();
    const started = runAction(
      runPipeline,
      { pipeline: 'once' },
      { taskId: 'stopped', signal: controller.signal },
    );
    const { items } = await portal.scaleph.listRuns({}, portal.user);
    const known = new Set(items.map(({ id }) => id));
    let run;
    while (!run) {
      const page = await portal.scaleph.listRuns({}, portal.user);
      run = page.items.find(({ id }) => !known.has(id));
    }
    controller.abort();
    await expect(started).rejects.toThrow(/abort/i);
    const { desired, state } = await portal.scaleph.getRun(run.id, portal.user);
    expect([desired, state]).not.toEqual(['running', 'RUNNING']);
  });

  it.each([
    ['that does not exist', { pipeline: 'nobody' }, /nobody/],
    ['that is not published', { pipeline: 'draft' }, /draft/],
    [
      'with a parameter that it has not',
      { pipeline: 'once', parameters: { day: 'x' } },
      /parameter "day"/,
    ],
  ])('refuses a pipeline %s', async (_, input, message) => {
    await expect(
      runAction(runPipeline, input, { taskId: 'refused' }),
    ).rejects.toThrow(message);
  });

  it('a dry run runs nothing', async () => {
    const count = async () =>
      (await portal.scaleph.listRuns({}, portal.user)).totalItems;
    const before = await count();
    expect(
      await runAction(runPipeline, { pipeline: 'dry' }, { isDryRun: true }),
    ).toEqual({});
    expect(await count()).toBe(before);
  });
});
