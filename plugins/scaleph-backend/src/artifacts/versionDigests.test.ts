import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { FakeEngine } from '../__testUtils__/FakeEngine';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { testJar } from '../__testUtils__/testJar';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';
const MANIFEST =
  'Manifest-Version: 1.0\r\nMain-Class: org.example.Main\r\n\r\n';
const [ONE, OTHER] = [testJar(MANIFEST, 100), testJar(MANIFEST, 100)];
const sha256 = (jar: Buffer) => createHash('sha256').update(jar).digest('hex');

describeDatabases('A version with an uploaded jar', database => {
  let knex: Knex;
  let anna: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    knex = await database.create();
    const scaleph = await startTestScaleph({
      knex,
      engine: new FakeEngine({
        id: 'embedded',
        capabilities: {
          pipelineTypes: ['seatunnel', 'flink-jar'],
          modes: ['batch'],
          actions: ['cancel'],
        },
      }),
    });
    anna = scaleph.as('user:default/anna');
  });

  const upload = (name: string, bytes: Buffer) =>
    anna
      .put(`${API}/artifacts/${name}?owner=group%3Adefault%2Fdata`)
      .set('Content-Type', 'application/java-archive')
      .send(bytes)
      .expect(201);
  const documentOf = (name: string, jar: string) => ({
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name, owner: 'group:default/data' },
    spec: {
      type: 'flink-jar',
      mode: 'batch',
      jar: { artifact: { upload: jar } },
    },
  });
  const run = (name: string, version: number) =>
    anna.post(`${API}/pipelines/${name}/runs`).send({ version });
  const publish = async (name: string) => {
    const { body } = await anna
      .post(`${API}/pipelines/${name}/versions`)
      .set('If-Match', '*')
      .send({});
    return body.version;
  };
  const save = (name: string, jar: string) =>
    anna
      .put(`${API}/pipelines/${name}`)
      .set('If-Match', '*')
      .send({ document: documentOf(name, jar) })
      .expect(200);

  /** Version 1 with a jar whose name is free again, for version 2 has another. */
  async function free(name: string, jar: string) {
    await upload(jar, ONE);
    await anna
      .post(`${API}/pipelines`)
      .send({ document: documentOf(name, jar), publish: true })
      .expect(201);
    await upload(`other-${jar}`, OTHER);
    await save(name, `other-${jar}`);
    expect(await publish(name)).toBe(2);
    await anna.delete(`${API}/artifacts/${jar}`).expect(204);
  }

  it('runs with that jar alone', async () => {
    await free('jobs', 'job.jar');
    const { body } = await anna.get(`${API}/pipelines/jobs/versions/1`);
    expect(body.digests).toEqual({ 'job.jar': sha256(ONE) });
    expect((await run('jobs', 1).expect(400)).body.error.message).toMatch(
      /"job.jar" does not exist/,
    );
    await upload('job.jar', OTHER);
    const { error } = (await run('jobs', 1).expect(409)).body;
    expect(error.message).toMatch(/"job.jar" is another jar .* version 1/);
    expect(error.message).toContain(sha256(ONE));
    await run('jobs', 2).expect(201);
    await anna.delete(`${API}/artifacts/job.jar`).expect(204);
    await upload('job.jar', ONE);
    await run('jobs', 1).expect(201);
  });

  it('is published anew when the jar is another one, although the document is the same', async () => {
    await free('anew', 'anew.jar');
    await upload('anew.jar', OTHER);
    await save('anew', 'anew.jar');
    expect(await publish('anew')).toBe(3);
    expect(await publish('anew')).toBe(3);
    await run('anew', 3).expect(201);
    await run('anew', 1).expect(409);
  });

  it('of before digests were kept runs with a jar that was there before it', async () => {
    await free('old', 'old.jar');
    const { id } = await knex('pipelines').where('name', 'old').first();
    await knex('pipeline_versions')
      .where('pipeline_id', id)
      .update({ artifact_digests: null });
    await run('old', 2).expect(201);
    await upload('old.jar', ONE);
    const { error } = (await run('old', 1).expect(409)).body;
    expect(error.message).toMatch(/another jar .* which is gone/);
    const { body } = await anna.get(`${API}/pipelines/old/versions/1`);
    expect(body).not.toHaveProperty('digests');
  });
});
