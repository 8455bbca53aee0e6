import { postgresqlType } from '@scaleph/backstage-plugin-scaleph-node';
import { createHash, randomBytes } from 'node:crypto';
import { Knex } from 'knex';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { dataSourceTypeModule } from '../__testUtils__/dataSourceTypeModule';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { dumpDatabase } from '../__testUtils__/dumpDatabase';
import { testDatabases } from '../__testUtils__/testDatabases';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph/data-sources';
const KEYS = ['first', 'second'].map(id => ({
  id,
  key: randomBytes(32).toString('base64'),
}));
/** No text: it must come back byte for byte. */
const CONTENT = Buffer.concat([Buffer.from('keytab'), randomBytes(2_000)]);
const TEXT = Buffer.from('-----BEGIN of a certificate-----');
const given = (content: Buffer, filename = 'a.keytab') => ({
  filename,
  content: content.toString('base64'),
});
const sha256 = (content: Buffer) =>
  createHash('sha256').update(content).digest('hex');

/** Says of its files what only who has them can know. */
const fileType = {
  ...postgresqlType,
  type: 'with-files',
  files: [
    {
      name: 'keytab',
      title: { en: 'Keytab' },
      required: false,
      maxBytes: 4_096,
    },
    {
      name: 'ca',
      title: { en: 'Authority' },
      required: false,
      maxBytes: 524_288,
    },
  ],
  testConnection: async ({
    extraFiles = {},
  }: {
    extraFiles?: Record<string, Buffer>;
  }) =>
    Object.entries(extraFiles)
      .map(([name, content]) => `${name} ${sha256(content)}`)
      .join(', ') || 'no files',
};

const [sqlite] = testDatabases();

