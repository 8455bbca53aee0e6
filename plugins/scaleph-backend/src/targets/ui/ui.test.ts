import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { request as httpRequest } from 'node:http';
import { AddressInfo } from 'node:net';
import request from 'supertest';
import {
  ClusterEngine,
  clusterEngineModule,
} from '../../__testUtils__/clusterEngine';
import { describeDatabases } from '../../__testUtils__/describeDatabases';
import { dumpDatabase } from '../../__testUtils__/dumpDatabase';
import {
  startTestScaleph,
  TestScaleph,
} from '../../__testUtils__/startTestScaleph';
import { targetInput } from '../../__testUtils__/targetInput';
import { UiTickets } from './UiTickets';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';
const MINUTE = 60_000;

describeDatabases('Pages of clusters', database => {
  const engine = new ClusterEngine();
  const { state } = engine;
  let knex: Knex;
  let scaleph: TestScaleph;
  let anna: ReturnType<TestScaleph['as']>;
  let link: string;

  /** A browser: no token. */
  const browser = () => {
    const agent = request.agent(scaleph.backend.server);
    agent.set('Authorization', mockCredentials.none.header());
    return agent;
  };
  const newLink = async (target: string) => {
    const { body } = await anna
      .post(`${API}/targets/${target}/ui-tickets`)
      .expect(201);
    return `${API}${body.path}`;
  };

  beforeAll(async () => {
    knex = await database.create();
    scaleph = await startTestScaleph({
      knex,
      features: [clusterEngineModule(engine)],
    });
    anna = scaleph.as('user:default/anna');
    for (const name of ['lab', 'other']) {
      const secrets = { authorization: { value: `Bearer of-${name}` } };
      await anna
        .post(`${API}/targets`)
        .send(targetInput(name, { secrets }))
        .expect(201);
    }
    link = await newLink('lab');
  });

  beforeEach(() => {
    state.uiRequests.length = 0;
    state.ui = { status: 200, contentType: 'text/html', body: '<h1>Hi</h1>' };
    state.trouble = undefined;
  });

  it('are shown to who has a ticket, in a sandbox', async () => {
    const { headers, text } = await browser()
      .get(`${link}jobs/overview?x=1`)
      .set('Cookie', 'session=portal')
      .set('Origin', 'null')
      .set('X-Forwarded-Host', 'evil.example')
      .expect(200);
    expect(text).toBe('<h1>Hi</h1>');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    const policy = headers['content-security-policy'];
    expect(policy).toContain('sandbox allow-scripts');
    expect(policy).not.toContain('allow-same-origin');
    // Nothing of the caller but method and path.
    expect(state.uiRequests).toEqual([
      {
        method: 'GET',
        path: 'jobs/overview?x=1',
        signal: expect.any(AbortSignal),
      },
    ]);
    expect(state.seen.lab).toEqual({ authorization: 'Bearer of-lab' });
  });

  it('get before their own scripts what they need in the sandbox, and nothing else', async () => {
    const page =
      '<html><head lang="en"><script src="x"></script></head></html>';
    state.ui = { status: 200, contentType: 'text/html', body: page };
    const { text } = await browser().get(link).expect(200);
    const [start, end] = page.split('<script src');
    expect(text.startsWith(`${start}<script>(() => {`)).toBe(true);
    expect(text.endsWith(`</script><script src${end}`)).toBe(true);

    state.ui = { status: 200, contentType: 'text/plain', body: page };
    expect((await browser().get(link)).text).toBe(page);
  });

  it('leave by a content type of pages, and as a file otherwise', async () => {
    for (const [sent, received] of [
      ['application/json;charset=UTF-8', 'application/json; charset=UTF-8'],
      ['font/woff2', 'font/woff2'],
      ['text/html; x="<script>"', 'text/html; charset=utf-8'],
      ['multipart/x-mixed-replace', 'application/octet-stream'],
      [undefined, 'application/octet-stream'],
    ]) {
      state.ui = { status: 200, contentType: sent, body: '{}' };
      const { headers } = await browser().get(link).expect(200);
      expect(headers['content-type']).toBe(received);
    }
  });

  it('are read only', async () => {
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      const { headers } = await browser()[method](`${link}jobs/x`).expect(405);
      expect(headers.allow).toBe('GET, HEAD');
    }
    await browser().head(link).expect(200);
    expect(state.uiRequests.map(({ method }) => method)).toEqual(['HEAD']);
  });

  it('are those of one cluster, whatever the path says', async () => {
    const { server } = scaleph.backend;
    const { port } = server.address() as AddressInfo;
    const paths = [
      ...['../../targets', '..%2f..%2ftargets', '%2e%2e/x', '%252e%252e/x'],
      ...[
        '/evil.example/x',
        '%5cevil.example',
        'a%0d%0ab',
        'http://evil.example/',
      ],
    ];
    // As they are: clients of a higher level tidy paths up.
    const ask = (path: string) =>
      new Promise((resolve, reject) => {
        httpRequest({ port, path: `${link}${path}` }, answer =>
          resolve(answer.resume().statusCode),
        )
          .on('error', reject)
          .end();
      });
    for (const path of paths) {
      const status = await ask(path);
      expect([path, status]).toEqual([path, 400]);
    }
    expect(state.uiRequests).toEqual([]);
  });

  it('of a cluster that redirects, fails or is away, are told as such', async () => {
    state.ui = { status: 307, body: '' };
    const redirect = await browser().get(link).expect(502);
    expect(redirect.text).toContain('redirects to another address');
    expect(redirect.headers).not.toHaveProperty('location');

    state.ui = { status: 500, contentType: 'text/plain', body: 'oops' };
    const failure = await browser().get(link).expect(500);
    expect(failure.text).toBe('oops');

    state.trouble = new Error('refused Bearer of-lab');
    const away = await browser().get(link).expect(502);
    expect(away.text).toBe('Target "lab" does not answer: refused ******');
    expect(away.headers['content-security-policy']).toContain('sandbox');
  });

  it('are for nobody without a ticket, nor for a ticket that is made up', async () => {
    await browser().get(`${API}/ui/`).expect(404);
    const madeUp = await browser().get(`${API}/ui/${'x'.repeat(43)}/`);
    expect([madeUp.status, madeUp.text]).toEqual([
      403,
      'This link is over. Open the page of the cluster in Scaleph and follow the link there again.',
    ]);
    const lead = await browser().get(link.slice(0, -1)).expect(308);
    expect(lead.headers.location).toBe(link);
    // The ticket is no credential for anything else.
    await browser().get(`${API}/targets`).expect(401);
    const [ticket] = link.split('/').slice(-2);
    await expect(dumpDatabase(knex)).resolves.not.toContain(ticket);
    await browser().post(`${API}/targets/lab/ui-tickets`).expect(401);
  });

  it('end with their target, and do not lead to another of the same name', async () => {
    const other = await newLink('other');
    await browser().get(other).expect(200);
    const path = `${API}/targets/other`;
    await anna.delete(path).set('If-Match', '*').expect(204);
    await anna.post(`${API}/targets`).send(targetInput('other')).expect(201);
    await browser().get(other).expect(403);
  });

  it('have tickets that end 15 minutes after the last use, and after 8 hours at the latest', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const tickets = new UiTickets(knex, () => now);
    const create = async () =>
      (await tickets.create('id', 'user:default/anna')).path.split('/')[2];

    const idle = await create();
    now += 14 * MINUTE;
    await expect(tickets.use(idle)).resolves.toBe('id');
    now += 14 * MINUTE;
    await expect(tickets.use(idle)).resolves.toBe('id');
    now += 16 * MINUTE;
    await expect(tickets.use(idle)).resolves.toBeUndefined();

    const busy = await create();
    const start = now;
    while (await tickets.use(busy)) now += 10 * MINUTE;
    expect((now - start) / MINUTE).toBe(8 * 60);
    // Those that are over are cleared away.
    await create();
    await expect(
      knex('target_ui_tickets').where('target_id', 'id').select('digest'),
    ).resolves.toHaveLength(1);
  });
});
