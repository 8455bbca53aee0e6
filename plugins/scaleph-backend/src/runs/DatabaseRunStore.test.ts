import { LogLine } from '@scaleph/backstage-plugin-scaleph-node';
import { Knex } from 'knex';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { newRun } from '../__testUtils__/newRun';
import { DatabaseRunStore } from './DatabaseRunStore';
import { RunQuery } from './RunStore';
import { StaleRunError } from './StaleRunError';

const MINUTE = 60_000;

jest.setTimeout(30_000);

describeDatabases('DatabaseRunStore', database => {
  let knex: Knex;
  let store: DatabaseRunStore;

  beforeEach(async () => {
    knex = await database.create();
    store = new DatabaseRunStore(knex);
  });

  async function create(run: Parameters<typeof newRun>[0] = {}) {
    const intent = newRun(run);
    await store.create(intent, knex);
    return intent.id;
  }

  async function read(id: string) {
    const run = await store.getSupervised(id);
    if (!run) throw new Error(`no run ${id}`);
    return run;
  }

  const claim = (instance: string, leaseMs = MINUTE, capacity = 10) =>
    store.claim({ instance, leaseMs, capacity });

  /** As if the process that holds the leases had died long ago. */
  const expireLeases = () => knex('runs').update({ lease_until: 1 });

  const note = { at: 'then', type: 'note', message: 'x' } as const;
  const line = (message: string): LogLine => ({
    at: 'then',
    level: 'info',
    message,
  });

  it('records an intent with its snapshot and the first event', async () => {
    const intent = newRun({ parameters: { day: '1' } });
    await store.create(intent, knex);
    expect(await store.get(intent.id)).toMatchObject({
      id: intent.id,
      pipelineEntityRef: 'component:default/orders',
      state: 'CREATED',
      desired: 'running',
      rowsRead: 0,
      revision: 1,
      nodes: [],
      parameters: { day: '1' },
      document: intent.document,
    });
    expect(await store.getSubmission(intent.id)).toEqual({
      plan: intent.plan,
      document: intent.document,
    });
    expect(await store.events(intent.id, { limit: 10 })).toMatchObject([
      { seq: 1, type: 'state', to: 'CREATED', actor: 'user:default/guest' },
    ]);
    expect(await store.hasActive('orders')).toBe(true);
  });

  it('writes change, events and lines together, and numbers them', async () => {
    const id = await create();
    const next = await store.update(await read(id), {
      change: { state: 'SUBMITTING', handle: { pid: 7 }, logCursor: '2' },
      events: [note, note],
      lines: [line('a'), line('b\0')],
    });
    expect(next).toMatchObject({ state: 'SUBMITTING', logSeq: 2, revision: 2 });
    expect(await read(id)).toEqual(next);
    const events = await store.events(id, { limit: 10 });
    expect(events.map(event => event.seq)).toEqual([1, 2, 3]);
    expect(await store.events(id, { after: 2, limit: 10 })).toHaveLength(1);
    const lines = await store.logs(id, { limit: 10 });
    expect(lines).toMatchObject([
      { seq: 1, message: 'a' },
      { seq: 2, message: 'b\uFFFD' },
    ]);
  });

  it('clears a field that is given as undefined', async () => {
    const id = await create();
    const before = await store.update(await read(id), {
      change: { reason: 'trouble' },
    });
    await store.update(before, { change: { reason: undefined } });
    expect((await read(id)).reason).toBeUndefined();
  });

  it('takes what an engine says, whatever it is', async () => {
    const id = await create();
    const text = `NUL \0 ${'x'.repeat(30_000)}`;
    const next = await store.update(await read(id), {
      change: { reason: text },
      events: [{ ...note, message: text }],
      lines: [line(text)],
    });
    expect(next.reason).toMatch(/^NUL \uFFFD x+… \(10006 more characters\)$/);
    expect(await read(id)).toEqual(next);
  });

  it('refuses a write on an old revision, whole', async () => {
    const id = await create();
    const old = await read(id);
    await store.update(old, { change: { rowsRead: 1 } });
    await expect(
      store.update(old, {
        change: { rowsRead: 2 },
        events: [note],
        lines: [line('lost')],
      }),
    ).rejects.toThrow(StaleRunError);
    expect((await read(id)).rowsRead).toBe(1);
    expect(await store.events(id, { limit: 10 })).toHaveLength(1);
    expect(await store.logs(id, { limit: 10 })).toEqual([]);
  });

  it('refuses a write of who lost the lease (fencing)', async () => {
    const id = await create();
    await claim('a');
    const [held] = await store.listDue('a');
    await expireLeases();
    expect(await claim('b')).toEqual([id]);
    await expect(
      store.update(await read(id), { change: { rowsRead: 1 }, lease: 'a' }),
    ).rejects.toThrow(StaleRunError);
    await expect(
      store.update(held, { change: { rowsRead: 1 }, lease: 'a' }),
    ).rejects.toThrow(StaleRunError);
    await store.update(await read(id), {
      change: { rowsRead: 1 },
      lease: 'b',
    });
  });

  it('gives a run to one supervisor at a time', async () => {
    const id = await create();
    const claims = await Promise.all(['a', 'b', 'c'].map(name => claim(name)));
    expect(claims.flat()).toEqual([id]);
    const due = await Promise.all(
      ['a', 'b', 'c'].map(name => store.listDue(name)),
    );
    expect(due.flat()).toHaveLength(1);
  });

  it('lets another take over when the lease is over, and notes it', async () => {
    const id = await create();
    await claim('a');
    expect(await claim('b')).toEqual([]);
    await expireLeases();
    expect(await store.listDue('a')).toEqual([]);
    expect(await claim('b')).toEqual([id]);
    expect(await store.events(id, { after: 1, limit: 10 })).toMatchObject([
      { type: 'takeover', actor: 'b', message: expect.stringMatching('a') },
    ]);
  });

  it('keeps a lease that is renewed', async () => {
    await create();
    await claim('a');
    await expireLeases();
    expect(await store.renew('a', MINUTE)).toBe(1);
    expect(await claim('b')).toEqual([]);
  });

  it('gives leases back without a takeover', async () => {
    const id = await create();
    await claim('a');
    await store.release('a');
    expect(await claim('b')).toEqual([id]);
    expect(await store.events(id, { limit: 10 })).toHaveLength(1);
  });

  it('takes in new runs up to the capacity, and those under way always', async () => {
    await Promise.all([create(), create(), create()]);
    expect(await claim('a', MINUTE, 2)).toHaveLength(2);
    expect(await store.countActive('a')).toBe(2);
    for (const run of await store.listDue('a')) {
      await store.update(run, { change: { state: 'SUBMITTING' } });
    }
    await expireLeases();
    expect(await claim('b', MINUTE, 0)).toHaveLength(2);
  });

  it('lets runs rest', async () => {
    const id = await create();
    await claim('a');
    await store.update(await read(id), { change: { restMs: MINUTE } });
    expect(await store.listDue('a')).toEqual([]);
    await store.update(await read(id), { change: { restMs: 0 } });
    expect(await store.listDue('a')).toHaveLength(1);
  });

  it('leaves alone what needs no supervisor any more', async () => {
    const id = await create();
    await store.update(await read(id), {
      change: { state: 'FINISHED', supervised: false },
    });
    expect(await claim('a')).toEqual([]);
    expect(await store.hasActive('orders')).toBe(false);
  });

  describe('list', () => {
    const query: RunQuery = { descending: true, limit: 10, visible: 'all' };
    const at = (second: number) => `2026-11-21T08:00:0${second}.000Z`;

    it('pages by time and id, also among equal times', async () => {
      const ids: string[] = [];
      for (const second of [1, 2, 2, 2, 3]) {
        ids.push(await create({ createdAt: at(second) }));
      }
      const seen: string[] = [];
      let after: RunQuery['after'];
      for (let page = 0; page < 3; page += 1) {
        const { items, totalItems } = await store.list({
          ...query,
          limit: 2,
          after,
        });
        expect(totalItems).toBe(5);
        seen.push(...items.map(run => run.id));
        const last = items[items.length - 1];
        after = { value: last.createdAt, id: last.id };
      }
      expect([...seen].sort()).toEqual([...ids].sort());
      expect(seen[0]).toBe(ids[4]);
      expect(seen[4]).toBe(ids[0]);
      const { items: ascending } = await store.list({
        ...query,
        descending: false,
      });
      expect(ascending.map(run => run.id)).toEqual([...seen].reverse());
    });

    it('filters', async () => {
      const orders = await create();
      const films = await create({
        pipeline: 'Films_1',
        owner: 'user:default/a',
      });
      await store.update(await read(films), { change: { state: 'FINISHED' } });
      const ids = async (filter: Partial<RunQuery>) =>
        (await store.list({ ...query, ...filter })).items.map(run => run.id);
      expect(await ids({ pipeline: 'orders' })).toEqual([orders]);
      expect(await ids({ state: 'FINISHED' })).toEqual([films]);
      expect(await ids({ active: true })).toEqual([orders]);
      expect(await ids({ active: false })).toEqual([films]);
      expect(await ids({ owner: ['user:default/a', 'x'] })).toEqual([films]);
      expect(await ids({ search: 'ilms_' })).toEqual([films]);
      expect(await ids({ search: 'FILM' })).toEqual([films]);
      expect(await ids({ search: 'f%s' })).toEqual([]);
      expect(await ids({ search: orders.slice(0, 8) })).toEqual([orders]);
      expect(await ids({ visible: 'none' })).toEqual([]);
    });
  });

  it('filters log lines by node and level', async () => {
    const id = await create();
    await store.update(await read(id), {
      change: {},
      lines: [
        { ...line('debug'), level: 'debug' },
        { ...line('warn'), level: 'warn', node: 'read' },
        { ...line('error'), level: 'error', node: 'write' },
      ],
    });
    const messages = async (
      filter: Partial<Parameters<typeof store.logs>[1]>,
    ) =>
      (await store.logs(id, { limit: 10, ...filter })).map(
        ({ message }) => message,
      );
    expect(await messages({ level: 'warn' })).toEqual(['warn', 'error']);
    expect(await messages({ node: 'read' })).toEqual(['warn']);
    expect(await messages({ after: 2 })).toEqual(['error']);
    expect(await messages({ limit: 1 })).toEqual(['debug']);
  });

  it('stores many lines at once', async () => {
    const id = await create();
    const lines = Array.from({ length: 1_500 }, (_, n) => line(`line ${n}`));
    await store.update(await read(id), { change: {}, lines });
    const [last] = await store.logs(id, { after: 1_499, limit: 10 });
    expect(last).toMatchObject({ seq: 1_500, message: 'line 1499' });
  });

  it('removes what ended long ago, but the newest of a pipeline', async () => {
    const end = async (pipeline: string, createdAt: string) => {
      const id = await create({ pipeline, createdAt });
      await store.update(await read(id), {
        change: { state: 'FINISHED', supervised: false, endedAt: createdAt },
        lines: [line('x')],
      });
      return id;
    };
    const old = await end('orders', '2020-01-01T00:00:00.000Z');
    const newest = await end('orders', '2020-01-02T00:00:00.000Z');
    const only = await end('films', '2020-01-01T00:00:00.000Z');
    expect(await store.deleteEndedBefore('2021-01-01T00:00:00.000Z', 10)).toBe(
      1,
    );
    expect(await store.get(old)).toBeUndefined();
    expect([...(await store.summaries([newest, only])).keys()].sort()).toEqual(
      [newest, only].sort(),
    );
    expect(await knex('run_logs').where('run_id', old)).toEqual([]);
    expect(await knex('run_events').where('run_id', old)).toEqual([]);
  });

  it('counts by state', async () => {
    await create();
    await create();
    expect(await store.countByState()).toEqual({ CREATED: 2 });
  });
});
