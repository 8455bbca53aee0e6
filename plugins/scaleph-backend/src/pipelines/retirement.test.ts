import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { waitFor } from '../__testUtils__/waitFor';

const API = '/api/scaleph';

describeDatabases('The retirement of pipelines', database => {
  let knex: Knex;
  let scaleph: TestScaleph;
  let user: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    knex = await database.create();
    scaleph = await startTestScaleph({ knex });
    user = scaleph.as('user:default/anna');
  });

  async function create(name: string, options: object = {}) {
    const { body } = await user
      .post(`${API}/pipelines`)
      .send({ document: pipelineDocument(name), publish: true, ...options })
      .expect(201);
    return body;
  }

  function retire(pipeline: { name: string; etag: string }, body: object = {}) {
    return user
      .put(`${API}/pipelines/${pipeline.name}/retirement`)
      .set('If-Match', pipeline.etag)
      .send(body);
  }

  async function namesOf(retired?: string): Promise<string[]> {
    const { body } = await user
      .get(`${API}/pipelines`)
      .query({ search: 'listed', ...(retired && { retired }) })
      .expect(200);
    expect(body.totalItems).toBe(body.items.length);
    return body.items.map((item: { name: string }) => item.name);
  }

  it('takes a pipeline out of use, and brings it back as it was', async () => {
    const created = await create('old');
    const retired = await retire(created, { message: 'Nobody reads it' });
    expect(retired.status).toBe(200);
    expect(retired.body).toMatchObject({
      name: 'old',
      publishedVersion: 1,
      updatedBy: 'user:default/anna',
      retired: {
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        by: 'user:default/anna',
        message: 'Nobody reads it',
      },
    });
    expect(retired.body.etag).not.toBe(created.etag);
    expect(retired.headers.etag).toBe(retired.body.etag);
    expect(retired.body.document).toEqual(created.document);
    expect(scaleph.published).toContainEqual({
      topic: 'scaleph.catalog',
      eventPayload: { kind: 'pipeline', name: 'old', change: 'upsert' },
    });

    const back = await user
      .delete(`${API}/pipelines/old/retirement`)
      .set('If-Match', retired.body.etag)
      .expect(200);
    expect(back.body.retired).toBeUndefined();
    expect(back.body.etag).not.toBe(retired.body.etag);
    await user.post(`${API}/pipelines/old/runs`).send({}).expect(201);
  });

  it('refuses to edit, publish and run a retired pipeline, and says the way back', async () => {
    const created = await create('resting');
    const { body } = await retire(created).expect(200);
    const refusals = [
      user
        .put(`${API}/pipelines/resting`)
        .set('If-Match', body.etag)
        .send({ document: pipelineDocument('resting', { query: 'select 1' }) }),
      user
        .post(`${API}/pipelines/resting/versions`)
        .set('If-Match', body.etag)
        .send({}),
      user.post(`${API}/pipelines/resting/runs`).send({}),
    ];
    for (const refusal of refusals) {
      const { body: answer } = await refusal.expect(409);
      expect(answer.error.message).toContain('Pipeline "resting" was retired');
      expect(answer.error.message).toContain('bring it back first');
    }
    // It stays readable with its versions, runs and plan.
    await user.get(`${API}/pipelines/resting/versions/1`).expect(200);
    await user.get(`${API}/pipelines/resting/runs`).expect(200);
    await user.post(`${API}/pipelines/resting/plan`).send({}).expect(200);
    const after = await user.get(`${API}/pipelines/resting`).expect(200);
    expect(after.body).toEqual(body);
  });

  it('is refused while a run is alive', async () => {
    const created = await create('busy');
    const { body: run } = await user
      .post(`${API}/pipelines/busy/runs`)
      .send({})
      .expect(201);
    const refused = await retire(created).expect(409);
    expect(refused.body.error.message).toBe(
      'Pipeline "busy" has a run that has not ended: stop it, then retire the pipeline',
    );
    const { body } = await user.get(`${API}/pipelines/busy`).expect(200);
    expect(body.retired).toBeUndefined();
    expect(body.etag).toBe(created.etag);

    await user
      .post(`${API}/runs/${run.id}/actions`)
      .send({ action: 'cancel' })
      .expect(202);
    await waitFor(async () => {
      const { body: now } = await user.get(`${API}/pipelines/busy`);
      return now.lastRun?.state === 'CANCELED';
    });
    await retire(created).expect(200);
  });

  it('needs the ETag that was read last, and changes nothing twice', async () => {
    const created = await create('twice');
    await user.put(`${API}/pipelines/twice/retirement`).send({}).expect(428);
    const first = await retire(created).expect(200);
    await retire(created).expect(412);
    const second = await retire(first.body, { message: 'Again' }).expect(200);
    expect(second.body).toEqual(first.body);
    await user
      .delete(`${API}/pipelines/twice/retirement`)
      .set('If-Match', created.etag)
      .expect(412);
    const back = await user
      .delete(`${API}/pipelines/twice/retirement`)
      .set('If-Match', '*')
      .expect(200);
    const again = await user
      .delete(`${API}/pipelines/twice/retirement`)
      .set('If-Match', '*')
      .expect(200);
    expect(again.body).toEqual(back.body);
    await user
      .put(`${API}/pipelines/nowhere/retirement`)
      .set('If-Match', '*')
      .send({})
      .expect(404);
  });

  it('keeps retired pipelines out of lists that do not ask for them', async () => {
    await create('listed-kept');
    const gone = await create('listed-gone');
    const { body } = await retire(gone, { message: 'Replaced' }).expect(200);
    expect(await namesOf()).toEqual(['listed-kept']);
    expect(await namesOf('no')).toEqual(['listed-kept']);
    expect(await namesOf('only')).toEqual(['listed-gone']);
    expect(await namesOf('all')).toEqual(['listed-gone', 'listed-kept']);
    await user
      .get(`${API}/pipelines`)
      .query({ retired: 'perhaps' })
      .expect(400);

    const only = await user
      .get(`${API}/pipelines`)
      .query({ retired: 'only', search: 'listed' })
      .expect(200);
    expect(only.body.items[0].retired).toEqual(body.retired);
  });

  it('leaves nothing behind when a retired pipeline is deleted', async () => {
    const { body } = await retire(await create('gone')).expect(200);
    await user
      .delete(`${API}/pipelines/gone`)
      .set('If-Match', body.etag)
      .expect(204);
    const [{ count }] = await knex('pipeline_retirements')
      .whereNotIn('pipeline_id', knex('pipelines').select('id'))
      .count({ count: '*' });
    expect(Number(count)).toBe(0);
    expect((await create('gone')).retired).toBeUndefined();
  });

  it('is audited', async () => {
    scaleph.auditor.events.length = 0;
    const created = await create('watched');
    const { body } = await retire(created).expect(200);
    await user
      .delete(`${API}/pipelines/watched/retirement`)
      .set('If-Match', body.etag)
      .expect(200);
    expect(scaleph.auditor.events.slice(1)).toMatchObject([
      { eventId: 'pipeline-retire', outcome: 'succeeded' },
      { eventId: 'pipeline-bring-back', outcome: 'succeeded' },
    ]);
  });
});

describeDatabases('The permission to retire pipelines', database => {
  it('is scaleph.pipeline.delete, both ways', async () => {
    const { as } = await startTestScaleph({
      knex: await database.create(),
      permissions: new PolicyPermissions({
        handle: async ({ permission }, asking) => ({
          result:
            permission.name === 'scaleph.pipeline.delete' &&
            asking?.info.userEntityRef !== 'user:default/admin'
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      }),
    });
    const { body } = await as('user:default/admin')
      .post(`${API}/pipelines`)
      .send({ document: pipelineDocument('kept') })
      .expect(201);
    const put = (user: string, etag: string) =>
      as(user)
        .put(`${API}/pipelines/kept/retirement`)
        .set('If-Match', etag)
        .send({});
    const refused = await put('user:default/anna', body.etag).expect(403);
    expect(refused.body.error.message).toContain('scaleph.pipeline.delete');
    const retired = await put('user:default/admin', body.etag).expect(200);
    await as('user:default/anna')
      .delete(`${API}/pipelines/kept/retirement`)
      .set('If-Match', retired.body.etag)
      .expect(403);
  });
});
