import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { waitFor } from '../__testUtils__/waitFor';

const API = '/api/scaleph';

describeDatabases('The last run of a pipeline', database => {
  let scaleph: TestScaleph;
  let user: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    scaleph = await startTestScaleph({ knex: await database.create() });
    user = scaleph.as('user:default/anna');
    for (const name of ['failing', 'never-run', 'running']) {
      await user
        .post(`${API}/pipelines`)
        .send({ document: pipelineDocument(name), publish: true })
        .expect(201);
    }
  });

  const run = async (name: string): Promise<string> => {
    const { body } = await user
      .post(`${API}/pipelines/${name}/runs`)
      .send({})
      .expect(201);
    await waitFor(() => scaleph.engine.started.includes(body.id));
    return body.id;
  };
  const lastRunOf = async (name: string) =>
    (await user.get(`${API}/pipelines/${name}`)).body.lastRun;

  const finish = async (id: string) => {
    scaleph.engine.change(id, { state: 'FINISHED' });
    await waitFor(
      async () =>
        (await user.get(`${API}/runs/${id}`)).body.state === 'FINISHED',
    );
  };

  it('is shown with its state, and pipelines are found by it', async () => {
    const { etag } = (await user.get(`${API}/pipelines/failing`)).body;
    const first = await run('failing');
    scaleph.engine.change(first, { state: 'FAILED', reason: 'disk full' });
    const running = await run('running');
    await waitFor(async () => (await lastRunOf('failing'))?.state === 'FAILED');
    await waitFor(
      async () => (await lastRunOf('running'))?.state === 'RUNNING',
    );
    expect(await lastRunOf('failing')).toMatchObject({
      id: first,
      reason: 'disk full',
    });
    expect(await lastRunOf('never-run')).toBeUndefined();

    const failed = await user
      .get(`${API}/pipelines`)
      .query({ state: 'FAILED' })
      .expect(200);
    expect(failed.body).toMatchObject({
      totalItems: 1,
      items: [{ name: 'failing', lastRun: { id: first } }],
    });

    // Only the newest counts; a run is no change of the draft.
    const second = await run('failing');
    const now = await user
      .get(`${API}/pipelines`)
      .query({ state: 'FAILED' })
      .expect(200);
    expect(now.body.totalItems).toBe(0);
    const { body } = await user.get(`${API}/pipelines/failing`);
    expect(body.lastRun.id).toBe(second);
    expect(body.etag).toBe(etag);

    await Promise.all([second, running].map(finish));
  });
});
