import {
  ConnectionTest,
  DataSourceInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { postgresqlType } from '@scaleph/backstage-plugin-scaleph-node';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { dataSourceTypeModule } from '../__testUtils__/dataSourceTypeModule';
import { describeWithServer } from '../__testUtils__/describeWithServer';
import { withSilentServer } from '../__testUtils__/silentServer';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { testDatabases } from '../__testUtils__/testDatabases';
import { waitFor } from '../__testUtils__/waitFor';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';
const TIMEOUT_MS = 1_500;
const [sqlite] = testDatabases();

/** Never answers, whatever its signal says. */
const heedless = {
  ...postgresqlType,
  type: 'heedless',
  testConnection: () => new Promise<string>(() => {}),
};
/** Tells its secret. */
const talkative = {
  ...postgresqlType,
  type: 'talkative',
  testConnection: async ({ secrets }: { secrets: Record<string, string> }) => {
    throw new Error(`login with ${secrets.password} failed`);
  },
};

let scaleph: TestScaleph;
let anna: ReturnType<TestScaleph['as']>;

beforeAll(async () => {
  scaleph = await startTestScaleph({
    knex: await sqlite.create(),
    config: {
      scaleph: {
        dataSources: { testTimeout: { milliseconds: TIMEOUT_MS } },
        network: { deniedRanges: ['10.0.0.0/8'] },
      },
    },
    features: [dataSourceTypeModule(heedless), dataSourceTypeModule(talkative)],
  });
  anna = scaleph.as('user:default/anna');
});

async function tryOut(
  type: string,
  config: DataSourceInput['config'],
  password?: string,
  user = anna,
): Promise<ConnectionTest> {
  const { body } = await user
    .post(`${API}/data-source-types/${type}/test`)
    .send({
      config,
      secrets: password ? { password: { value: password } } : {},
    })
    .expect(200);
  return body;
}

describe.each([
  ['PostgreSQL', 'SCALEPH_TEST_POSTGRES_URL', 'postgresql', 'PostgreSQL'],
  ['MariaDB', 'SCALEPH_TEST_MYSQL_URL', 'mysql', 'MySQL'],
])('Testing a connection to %s', (product, variable, type, name) => {
  describeWithServer(product, variable, url => {
    const config = {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: url.username,
    };
    const password = decodeURIComponent(url.password);

    it('says what answered', async () => {
      await expect(tryOut(type, config, password)).resolves.toEqual({
        ok: true,
        message: expect.stringMatching(
          new RegExp(`^(${product}|MySQL) [0-9.]+.* answered$`),
        ),
        at: expect.any(String),
        durationMs: expect.any(Number),
      });
    });

    test.each([
      [
        'a wrong password',
        {},
        'wrong-password',
        `${name} at ${url.host} refused user "${config.user}": wrong password or no such user`,
      ],
      [
        'a database that is not there',
        { database: 'nowhere' },
        password,
        `${name} at ${url.host} has no database "nowhere"`,
      ],
      [
        'a host that is not there',
        { host: 'no-such-host.invalid' },
        password,
        'Host "no-such-host.invalid" has no address',
      ],
      [
        'a port where nothing listens',
        { port: 1 },
        password,
        `${name} at ${url.hostname}:1 refused the connection`,
      ],
    ])('says what is wrong: %s', async (_, change, given, message) => {
      const outcome = await tryOut(type, { ...config, ...change }, given);
      expect(outcome).toMatchObject({
        ok: false,
        message: expect.stringContaining(message),
      });
      expect(outcome.message).not.toContain(given);
    });

    it('uses the stored password, and remembers the outcome', async () => {
      const path = `${API}/data-sources/stored-${type}`;
      const input = dataSourceInput(`stored-${type}`, {
        type,
        config,
        secrets: { password: { value: password } },
      });
      const own = await startTestScaleph({ knex: await sqlite.create() });
      const user = own.as('user:default/anna');
      await user.post(`${API}/data-sources`).send(input).expect(201);
      const good = await user.post(`${path}/test`).send({}).expect(200);
      expect(good.body.ok).toBe(true);
      const edited = await user
        .post(`${path}/test`)
        .send({ secrets: { password: { value: 'wrong-password' } } })
        .expect(200);
      expect(edited.body.ok).toBe(false);
      const read = await user.get(path).expect(200);
      expect(read.body.lastTest).toEqual(good.body);
    });
  });
});

describe('A connection test', () => {
  it.each(['postgresql', 'mysql'])(
    'of %s ends in time when nobody answers, and closes its socket',
    type =>
      withSilentServer(async server => {
        const outcome = await tryOut(type, {
          host: '127.0.0.1',
          port: server.port,
          database: 'd',
          user: 'u',
        });
        expect(outcome).toMatchObject({
          ok: false,
          message: `127.0.0.1:${server.port}/d did not answer within 1.5 s: check host, port and firewall`,
        });
        expect(outcome.durationMs).toBeLessThan(TIMEOUT_MS + 2_000);
        await server.allClosed();
      }),
  );

  it('ends in time when its type does not heed the signal', async () => {
    const { config } = dataSourceInput('x', {
      config: { host: '127.0.0.1', database: 'd', user: 'u' },
    });
    const outcome = await tryOut('heedless', config);
    expect(outcome.message).toContain('did not answer within 1.5 s');
  });

  it('tells no secret even when its type does', async () => {
    const { config } = dataSourceInput('x');
    const outcome = await tryOut('talkative', config, 'p@ss-of-talkative');
    expect(outcome.message).toBe('login with ****** failed');
  });

  test.each([
    '169.254.169.254',
    '2852039166',
    '[::ffff:169.254.169.254]',
    'fe80::1',
    '10.1.2.3',
    '::ffff:10.1.2.3',
  ])('refuses %s before anything is sent', async host => {
    const { body } = await anna
      .post(`${API}/data-source-types/postgresql/test`)
      .send({ config: { host, database: 'd', user: 'u' } })
      .expect(400);
    expect(body.error.problems).toMatchObject([
      { code: 'host-not-allowed', pointer: '/config/host' },
    ]);
    expect(body.error.message).toContain('may not reach');
  });

  it('is refused to who has too many running, and to nobody else', () =>
    withSilentServer(async server => {
      const config = {
        host: '127.0.0.1',
        port: server.port,
        database: 'd',
        user: 'u',
      };
      const busy = scaleph.as('user:default/busy');
      const send = (user: typeof anna) =>
        user
          .post(`${API}/data-source-types/postgresql/test`)
          .send({ config })
          .then(({ status }) => status);
      const [others, ...own] = await Promise.all([
        send(anna),
        ...Array.from({ length: 5 }, () => send(busy)),
      ]);
      expect(others).toBe(200);
      expect(own.sort()).toEqual([200, 200, 200, 429, 429]);
      await expect(send(busy)).resolves.toBe(200);
    }));

  it('stops when nobody waits for it any more, and leaves its place', () =>
    withSilentServer(async server => {
      const config = {
        host: '127.0.0.1',
        port: server.port,
        database: 'd',
        user: 'u',
      };
      // Longer than any test waits.
      const own = await startTestScaleph({
        knex: await sqlite.create(),
        config: { scaleph: { dataSources: { testTimeout: { hours: 1 } } } },
      });
      const typing = own.as('user:default/typing');
      const path = `${API}/data-source-types/postgresql/test`;
      const sent = Array.from({ length: 3 }, () =>
        typing.post(path).send({ config }),
      );
      const ended = sent.map(request =>
        request.then(
          () => 'answered',
          () => 'left',
        ),
      );
      const good = { host: '127.0.0.1', port: 1, database: 'd', user: 'u' };
      await waitFor(async () => {
        const refused = await typing.post(path).send({ config: good });
        return refused.status === 429;
      });
      sent.forEach(request => request.abort());
      await server.allClosed();
      expect(await Promise.all(ended)).toEqual(['left', 'left', 'left']);
      await waitFor(async () => {
        const { status } = await typing.post(path).send({ config: good });
        return status === 200;
      });
    }));

  it('says that a variable is not set', async () => {
    const { body } = await anna
      .post(`${API}/data-source-types/postgresql/test`)
      .send({
        config: { host: '127.0.0.1', database: 'd', user: 'u' },
        secrets: { password: { environment: 'SCALEPH_SECRET_NOT_SET' } },
      })
      .expect(200);
    expect(body).toMatchObject({
      ok: false,
      message:
        'Environment variable "SCALEPH_SECRET_NOT_SET" is not set in the back end',
    });
  });
});
