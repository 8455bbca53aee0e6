import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { startTestScaleph } from '../__testUtils__/startTestScaleph';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';
const [first, second, third] = ['first', 'second', 'third'].map(id => ({
  id,
  key: randomBytes(32).toString('base64'),
}));

/** A back end that starts on the same database with these keys. */
async function start(knex: Knex, keys: object[]) {
  const scaleph = await startTestScaleph({
    knex,
    config: { scaleph: { secrets: { keys } } },
  });
  return scaleph.as('user:default/anna');
}

describeDatabases('Keys of secrets', database => {
  const keyIds = async (knex: Knex) =>
    (await knex('data_source_secrets').orderBy('key_id').select('key_id')).map(
      row => row.key_id,
    );
  const input = (name: string) =>
    dataSourceInput(name, { secrets: { password: { value: `of ${name}` } } });

  it('are rotated by a start with a new first key', async () => {
    const knex = await database.create();
    let anna = await start(knex, [first]);
    await anna.post(`${API}/data-sources`).send(input('a')).expect(201);
    // A key that is second decrypts only: the step before, on every back end.
    anna = await start(knex, [first, second]);
    await anna.post(`${API}/data-sources`).send(input('b')).expect(201);
    await expect(keyIds(knex)).resolves.toEqual(['first', 'first']);
    anna = await start(knex, [second, first]);
    await expect(keyIds(knex)).resolves.toEqual(['second', 'second']);
    anna = await start(knex, [second]);
    const { body } = await anna
      .post(`${API}/data-sources/a/test`)
      .send({})
      .expect(200);
    expect(body.message).toContain('db.example.com');
  });

  it('that are gone leave a data source that can be mended', async () => {
    const knex = await database.create();
    let anna = await start(knex, [first]);
    await anna.post(`${API}/data-sources`).send(input('a')).expect(201);
    anna = await start(knex, [third]);
    const lost = await anna
      .post(`${API}/data-sources/a/test`)
      .send({})
      .expect(200);
    expect(lost.body).toMatchObject({
      ok: false,
      message: expect.stringContaining(
        'the key "first", which scaleph.secrets.keys does not have',
      ),
    });
    // Something else can be edited, and the secret can be entered again.
    await anna
      .put(`${API}/data-sources/a`)
      .set('If-Match', '*')
      .send(dataSourceInput('a', { title: 'New' }))
      .expect(200);
    await expect(keyIds(knex)).resolves.toEqual(['first']);
    await anna
      .put(`${API}/data-sources/a`)
      .set('If-Match', '*')
      .send(input('a'))
      .expect(200);
    await expect(keyIds(knex)).resolves.toEqual(['third']);
  });

  it('that are wrong stop the start with a clear line', async () => {
    const knex = await database.create();
    await expect(
      start(knex, [{ id: 'short', key: 'c2hvcnQ=' }]),
    ).rejects.toThrow(
      'scaleph.secrets.keys[0] "short": the key has 5 bytes and needs 32',
    );
    await expect(start(knex, [first, first])).rejects.toThrow(
      'the id "first" is there twice',
    );
  });
});
