import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_SCALEPH_ARTIFACT,
  scalephArtifactCreatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { createHash } from 'node:crypto';
import { request as send } from 'node:http';
import { AddressInfo } from 'node:net';
import { Knex } from 'knex';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { testJar } from '../__testUtils__/testJar';
import { waitFor } from '../__testUtils__/waitFor';
import {
  createScalephArtifactConditionalDecision,
  scalephConditions,
} from '../permissions/conditionExports';
import { DatabaseArtifactStore } from './DatabaseArtifactStore';
import { DefaultArtifactReader } from './DefaultArtifactReader';
import { JarDownloads } from './JarDownloads';
import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';
const OWNER = '?owner=group%3Adefault%2Fdata';
const MANIFEST =
  'Manifest-Version: 1.0\r\nMain-Class: org.example.a.very.lo\r\n ng.Main\r\n\r\n';
const JAR = testJar(MANIFEST, 2_500_000);
const SHA = createHash('sha256').update(JAR).digest('hex');

const GROUPS: Record<string, string> = {
  'user:default/anna': 'group:default/data',
  'user:default/otto': 'group:default/ops',
};

/** Users create, and do anything with what their group owns; everything else is free. */
class TestPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const group = GROUPS[user?.info.userEntityRef ?? ''];
    if (isResourcePermission(permission, RESOURCE_TYPE_SCALEPH_ARTIFACT)) {
      return createScalephArtifactConditionalDecision(
        permission,
        scalephConditions.artifact.isOwner({ claims: group ? [group] : [] }),
      );
    }
    const isCreate = isPermission(permission, scalephArtifactCreatePermission);
    return {
      result: isCreate && !group ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    };
  }
}

