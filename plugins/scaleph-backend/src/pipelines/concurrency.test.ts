import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';

const API = '/api/scaleph';

describeDatabases('Writers at the same time', database => {
  let user: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    const scaleph = await startTestScaleph({ knex: await database.create() });
    user = scaleph.as('user:default/anna');
  });

  const create = (name: string, key?: string) =>
    user
      .post(`${API}/pipelines`)
      .set(key ? { 'Idempotency-Key': key } : {})
      .send({ document: pipelineDocument(name) });
  const save = (name: string, ifMatch: string, query: string) =>
    user
      .put(`${API}/pipelines/${name}`)
      .set('If-Match', ifMatch)
      .send({ document: pipelineDocument(name, { query }) });

  it('lets exactly one of two saves of the same state through', async () => {
    const { body } = await create('shared').expect(201);
    let next: string = body.etag;
    for (let round = 0; round < 20; round++) {
      const etag = next;
      const queries = [`select ${round}, 1`, `select ${round}, 2`];
      const answers = await Promise.all(
        queries.map(query => save('shared', etag, query)),
      );
      expect(answers.map(answer => answer.status).sort()).toEqual([200, 412]);
      const winner = answers.findIndex(answer => answer.status === 200);
      const stored = await user.get(`${API}/pipelines/shared`).expect(200);
      expect(stored.body.document.spec.nodes[1].options.query).toBe(
        queries[winner],
      );
      expect(stored.body.etag).toBe(answers[winner].body.etag);
      next = stored.body.etag;
    }
  });

  it('overwrites knowingly with *, losing none of the writes half', async () => {
    await create('overwritten').expect(201);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(n => save('overwritten', '*', `select ${n}`)),
    );
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 200]);
    const { body } = await user.get(`${API}/pipelines/overwritten`);
    expect(body.etag).toMatch(/-5"$/);
  });

  it('makes one version of two publishings', async () => {
    const { body } = await create('published').expect(201);
    const publish = () =>
      user
        .post(`${API}/pipelines/published/versions`)
        .set('If-Match', body.etag)
        .send({});
    const answers = await Promise.all([publish(), publish()]);
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 412]);
    const versions = await user.get(`${API}/pipelines/published/versions`);
    expect(versions.body.totalItems).toBe(1);
  });

  it('makes one pipeline of creates with the same key, and answers all alike', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => create('once', 'key-1')),
    );
    expect(answers.map(answer => answer.status)).toEqual(Array(5).fill(201));
    expect(new Set(answers.map(answer => answer.text)).size).toBe(1);
    // Also later, after it has changed.
    await save('once', answers[0].body.etag, 'select 2').expect(200);
    const again = await create('once', 'key-1').expect(201);
    expect(again.body).toEqual(answers[0].body);
    const other = await create('twice', 'key-1').expect(409);
    expect(other.body.error.message).toContain('Idempotency-Key "key-1"');
    await user.get(`${API}/pipelines/twice`).expect(404);
  });

  it('answers a repeated publishing although the ETag has moved on', async () => {
    const { body } = await create('retried').expect(201);
    const publish = () =>
      user
        .post(`${API}/pipelines/retried/versions`)
        .set('If-Match', body.etag)
        .set('Idempotency-Key', 'key-2')
        .send({ message: 'Once' });
    const first = await publish().expect(201);
    const again = await publish().expect(201);
    expect(again.body).toEqual(first.body);
  });

  it('makes one of two creates of a name', async () => {
    const answers = await Promise.all([create('taken'), create('taken')]);
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 409]);
  });

  it('never deletes a pipeline while a run of it comes up', async () => {
    for (let round = 0; round < 10; round++) {
      const name = `racing-${round}`;
      const created = await user
        .post(`${API}/pipelines`)
        .send({ document: pipelineDocument(name), publish: true })
        .expect(201);
      const [deletion, run] = await Promise.all([
        user
          .delete(`${API}/pipelines/${name}`)
          .set('If-Match', created.body.etag),
        user.post(`${API}/pipelines/${name}/runs`).send({}),
      ]);
      expect([
        [204, 404],
        [409, 201],
      ]).toContainEqual([deletion.status, run.status]);
    }
  });
});
