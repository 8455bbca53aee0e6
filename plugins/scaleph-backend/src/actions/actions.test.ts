import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { FakeEngine, STREAMING } from '../__testUtils__/FakeEngine';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { testDatabases } from '../__testUtils__/testDatabases';
import { waitFor } from '../__testUtils__/waitFor';

const [sqlite] = testDatabases();

describe('Actions for agents', () => {
  let scaleph: TestScaleph;

  beforeAll(async () => {
    scaleph = await startTestScaleph({
      knex: await sqlite.create(),
      engine: new FakeEngine({ id: 'embedded', capabilities: STREAMING }),
    });
  });

  async function invoke(
    name: string,
    input: JsonObject,
    user = 'user:default/anna',
  ): Promise<JsonObject> {
    const { output } = await scaleph.actions.invoke({
      id: `test:${name}`,
      input,
      credentials: mockCredentials.user(user),
    });
    return output as JsonObject;
  }

  const yaml = (name: string) => JSON.stringify(pipelineDocument(name));

  it('say what they do to the world', async () => {
    const { actions } = await scaleph.actions.list();
    const attributes = Object.fromEntries(
      actions.map(
        ({ name, attributes: { readOnly, destructive, idempotent } }) => [
          name,
          [
            readOnly && 'readOnly',
            destructive && 'destructive',
            idempotent && 'idempotent',
          ]
            .filter(Boolean)
            .join(' '),
        ],
      ),
    );
    expect(attributes).toEqual({
      'list-pipelines': 'readOnly idempotent',
      'get-pipeline': 'readOnly idempotent',
      'validate-pipeline': 'readOnly idempotent',
      'create-pipeline': '',
      'run-pipeline': 'destructive',
      'get-run': 'readOnly idempotent',
      'list-runs': 'readOnly idempotent',
      'stop-run': 'destructive idempotent',
      'operate-run': 'destructive idempotent',
      'list-snapshots': 'readOnly idempotent',
      'list-data-sources': 'readOnly idempotent',
    });
  });

  it('validate, create, find and show a pipeline', async () => {
    expect(await invoke('validate-pipeline', { yaml: yaml('agents') })).toEqual(
      {
        valid: true,
        problems: [],
        yaml: expect.stringContaining('name: agents'),
      },
    );
    expect(
      await invoke('validate-pipeline', { yaml: 'kind: Pipeline' }),
    ).toMatchObject({ valid: false, problems: expect.any(Array) });
    const created = await invoke('create-pipeline', {
      yaml: yaml('agents'),
      publish: true,
      idempotencyKey: 'k',
    });
    expect(created).toMatchObject({ name: 'agents', publishedVersion: 1 });
    expect(
      await invoke('create-pipeline', {
        yaml: yaml('agents'),
        publish: true,
        idempotencyKey: 'k',
      }),
    ).toEqual(created);
    await expect(
      invoke('create-pipeline', { yaml: yaml('agents') }),
    ).rejects.toThrow('Pipeline "agents" exists already');
    expect(await invoke('list-pipelines', { search: 'agent' })).toMatchObject({
      totalItems: 1,
      items: [{ name: 'agents', owner: 'group:default/data' }],
    });
    expect(await invoke('get-pipeline', { name: 'agents' })).toMatchObject({
      name: 'agents',
      yaml: expect.stringContaining('connector: FakeSource'),
      problems: [],
    });
    expect(await invoke('list-data-sources', {})).toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it('run a pipeline, follow the run and stop it', async () => {
    await invoke('create-pipeline', { yaml: yaml('stopped'), publish: true });
    const { id } = await invoke('run-pipeline', { pipeline: 'stopped' });
    await waitFor(
      async () => (await invoke('get-run', { id })).state === 'RUNNING',
    );
    expect(
      await invoke('list-runs', { pipeline: 'stopped', active: true }),
    ).toMatchObject({ totalItems: 1, items: [{ id, state: 'RUNNING' }] });
    await invoke('stop-run', { id });
    await waitFor(
      async () => (await invoke('get-run', { id })).state === 'CANCELED',
    );
    await expect(invoke('stop-run', { id })).rejects.toThrow();
    expect(await invoke('get-run', { id })).toMatchObject({
      pipeline: 'stopped',
      createdBy: 'user:default/anna',
      nodes: expect.any(Array),
      outputs: [],
      log: expect.any(Array),
    });
  });

  it('suspend a run and resume it', async () => {
    const document = pipelineDocument('streamed');
    await invoke('create-pipeline', {
      yaml: JSON.stringify({
        ...document,
        spec: { ...document.spec, mode: 'streaming' },
      }),
      publish: true,
    });
    const { id } = await invoke('run-pipeline', { pipeline: 'streamed' });
    const until = (state: string) =>
      waitFor(async () => (await invoke('get-run', { id })).state === state);
    await until('RUNNING');
    await invoke('operate-run', { id, action: 'suspend' });
    await until('SUSPENDED');
    expect(
      await invoke('list-snapshots', { pipeline: 'streamed' }),
    ).toMatchObject({ items: [{ run: id, kind: 'savepoint' }] });
    expect(await invoke('operate-run', { id, action: 'resume' })).toMatchObject(
      { id, activity: 'resume' },
    );
    await until('RUNNING');
    await expect(
      invoke('operate-run', { id, action: 'cancel' }),
    ).rejects.toThrow();
    await expect(
      invoke('operate-run', { id, action: 'resume' }),
    ).rejects.toThrow(/it is RUNNING/);
    await invoke('stop-run', { id });
  });

  it('audit who asked', async () => {
    scaleph.auditor.events.length = 0;
    await invoke(
      'create-pipeline',
      { yaml: yaml('audited') },
      'user:default/otto',
    );
    expect(scaleph.auditor.events).toMatchObject([
      {
        eventId: 'pipeline-create',
        outcome: 'succeeded',
        meta: { actor: 'user:default/otto', pipeline: 'audited' },
      },
    ]);
  });
});