describeDatabases('Artifacts', database => {
  let knex: Knex;
  let scaleph: TestScaleph;
  let anna: ReturnType<TestScaleph['as']>;
  let otto: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    knex = await database.create();
    scaleph = await startTestScaleph({
      knex,
      permissions: new PolicyPermissions(new TestPolicy()),
      config: { scaleph: { artifacts: { maxSize: '3MB' } } },
    });
    anna = scaleph.as('user:default/anna');
    otto = scaleph.as('user:default/otto');
  });

  const upload = (name: string, bytes: Buffer, as = anna, query = OWNER) =>
    as
      .put(`${API}/artifacts/${name}${query}`)
      .set('Content-Type', 'application/java-archive')
      .send(bytes);
  const rowsOf = async (table: string) =>
    Number((await knex(table).count({ n: '*' }))[0].n);

  it('stores a jar, reads its manifest and gives the same bytes back', async () => {
    const response = await upload('a-1.jar', JAR).expect(201);
    expect(response.body).toMatchObject({
      name: 'a-1.jar',
      owner: 'group:default/data',
      sha256: SHA,
      sizeBytes: JAR.length,
      entryClasses: ['org.example.a.very.long.Main'],
      createdBy: 'user:default/anna',
      usedBy: [],
    });
    const got = await anna.get(`${API}/artifacts/a-1.jar`).expect(200);
    expect(got.body).toEqual(response.body);
    const reader = readerOf(knex);
    const content = await reader.read({ upload: 'a-1.jar' });
    for (let time = 0; time < 2; time++) {
      const hash = createHash('sha256');
      for await (const chunk of content.open()) hash.update(chunk);
      expect(hash.digest('hex')).toBe(SHA);
    }
    expect(await rowsOf('artifact_uploads')).toBe(0);
  });

  it('takes the same bytes again, and no others', async () => {
    await upload('b.jar', JAR).expect(201);
    const before = await rowsOf('artifact_chunks');
    await upload('b.jar', JAR).expect(200);
    await upload('b.jar', testJar(MANIFEST)).expect(409);
    expect(await rowsOf('artifact_chunks')).toBe(before);
  });

  it.each([
    ['no.jar', Buffer.from('hello')],
    ['no.jar', Buffer.alloc(0)],
    ['no.jar', JAR.subarray(0, JAR.length - 30)],
    ['no.jar', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)])],
  ])('refuses %s that is none, and keeps nothing', async (name, bytes) => {
    const before = await rowsOf('artifact_chunks');
    await upload(name, bytes).expect(400);
    await anna.get(`${API}/artifacts/${name}`).expect(404);
    expect(await rowsOf('artifact_chunks')).toBe(before);
    expect(await rowsOf('artifact_uploads')).toBe(0);
  });

  it('refuses a jar that is too large, and keeps nothing', async () => {
    const before = await rowsOf('artifact_chunks');
    await upload('big.jar', testJar(MANIFEST, 3_000_000)).expect(413);
    expect(await rowsOf('artifact_chunks')).toBe(before);
    expect(await rowsOf('artifact_uploads')).toBe(0);
  });

  it.each(['../a.jar', 'a.zip', '.jar', 'a%2Fb.jar'])(
    'refuses the name %s',
    async name => {
      const { status } = await upload(name, JAR);
      expect([400, 404]).toContain(status);
    },
  );

  it('keeps nothing of an upload that breaks off', async () => {
    const before = await rowsOf('artifact_chunks');
    const { port } = scaleph.backend.server.address() as AddressInfo;
    const request = send({
      port,
      method: 'PUT',
      path: `${API}/artifacts/half.jar${OWNER}`,
      headers: {
        authorization: mockCredentials.user.header('user:default/anna'),
        'content-type': 'application/java-archive',
        'content-length': JAR.length,
      },
    });
    request.on('error', () => {});
    request.write(JAR.subarray(0, 2_000_000));
    await waitFor(async () => (await rowsOf('artifact_chunks')) > before);
    request.destroy();
    await waitFor(async () => (await rowsOf('artifact_uploads')) === 0);
    expect(await rowsOf('artifact_chunks')).toBe(before);
    await anna.get(`${API}/artifacts/half.jar`).expect(404);
  });

  it('sweeps what a back end that is gone has left behind', async () => {
    const store = new DatabaseArtifactStore(knex);
    const before = await rowsOf('artifact_chunks');
    await store.begin('left');
    await store.append('left', 0, Buffer.from('PK'));
    expect(await store.abandonOlderThan('2000-01-01T00:00:00.000Z')).toBe(0);
    expect(await store.abandonOlderThan('9999-01-01T00:00:00.000Z')).toBe(1);
    expect(await rowsOf('artifact_chunks')).toBe(before);
    await expect(store.append('left', 1, Buffer.from('x'))).rejects.toThrow(
      'given up',
    );
  });

  it('names the pipelines that use one, and is not deleted while they do', async () => {
    await upload('used.jar', JAR).expect(201);
    const document = {
      apiVersion: 'scaleph.io/v1alpha1',
      kind: 'Pipeline',
      metadata: { name: 'job', owner: 'group:default/data' },
      spec: { type: 'flink-jar', jar: { artifact: { upload: 'used.jar' } } },
    };
    await anna.post(`${API}/pipelines`).send({ document }).expect(201);
    const { body } = await anna.get(`${API}/artifacts/used.jar`).expect(200);
    expect(body.usedBy).toEqual(['job']);
    const refused = await anna.delete(`${API}/artifacts/used.jar`).expect(409);
    expect(refused.body.error.message).toContain('pipeline "job"');
    await upload('unused.jar', JAR).expect(201);
    await anna.delete(`${API}/artifacts/unused.jar`).expect(204);
    await anna.get(`${API}/artifacts/unused.jar`).expect(404);
    expect(scaleph.auditor.events).toContainEqual(
      expect.objectContaining({ eventId: 'artifact-delete' }),
    );
  });

  it('shows, lists and deletes for those who may alone', async () => {
    await upload('secret.jar', JAR).expect(201);
    await otto.get(`${API}/artifacts/secret.jar`).expect(404);
    await otto.delete(`${API}/artifacts/secret.jar`).expect(404);
    await upload('mine.jar', JAR, otto).expect(403);
    await upload('mine.jar', JAR, otto, '?owner=group%3Adefault%2Fops').expect(
      201,
    );
    const answers = await Promise.all(
      [JAR, testJar(MANIFEST)].map(async bytes => {
        const OPS = '?owner=group%3Adefault%2Fops';
        const { status, body } = await upload('secret.jar', bytes, otto, OPS);
        return { status, message: body.error.message };
      }),
    );
    // Nothing tells the same bytes from others.
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({
      status: 409,
      message: expect.stringContaining('"secret.jar" is taken'),
    });
    const { body } = await otto.get(`${API}/artifacts`).expect(200);
    expect(body).toMatchObject({
      totalItems: 1,
      items: [{ name: 'mine.jar' }],
    });
    await upload('x.jar', JAR, scaleph.as('user:default/guest')).expect(403);
  });

  it('is used by those alone who may read it', async () => {
    await upload('hidden.jar', JAR).expect(201);
    const publish = (as: typeof anna, name: string) =>
      as.post(`${API}/pipelines`).send({
        publish: true,
        document: {
          apiVersion: 'scaleph.io/v1alpha1',
          kind: 'Pipeline',
          metadata: { name, owner: 'group:default/data' },
          spec: {
            type: 'flink-jar',
            jar: { artifact: { upload: 'hidden.jar' } },
          },
        },
      });
    const refused = await publish(otto, 'thief').expect(404);
    expect(refused.body.error.message).toContain('"hidden.jar"');
    const { status, body } = await publish(anna, 'owner');
    // No engine of these tests runs jars: it came past the permission.
    expect({ status, message: body.error?.message }).toMatchObject({
      status: 400,
      message: expect.stringContaining('flink-jar'),
    });
  });

  it('lists page by page, and finds by words', async () => {
    const { body: all } = await anna.get(`${API}/artifacts`).expect(200);
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await anna
        .get(`${API}/artifacts`)
        .query({ limit: 1, ...(cursor && { cursor }) })
        .expect(200);
      names.push(...body.items.map((it: { name: string }) => it.name));
      cursor = body.nextCursor;
    } while (cursor);
    expect(names).toEqual(all.items.map((it: { name: string }) => it.name));
    const { body } = await anna
      .get(`${API}/artifacts`)
      .query({ search: 'A-1' })
      .expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('tells the keys of Flink', async () => {
    const { body } = await anna.get(`${API}/flink-options`).expect(200);
    expect(body.items).toContainEqual(
      expect.objectContaining({ key: 'execution.checkpointing.interval' }),
    );
  });
});

function readerOf(knex: Knex): DefaultArtifactReader {
  return new DefaultArtifactReader({
    store: new DatabaseArtifactStore(knex),
    downloads: new JarDownloads({ maxSize: 10_000_000 }),
    network: NetworkPolicy.allowAll(),
    repositories: [],
  });
}
