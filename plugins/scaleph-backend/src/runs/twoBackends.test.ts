import {
  isTerminal,
  Run,
  RunEvent,
  RunPage,
} from '@scaleph/backstage-plugin-scaleph-common';
import knexFactory, { Knex } from 'knex';
import { BackendProcess } from '../__testUtils__/process/BackendProcess';
import {
  slowPipeline,
  SLOW_PIPELINE_ROWS,
} from '../__testUtils__/process/slowPipeline';
import { Workplace } from '../__testUtils__/process/Workplace';
import {
  createPostgresDatabase,
  dropPostgresDatabases,
  TEST_POSTGRES_URL,
} from '../__testUtils__/testDatabases';
import { waitFor } from '../__testUtils__/waitFor';

/*
 * Two real back ends on one PostgreSQL share twenty runs; one is killed with
 * SIGKILL in the middle. Needs the server of SCALEPH_TEST_POSTGRES_URL.
 */

const RUNS = 20;
const TAKEOVER_LIMIT_MS = 30_000;

const suite = TEST_POSTGRES_URL || process.env.CI ? describe : describe.skip;

const reason = TEST_POSTGRES_URL
  ? ''
  : ' (SCALEPH_TEST_POSTGRES_URL is not set)';

suite(`Two back ends on one PostgreSQL${reason}`, () => {
  let workplace: Workplace;
  let database: string;
  let knex: Knex;
  let a: BackendProcess;
  let b: BackendProcess;

  beforeAll(async () => {
    const url = new URL(TEST_POSTGRES_URL!);
    database = await createPostgresDatabase(TEST_POSTGRES_URL!);
    url.pathname = `/${database}`;
    knex = knexFactory({
      client: 'pg',
      connection: url.href,
      searchPath: ['scaleph'],
    });
    workplace = await Workplace.create({
      database: {
        client: 'pg',
        connection: url.href,
        pluginDivisionMode: 'schema',
      },
    });
    // The second one finds the tables made, or waits for the first to make them.
    a = await BackendProcess.start(workplace, { name: 'a' });
    b = await BackendProcess.start(workplace, { name: 'b' });
    await a.ask('POST', '/data-sources', {
      name: 'files',
      type: 'local-directory',
      owner: 'group:default/data',
      config: { directory: workplace.path('data') },
    });
    await a.ask('POST', '/pipelines', {
      document: slowPipeline('slow', 1),
      publish: true,
    });
  }, 120_000);

  afterAll(async () => {
    await Promise.all([a, b].map(backend => backend?.kill()));
    await workplace?.killWorkers();
    await knex?.destroy();
    await dropPostgresDatabases(TEST_POSTGRES_URL!, [database]);
    await workplace?.remove();
  }, 60_000);

  /** Active runs by the process that supervises them. */
  async function held(): Promise<Map<string, string[]>> {
    const rows: { id: string; lease_owner: string | null }[] = await knex(
      'runs',
    )
      .select('id', 'lease_owner')
      .where('active', true);
    const owners = new Map<string, string[]>();
    for (const { id, lease_owner: owner } of rows) {
      if (owner) owners.set(owner, [...(owners.get(owner) ?? []), id]);
    }
    return owners;
  }

  const ownerOf = (backend: BackendProcess, owners: Map<string, unknown>) =>
    [...owners.keys()].find(owner => owner.includes(`:${backend.pid}:`));

  const ended = (id: string) =>
    waitFor(
      async () => {
        const run = await b.ask<Run>('GET', `/runs/${id}`);
        return isTerminal(run.state) && run;
      },
      { timeoutMs: 180_000, what: `run ${id} has ended` },
    );

  it('each run has one supervisor at a time, and those of a dead one are taken over within 30 s', async () => {
    const ids: string[] = [];
    for (let n = 0; n < RUNS; n += 1) {
      const backend = n % 2 === 0 ? a : b;
      const run = await backend.ask<Run>('POST', '/pipelines/slow/runs', {});
      ids.push(run.id);
    }

    // Both have a part, and a has some that run and some that wait.
    const before = await waitFor(
      async () => {
        const owners = await held();
        const owner = ownerOf(a, owners);
        if (!owner || !ownerOf(b, owners)) return undefined;
        const page = await b.ask<RunPage>('GET', '/runs?state=RUNNING');
        const running = new Set(page.items.map(run => run.id));
        const mine = owners.get(owner)!;
        return mine.some(id => running.has(id)) && owners;
      },
      { timeoutMs: 60_000, what: 'both back ends supervise running runs' },
    );

    await a.kill();
    const killed = Date.now();
    const orphans = (await held()).get(ownerOf(a, before)!) ?? [];
    expect(orphans.length).toBeGreaterThan(0);
    await waitFor(async () => ownerOf(a, await held()) === undefined, {
      timeoutMs: TAKEOVER_LIMIT_MS,
      what: 'b has the runs of a',
    });
    expect(Date.now() - killed).toBeLessThan(TAKEOVER_LIMIT_MS);

    for (const id of ids) {
      const run = await ended(id);
      expect(run).toMatchObject({
        state: 'FINISHED',
        rowsWritten: SLOW_PIPELINE_ROWS,
      });
      expect(await workplace.workersOf(id)).toBe(1);

      const { items } = await b.ask<{ items: RunEvent[] }>(
        'GET',
        `/runs/${id}/events?limit=200`,
      );
      const states = items.flatMap(event => event.to ?? []);
      expect(states).toEqual([...new Set(states)]);
      const takeovers = items.filter(event => event.type === 'takeover');
      expect(takeovers).toHaveLength(orphans.includes(id) ? 1 : 0);

      // First a, then b, and never to and fro.
      const supervisors = await workplace.supervisorsOf(id);
      expect(supervisors).toEqual([...new Set(supervisors)]);
    }
    expect(await workplace.countRows('out')).toBe(RUNS * SLOW_PIPELINE_ROWS);
  }, 300_000);
});