describeDatabases('Files of data sources', database => {
  let knex: Knex;
  let scaleph: TestScaleph;
  let anna: ReturnType<TestScaleph['as']>;

  const start = async (keys: object[]) => {
    scaleph = await startTestScaleph({
      knex,
      config: { scaleph: { secrets: { keys } } },
      features: [dataSourceTypeModule(fileType)],
    });
    anna = scaleph.as('user:default/anna');
  };
  const input = (name: string, change = {}) =>
    dataSourceInput(name, { type: 'with-files', ...change });
  const test = async (name: string, body = {}) =>
    (await anna.post(`${API}/${name}/test`).send(body).expect(200)).body
      .message;
  const put = (name: string, body: object) =>
    anna.put(`${API}/${name}`).set('If-Match', '*').send(body);

  beforeAll(async () => {
    knex = await database.create();
    await start([KEYS[0]]);
  });

  it('are kept encrypted, shown by their hash, and handed to the connection', async () => {
    const { body } = await anna
      .post(API)
      .send(input('a', { files: { keytab: given(CONTENT) } }))
      .expect(201);
    const shown = {
      keytab: { filename: 'a.keytab', bytes: 2_006, sha256: sha256(CONTENT) },
    };
    expect(body.files).toEqual(shown);
    expect(body.secrets).toEqual({ password: { set: false } });
    const listed = await anna.get(`${API}?search=a`).expect(200);
    expect(listed.body.items[0].files).toEqual(shown);
    expect(await test('a')).toBe(`keytab ${sha256(CONTENT)}`);
    const stored = JSON.stringify(await dumpDatabase(knex));
    expect(stored).not.toContain(CONTENT.toString('base64').slice(0, 40));
    expect(stored).not.toContain('keytabkeytab');
    const { text } = await anna.get(`${API}/a`).expect(200);
    expect(text).not.toContain(CONTENT.toString('base64').slice(0, 40));
  });

  it('stay when left out, are exchanged and removed', async () => {
    await anna
      .post(API)
      .send(input('b', { files: { keytab: given(CONTENT) } }))
      .expect(201);
    const titled = await put('b', input('b', { title: 'B' })).expect(200);
    expect(Object.keys(titled.body.files)).toEqual(['keytab']);
    await put('b', input('b', { files: { ca: given(TEXT, 'ca.pem') } })).expect(
      200,
    );
    expect(await test('b')).toBe(
      `keytab ${sha256(CONTENT)}, ca ${sha256(TEXT)}`
        .split(', ')
        .sort()
        .reverse()
        .join(', '),
    );
    const gone = await put('b', input('b', { files: { keytab: null } })).expect(
      200,
    );
    expect(Object.keys(gone.body.files)).toEqual(['ca']);
  });

  it('are tried before they are saved', async () => {
    await anna.post(API).send(input('c')).expect(201);
    const files = { ca: given(TEXT) };
    expect(await test('c', { files })).toBe(`ca ${sha256(TEXT)}`);
    expect(await test('c')).toBe('no files');
    const { config } = input('c');
    const { body } = await anna
      .post('/api/scaleph/data-source-types/with-files/test')
      .send({ config, files })
      .expect(200);
    expect(body.message).toBe(`ca ${sha256(TEXT)}`);
  });

  it('never go elsewhere, nor let a secret go', async () => {
    const secrets = { password: { value: 'a-long-password' } };
    await anna
      .post(API)
      .send(input('d', { secrets, files: { keytab: given(CONTENT) } }))
      .expect(201);
    const elsewhere = { ...input('d').config, host: 'evil.example.com' };
    const moved = await put(
      'd',
      input('d', { config: elsewhere, secrets }),
    ).expect(400);
    expect(moved.body.error.message).toContain(
      'file "keytab" must be given again',
    );
    const trusted = await put(
      'd',
      input('d', { files: { ca: given(TEXT) } }),
    ).expect(400);
    expect(trusted.body.error.message).toContain(
      'secret "password" must be given again',
    );
    await put('d', input('d', { secrets, files: { ca: given(TEXT) } })).expect(
      200,
    );
  });

  it.each<[string, object, RegExp]>([
    [
      'unknown',
      { other: given(TEXT) },
      /file "other" is no file of type with-files, which has keytab, ca/,
    ],
    [
      'too large',
      { keytab: given(Buffer.alloc(4_097)) },
      /has 4097 bytes, and may have 4096/,
    ],
    ['empty', { keytab: given(Buffer.alloc(0)) }, /is empty/],
    [
      'no base64',
      { keytab: { filename: 'x', content: 'a*b=' } },
      /is not in base64/,
    ],
    ['a path', { keytab: { filename: '../x', content: 'YQ==' } }, /filename/],
    ['larger than any', { ca: given(Buffer.alloc(600_000)) }, /content/],
  ])('are refused when %s', async (_, files, message) => {
    const { body } = await anna
      .post(API)
      .send(input('e', { files }))
      .expect(400);
    expect(body.error.message).toMatch(message);
  });

  it('of half a megabyte are taken, and no such document', async () => {
    const large = given(randomBytes(524_288));
    await anna
      .post(API)
      .send(input('f', { files: { ca: large } }))
      .expect(201);
    const text = 'x'.repeat(2_000_000);
    await anna.post('/api/scaleph/pipelines').send({ text }).expect(413);
  });

  it('come under the newest key', async () => {
    await start([KEYS[1], KEYS[0]]);
    await start([KEYS[1]]);
    expect(await test('a')).toBe(`keytab ${sha256(CONTENT)}`);
  });

  it('go with their data source', async () => {
    const rows = () => knex('data_source_secrets').where('source', 'file');
    const before = (await rows()).length;
    await anna.delete(`${API}/a`).set('If-Match', '*').expect(204);
    expect(await rows()).toHaveLength(before - 1);
  });
});

it('are not taken without a key', async () => {
  const scaleph = await startTestScaleph({
    knex: await sqlite.create(),
    config: { scaleph: {} },
    features: [dataSourceTypeModule(fileType)],
  });
  const { body } = await scaleph
    .as('user:default/anna')
    .post(API)
    .send(
      dataSourceInput('a', { type: 'with-files', files: { ca: given(TEXT) } }),
    )
    .expect(503);
  expect(body.error.message).toContain('scaleph.secrets.keys');
});
