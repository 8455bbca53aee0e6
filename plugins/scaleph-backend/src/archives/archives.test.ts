import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';

// On machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';

type Agent = ReturnType<TestScaleph['as']>;
type Files = Record<string, Uint8Array>;

async function download(user: Agent, path: string): Promise<Buffer> {
  const { body } = await user
    .get(`${API}${path}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200)
    .expect('Content-Type', /application\/zip/);
  return body;
}

function upload(user: Agent, archive: Buffer, query: object = {}) {
  return user
    .post(`${API}/archives`)
    .query(query)
    .set('Content-Type', 'application/zip')
    .send(archive);
}

/** The same archive with other files. */
function changed(archive: Buffer, change: (files: Files) => void): Buffer {
  const files = unzipSync(archive);
  change(files);
  return Buffer.from(zipSync(files));
}

function replaceText(files: Files, path: string, from: string, to: string) {
  const text = strFromU8(files[path]);
  expect(text).toContain(from);
  files[path] = strToU8(text.split(from).join(to));
}

async function save(
  user: Agent,
  name: string,
  document: object,
  message?: string,
) {
  const now = await user.get(`${API}/pipelines/${name}`);
  const { body } =
    now.status === 404
      ? await user.post(`${API}/pipelines`).send({ document }).expect(201)
      : await user
          .put(`${API}/pipelines/${name}`)
          .set('If-Match', now.body.etag)
          .send({ document })
          .expect(200);
  if (message === undefined) return;
  await user
    .post(`${API}/pipelines/${name}/versions`)
    .set('If-Match', body.etag)
    .send(message ? { message } : {})
    .expect(201);
}

/** What an archive is to keep: texts, messages, authors, retirement. */
async function contentOf(user: Agent, name: string) {
  const { body } = await user.get(`${API}/pipelines/${name}`).expect(200);
  const versions = [];
  for (let version = 1; version <= (body.publishedVersion ?? 0); version++) {
    const { body: found } = await user
      .get(`${API}/pipelines/${name}/versions/${version}`)
      .expect(200);
    versions.push({
      version,
      message: found.message,
      yaml: found.yaml,
      published: found.imported ?? {
        at: found.createdAt,
        by: found.createdBy,
      },
    });
  }
  const { yaml, hasUnpublishedChanges, owner, system, tags } = body;
  return {
    ...{ yaml, hasUnpublishedChanges, owner, system, tags, versions },
    retired: body.retired?.message ?? !!body.retired,
  };
}

describeDatabases('Archives of pipelines', database => {
  let here: TestScaleph;
  let there: TestScaleph;
  let anna: Agent;
  let otto: Agent;

  beforeAll(async () => {
    here = await startTestScaleph({ knex: await database.create() });
    there = await startTestScaleph({ knex: await database.create() });
    anna = here.as('user:default/anna');
    otto = there.as('user:default/otto');

    const metadata = {
      title: 'Orders "ü" 题',
      description: 'Lines\n\n  and more: lines # not a comment\n',
      system: 'shop',
      tags: ['demo', 'yes'],
    };
    const orders = (query: string, layout?: object) => {
      const document = pipelineDocument('orders', { query, metadata });
      Object.assign(document.spec, {
        ...(layout && { layout }),
        comments: [{ id: 'why', text: 'Since\n2020', position: [1.5, -2] }],
      });
      return document;
    };
    await save(anna, 'orders', orders('select 1'), '');
    await save(anna, 'orders', orders('select 2\nfrom read'), 'Second: "x"');
    await save(anna, 'orders', orders('select 3', { read: [10, 20.5] }));

    const clicks = pipelineDocument('clicks', { metadata });
    await save(anna, 'clicks', clicks);

    await save(anna, 'old', pipelineDocument('old', { metadata }), 'Only');
    const { body } = await anna.get(`${API}/pipelines/old`).expect(200);
    await anna
      .put(`${API}/pipelines/old/retirement`)
      .set('If-Match', body.etag)
      .send({ message: 'Replaced by orders' })
      .expect(200);
  });

  it('give the same documents and versions elsewhere, and again from there', async () => {
    const archive = await download(
      anna,
      '/archives?system=system:default/shop',
    );
    const { body } = await upload(otto, archive).expect(200);
    expect(body).toEqual({
      dryRun: false,
      items: [
        {
          path: 'pipelines/clicks',
          name: 'clicks',
          outcome: 'created',
          versions: 0,
        },
        { path: 'pipelines/old', name: 'old', outcome: 'created', versions: 1 },
        {
          path: 'pipelines/orders',
          name: 'orders',
          outcome: 'created',
          versions: 2,
        },
      ],
    });
    for (const name of ['clicks', 'old', 'orders']) {
      expect(await contentOf(otto, name)).toEqual(await contentOf(anna, name));
      const again = await download(otto, `/pipelines/${name}/archive`);
      const first = await download(anna, `/pipelines/${name}/archive`);
      const withoutTime = (files: Files) => ({
        ...files,
        'archive.json': null,
      });
      expect(withoutTime(unzipSync(again))).toEqual(
        withoutTime(unzipSync(first)),
      );
    }

    // Who imported it has published it here; what the archive says of others stays beside it.
    const { body: version } = await otto
      .get(`${API}/pipelines/orders/versions/2`)
      .expect(200);
    expect(version).toMatchObject({
      createdBy: 'user:default/otto',
      message: 'Second: "x"',
      imported: { by: 'user:default/anna', at: expect.any(String) },
    });
    const { body: list } = await otto
      .get(`${API}/pipelines/orders/versions`)
      .expect(200);
    expect(list.items.map((it: { imported: object }) => it.imported)).toEqual([
      version.imported,
      expect.objectContaining({ by: 'user:default/anna' }),
    ]);
    expect(there.published).toContainEqual({
      topic: 'scaleph.catalog',
      eventPayload: { kind: 'pipeline', name: 'orders', change: 'upsert' },
    });

    // What goes on from here has its own author, and runs.
    await save(otto, 'orders', pipelineDocument('orders'), 'Third');
    const { body: third } = await otto
      .get(`${API}/pipelines/orders/versions/3`)
      .expect(200);
    expect(third.imported).toBeUndefined();
    await otto
      .post(`${API}/pipelines/orders/runs`)
      .send({ version: 1 })
      .expect(201);
  });

  it('have one pipeline, and a name to save them under', async () => {
    const response = await anna
      .get(`${API}/pipelines/orders/archive`)
      .expect(200);
    expect(response.headers['content-disposition']).toBe(
      'attachment; filename="orders.scaleph.zip"',
    );
    const files = unzipSync(await download(anna, '/pipelines/orders/archive'));
    expect(Object.keys(files).sort()).toEqual([
      'archive.json',
      'pipelines/orders/pipeline.json',
      'pipelines/orders/pipeline.yaml',
      'pipelines/orders/versions/1.yaml',
      'pipelines/orders/versions/2.yaml',
    ]);
    await anna.get(`${API}/pipelines/nowhere/archive`).expect(404);
    const { body } = await anna
      .get(`${API}/archives?system=system%3Adefault%2Fempty`)
      .expect(404);
    expect(body.error.message).toContain('has no pipelines that you may read');
  });

  it('never take a secret along, neither out nor in', async () => {
    const document = pipelineDocument('leaky');
    Object.assign(document.spec.nodes[2], {
      connector: 'Jdbc',
      dataSource: 'warehouse',
      options: { table: 'x', password: 'pass123word' },
    });
    await save(anna, 'leaky', document);
    const { body } = await anna
      .get(`${API}/pipelines/leaky/archive`)
      .expect(409);
    expect(body.error.message).toContain('"leaky" holds a secret');
    expect(body.error.message).toContain('node "print"');
    expect(JSON.stringify(body)).not.toContain('pass123word');

    const archive = changed(
      await download(anna, '/pipelines/orders/archive'),
      files =>
        replaceText(
          files,
          'pipelines/orders/versions/1.yaml',
          'options: {}',
          'options: { password: pass123word }',
        ),
    );
    const answer = await upload(otto, archive, { onConflict: 'copy' });
    expect(answer.body.items).toMatchObject([
      {
        outcome: 'refused',
        message: expect.stringContaining('versions/1.yaml is refused'),
      },
    ]);
    expect(JSON.stringify(answer.body)).not.toContain('pass123word');
  });

  it('leave alone, replace the draft, or make a copy where a name is taken', async () => {
    await save(otto, 'taken', pipelineDocument('taken'), 'Theirs');
    await save(
      anna,
      'taken',
      pipelineDocument('taken', { query: 'select 42' }),
      'Ours',
    );
    const archive = await download(anna, '/pipelines/taken/archive');
    const [skipped, updated, unchanged, copied, copiedAgain] = [
      await upload(otto, archive),
      await upload(otto, archive, { onConflict: 'draft' }),
      await upload(otto, archive, { onConflict: 'draft' }),
      await upload(otto, archive, { onConflict: 'copy' }),
      await upload(otto, archive, { onConflict: 'copy' }),
    ].map(({ body }) => body.items[0]);
    expect(skipped).toMatchObject({
      outcome: 'skipped',
      message: 'Pipeline "taken" exists already',
    });
    expect(updated).toMatchObject({ outcome: 'updated', versions: 0 });
    expect(unchanged).toMatchObject({ outcome: 'unchanged', versions: 0 });
    expect(copied).toMatchObject({ name: 'taken-copy', outcome: 'created' });
    expect(copiedAgain).toMatchObject({ name: 'taken-copy-2' });

    const { body } = await otto.get(`${API}/pipelines/taken`).expect(200);
    expect(body).toMatchObject({
      publishedVersion: 1,
      hasUnpublishedChanges: true,
    });
    expect(body.yaml).toContain('select 42');
    const copy = await otto
      .get(`${API}/pipelines/taken-copy/versions/1`)
      .expect(200);
    expect(copy.body.document.metadata.name).toBe('taken-copy');

    await otto
      .put(`${API}/pipelines/taken/retirement`)
      .set('If-Match', body.etag)
      .send({})
      .expect(200);
    const other = await save(
      anna,
      'taken',
      pipelineDocument('taken', { query: 'select 43' }),
    ).then(() => download(anna, '/pipelines/taken/archive'));
    const refused = await upload(otto, other, { onConflict: 'draft' });
    expect(refused.body.items[0]).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('bring it back first'),
    });
  });

  it('say beforehand what would happen, and change nothing by that', async () => {
    await save(anna, 'later', pipelineDocument('later'), 'One');
    const archive = await download(anna, '/pipelines/later/archive');
    const { body } = await upload(otto, archive, { dryRun: true }).expect(200);
    expect(body).toEqual({
      dryRun: true,
      items: [
        {
          path: 'pipelines/later',
          name: 'later',
          outcome: 'created',
          versions: 1,
        },
      ],
    });
    await otto.get(`${API}/pipelines/later`).expect(404);
  });

  it('take each pipeline whole or not at all, and none down with another', async () => {
    await save(
      anna,
      'good',
      pipelineDocument('good', { metadata: { system: 'mixed' } }),
      'One',
    );
    await save(
      anna,
      'bad',
      pipelineDocument('bad', { metadata: { system: 'mixed' } }),
      'One',
    );
    const archive = changed(
      await download(anna, '/archives?system=system%3Adefault%2Fmixed'),
      files => {
        files['pipelines/bad/versions/1.yaml'] = strToU8('kind: [oops');
        files['pipelines/worse/pipeline.json'] = strToU8('{}');
        files['pipelines/alien/pipeline.yaml'] =
          files['pipelines/good/pipeline.yaml'];
        files['pipelines/alien/pipeline.json'] = strToU8('{"versions":[]}');
      },
    );
    const { body } = await upload(otto, archive, {
      owner: 'group:default/ops',
    }).expect(200);
    const outcomes = Object.fromEntries(
      body.items.map(
        (it: { path: string; outcome: string; message?: string }) => [
          it.path.split('/')[1],
          [it.outcome, it.message],
        ],
      ),
    );
    expect(outcomes).toEqual({
      good: ['created', undefined],
      bad: [
        'refused',
        expect.stringContaining('versions/1.yaml is no pipeline'),
      ],
      worse: ['refused', 'pipeline.yaml is missing'],
      alien: [
        'refused',
        expect.stringContaining('pipeline.yaml does not belong here'),
      ],
    });
    await otto.get(`${API}/pipelines/bad`).expect(404);
    const good = await otto.get(`${API}/pipelines/good`).expect(200);
    expect(good.body.owner).toBe('group:default/ops');
    expect(good.body.hasUnpublishedChanges).toBe(false);
  });

  it('name what the draft still lacks here', async () => {
    const document = pipelineDocument('lacking');
    Object.assign(document.spec.nodes[2], {
      connector: 'Jdbc',
      dataSource: 'nowhere',
      options: { table: 'x' },
    });
    await save(anna, 'lacking', document);
    const archive = await download(anna, '/pipelines/lacking/archive');
    const { body } = await upload(otto, archive).expect(200);
    expect(body.items[0]).toMatchObject({
      outcome: 'created',
      problems: [{ code: 'unknown-data-source', node: 'print' }],
    });
  });

  it('are refused when they are none', async () => {
    const cases: Array<[Buffer, number, string]> = [
      [Buffer.from('hello'), 400, 'This is no ZIP archive'],
      [
        Buffer.from(zipSync({ 'a.txt': strToU8('x') })),
        400,
        'This is no archive of Scaleph',
      ],
      [
        Buffer.from(
          zipSync({
            'archive.json': strToU8(
              '{"format":"scaleph-archive","formatVersion":9}',
            ),
          }),
        ),
        400,
        'format version 9',
      ],
      [
        changed(await download(anna, '/pipelines/orders/archive'), files => {
          files['pipelines/orders/run.sh'] = strToU8('x');
        }),
        400,
        'Entry \\"pipelines/orders/run.sh\\"',
      ],
      [Buffer.alloc(17 * 1024 * 1024), 413, 'more than 16 MiB'],
    ];
    for (const [archive, status, message] of cases) {
      const { body } = await upload(otto, archive).expect(status);
      expect(JSON.stringify(body)).toContain(message);
    }
    await otto.post(`${API}/archives`).send({}).expect(415);
  });

  it('are audited without what is in them', async () => {
    there.auditor.events.length = 0;
    await save(anna, 'seen', pipelineDocument('seen'), 'One');
    await upload(otto, await download(anna, '/pipelines/seen/archive'));
    expect(there.auditor.events).toEqual([
      {
        eventId: 'pipeline-import',
        outcome: 'succeeded',
        meta: {
          actor: 'user:default/otto',
          pipeline: 'seen',
          owner: 'group:default/data',
          versions: 1,
        },
      },
    ]);
  });
});

describeDatabases('Permissions of archives', database => {
  const denied = new Map<string, string>([
    ['user:default/stranger', 'scaleph.pipeline.read'],
    ['user:default/reader', 'scaleph.pipeline.create'],
    ['user:default/drafter', 'scaleph.pipeline.publish'],
    ['user:default/nobody', 'scaleph.pipeline.update'],
  ]);

  it('are those of the writes that an import stands for', async () => {
    const { as } = await startTestScaleph({
      knex: await database.create(),
      permissions: new PolicyPermissions({
        handle: async ({ permission }, user) => ({
          result:
            denied.get(user?.info.userEntityRef ?? '') === permission.name
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      }),
    });
    const admin = as('user:default/admin');
    const metadata = { system: 'shop' };
    await save(admin, 'mine', pipelineDocument('mine', { metadata }), 'One');
    const archive = await download(admin, '/pipelines/mine/archive');

    const stranger = as('user:default/stranger');
    await stranger.get(`${API}/pipelines/mine/archive`).expect(404);
    await stranger
      .get(`${API}/archives?system=system%3Adefault%2Fshop`)
      .expect(404);
    await upload(as('user:default/reader'), archive).expect(403);

    const copy = { onConflict: 'copy' };
    const drafter = await upload(as('user:default/drafter'), archive, copy);
    expect(drafter.body.items[0]).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('scaleph.pipeline.publish'),
    });
    for (const query of [copy, { onConflict: 'draft', dryRun: true }]) {
      const nobody = await upload(as('user:default/nobody'), archive, query);
      expect(nobody.body.items[0]).toMatchObject({
        outcome: 'refused',
        message: expect.stringContaining('scaleph.pipeline.update'),
      });
    }
    await admin.get(`${API}/pipelines/mine-copy`).expect(404);
  });
});
