import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { dumpDatabase } from '../__testUtils__/dumpDatabase';
import { LogRecorder } from '../__testUtils__/LogRecorder';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';
const SECRETS = {
  created: 'created-P@ss/w"ord-one',
  replaced: 'replaced-P@ss/w"ord-two',
  tried: 'tried-P@ss/w"ord-three',
  environment: 'environment-P@ss/w"ord-four',
};
const key = { id: 'k1', key: randomBytes(32).toString('base64') };

/** In every form in which it could leak. */
function formsOf(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
  ];
}

function expectNoSecret(text: string) {
  for (const form of [...Object.values(SECRETS).flatMap(formsOf), key.key]) {
    expect(text).not.toContain(form);
  }
}

describeDatabases('Secrets', database => {
  let knex: Knex;
  let scaleph: TestScaleph;
  let anna: ReturnType<TestScaleph['as']>;
  const logs = new LogRecorder();

  beforeAll(async () => {
    process.env.SCALEPH_SECRET_FOUR = SECRETS.environment;
    knex = await database.create();
    scaleph = await startTestScaleph({
      knex,
      config: { scaleph: { secrets: { keys: [key] } } },
      features: [logs.factory],
    });
    anna = scaleph.as('user:default/anna');
  });

  afterAll(() => {
    delete process.env.SCALEPH_SECRET_FOUR;
  });

  it('go in and never come out: answers, logs, audit events, events, database', async () => {
    const answers: string[] = [];
    const send = async (
      call: ReturnType<typeof anna.get>,
      status: number,
    ): Promise<{ etag: string }> => {
      const { body, headers, text } = await call.expect(status);
      answers.push(text, JSON.stringify(headers));
      return body;
    };
    // Nothing listens there, so that tests fail and messages are made.
    const config = { host: '127.0.0.1', port: 1, database: 'd', user: 'u' };
    const input = (secrets?: object) =>
      dataSourceInput('vault', { config, secrets: secrets as never });
    const path = `${API}/data-sources/vault`;
    const value = (text: string) => ({ password: { value: text } });

    await send(
      anna
        .post(`${API}/data-sources`)
        .set('Idempotency-Key', 'k')
        .send(input(value(SECRETS.created))),
      201,
    );
    await send(
      anna
        .post(`${API}/data-sources`)
        .set('Idempotency-Key', 'k')
        .send(input(value(SECRETS.created))),
      201,
    );
    // What is refused comes back as well.
    await send(
      anna.post(`${API}/data-sources`).send(input(value(SECRETS.created))),
      409,
    );
    await send(
      anna
        .post(`${API}/data-sources`)
        .send({ ...input(value(SECRETS.created)), name: 'a b' }),
      400,
    );
    await send(
      anna.post(`${API}/data-sources`).send({
        ...input(),
        secrets: { password: { value: SECRETS.created, extra: 1 } },
      }),
      400,
    );
    await send(
      anna.post(`${API}/data-sources`).send({
        ...input(),
        secrets: { token: { value: SECRETS.created } },
      }),
      400,
    );
    await send(anna.post(`${path}/test`).send({}), 200);
    await send(
      anna.post(`${path}/test`).send({ secrets: value(SECRETS.tried) }),
      200,
    );
    await send(
      anna
        .post(`${API}/data-source-types/mysql/test`)
        .send({ config, secrets: value(SECRETS.tried) }),
      200,
    );
    const { etag } = await send(
      anna
        .put(path)
        .set('If-Match', '*')
        .send(input(value(SECRETS.replaced))),
      200,
    );
    await send(
      anna
        .put(path)
        .set('If-Match', '"stale"')
        .send(input(value('x'))),
      412,
    );
    await send(
      anna.post(`${API}/data-sources`).send({
        ...input({ password: { environment: 'SCALEPH_SECRET_FOUR' } }),
        name: 'referring',
      }),
      201,
    );
    await send(anna.post(`${API}/data-sources/referring/test`).send({}), 200);
    await send(anna.get(`${API}/data-sources`), 200);
    await send(anna.get(path), 200);

    const dump = await dumpDatabase(knex);
    expect(dump).toContain('"source":"value"');
    await send(anna.delete(path).set('If-Match', etag), 204);

    expectNoSecret(answers.join('\n'));
    expectNoSecret(logs.lines.join('\n'));
    expectNoSecret(JSON.stringify(scaleph.auditor.events));
    expectNoSecret(JSON.stringify(scaleph.published));
    expectNoSecret(dump);
    // The recorders were not deaf.
    expect(answers.join()).toContain('nothing listens on that port');
    expect(logs.lines.length).toBeGreaterThan(0);
    expect(scaleph.auditor.events.length).toBeGreaterThan(5);
  });

  it('are asked for again when the data source points elsewhere', async () => {
    const { config } = dataSourceInput('x');
    const path = `${API}/data-sources/redirected`;
    const input = (change: object = {}, secrets?: object) =>
      dataSourceInput('redirected', {
        config: { ...config, ssl: 'require', ...change },
        secrets: secrets as never,
      });
    const password = { password: { value: 'pass-of-redirected' } };
    await anna
      .post(`${API}/data-sources`)
      .send(input({}, password))
      .expect(201);
    const before = await dumpDatabase(knex);

    for (const change of [
      { host: 'db.evil.example' },
      { port: 6543 },
      { database: 'other' },
      { user: 'postgres' },
      { ssl: 'disable' },
    ]) {
      const { body } = await anna
        .put(path)
        .set('If-Match', '*')
        .send(input(change))
        .expect(400);
      expect(body.error.problems).toMatchObject([
        { code: 'secret-needed', pointer: '/secrets/password' },
      ]);
      const tried = await anna
        .post(`${path}/test`)
        .send({ config: input(change).config })
        .expect(400);
      expect(tried.body.error.message).toContain('must be given again');
    }
    expect(await dumpDatabase(knex)).toBe(before);

    const harmless = await anna
      .put(path)
      .set('If-Match', '*')
      .send(input({ ssl: 'verify-full', port: 5432 }))
      .expect(200);
    expect(harmless.body.secrets.password.set).toBe(true);
    await anna
      .put(path)
      .set('If-Match', '*')
      .send(input({ host: 'db2.example.com' }, password))
      .expect(200);
    const removed = await anna
      .put(path)
      .set('If-Match', '*')
      .send(input({ host: 'db3.example.com' }, { password: null }))
      .expect(200);
    expect(removed.body.secrets.password.set).toBe(false);
  });
});

describeDatabases('Without scaleph.secrets.keys', database => {
  it('values are refused, references work', async () => {
    const scaleph = await startTestScaleph({
      knex: await database.create(),
      config: { scaleph: {} },
    });
    const anna = scaleph.as('user:default/anna');
    const { body } = await anna
      .post(`${API}/data-sources`)
      .send(dataSourceInput('a', { secrets: { password: { value: 'x' } } }))
      .expect(503);
    expect(body.error.message).toContain('configure scaleph.secrets.keys');
    await anna.get(`${API}/data-sources/a`).expect(404);
    await anna
      .post(`${API}/data-sources`)
      .send(
        dataSourceInput('a', {
          secrets: { password: { environment: 'SCALEPH_SECRET_A' } },
        }),
      )
      .expect(201);
    // To try a value, nothing needs to be stored.
    await anna
      .post(`${API}/data-source-types/postgresql/test`)
      .send({
        config: { host: '127.0.0.1', port: 1, database: 'd', user: 'u' },
        secrets: { password: { value: 'x' } },
      })
      .expect(200);
  });
});
