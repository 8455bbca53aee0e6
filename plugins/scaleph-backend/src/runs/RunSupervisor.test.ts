import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { Fleet } from '../__testUtils__/Fleet';
import { newRun } from '../__testUtils__/newRun';
import { waitFor } from '../__testUtils__/waitFor';
import { noArtifacts } from '../artifacts/noArtifacts';
import { DatabaseRunStore } from './DatabaseRunStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { RunFaultPoint } from './RunFaults';
import { StaleRunError } from './StaleRunError';

jest.setTimeout(60_000);

describeDatabases('RunSupervisor', database => {
  let knex: Knex;
  let store: DatabaseRunStore;
  let fleet: Fleet;

  beforeEach(async () => {
    knex = await database.create();
    store = new DatabaseRunStore(knex);
    fleet = new Fleet(store, new DatabaseSnapshotStore(knex));
  });

  afterEach(() => fleet.stop());

  async function create() {
    const run = newRun();
    await store.create(run, knex);
    return run.id;
  }

  const get = async (id: string) => {
    const run = await store.get(id);
    if (!run) throw new Error(`no run ${id}`);
    return run;
  };

  const until = (id: string, state: string) =>
    waitFor(
      async () => {
        const run = await get(id);
        if (isTerminal(run.state) && run.state !== state) {
          throw new Error(`run is ${run.state}: ${run.reason}`);
        }
        return run.state === state && run;
      },
      { what: `run is ${state}` },
    );

  const cleanedUp = (id: string) =>
    waitFor(() => fleet.engine.forgotten.includes(id), { what: 'clean-up' });

  const states = async (id: string) =>
    (await store.events(id, { limit: 200 })).flatMap(event => event.to ?? []);

  const messages = async (id: string) =>
    (await store.logs(id, { limit: 5_000 })).map(line => line.message);

  /** As a user does: again when the supervisor wrote meanwhile. */
  async function cancel(id: string): Promise<void> {
    await waitFor(async () => {
      const run = await store.getSupervised(id);
      try {
        return await store.update(run!, {
          change: { desired: 'stopped', restMs: 0 },
        });
      } catch (error) {
        if (error instanceof StaleRunError) return undefined;
        throw error;
      }
    });
  }

  it('runs a run from the intent to the end', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    fleet.engine.write(id, 'half');
    fleet.engine.change(id, {
      startedAt: '2026-11-21T08:00:00.000Z',
      nodes: [
        { node: 'read', state: 'running', rowsIn: 0, rowsOut: 2 },
        { node: 'write', state: 'running', rowsIn: 2, rowsOut: 1 },
      ],
    });
    await waitFor(async () => (await get(id)).rowsRead === 2);
    fleet.engine.write(id, 'last line');
    fleet.engine.change(id, {
      state: 'FINISHED',
      endedAt: '2026-11-21T08:00:09.000Z',
      outputs: [{ node: 'write', kind: 'console', location: 'log', rows: 3 }],
    });
    expect(await until(id, 'FINISHED')).toMatchObject({
      rowsRead: 2,
      rowsWritten: 1,
      startedAt: '2026-11-21T08:00:00.000Z',
      endedAt: '2026-11-21T08:00:09.000Z',
      outputs: [{ rows: 3 }],
    });
    await cleanedUp(id);
    expect(await states(id)).toEqual([
      'CREATED',
      'SUBMITTING',
      'INITIALIZING',
      'RUNNING',
      'FINISHED',
    ]);
    expect(await messages(id)).toEqual(['started', 'half', 'last line']);
    expect(fleet.engine.started).toEqual([id]);
    expect(fleet.notifications).toEqual([]);
    const { revision } = await get(id);
    await waitFor(() =>
      fleet.signals.some(
        signal => signal.id === id && signal.revision === revision,
      ),
    );
  });

  it('tells the owner once that a run failed', async () => {
    const id = await create();
    fleet.troubles.notifications.push(new Error('not now'));
    fleet.start('a');
    await until(id, 'RUNNING');
    fleet.engine.change(id, { state: 'FAILED', reason: 'No such table' });
    expect(await until(id, 'FAILED')).toMatchObject({
      reason: 'No such table',
    });
    await cleanedUp(id);
    expect(fleet.notifications).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/data' },
        payload: expect.objectContaining({
          title: 'Run of pipeline orders failed',
          description: 'No such table',
          link: `/scaleph/runs/${id}`,
          topic: 'scaleph',
          severity: 'high',
        }),
      },
    ]);
  });

  it('never submits a run that was stopped before', async () => {
    const id = await create();
    await cancel(id);
    fleet.start('a');
    await until(id, 'CANCELED');
    expect(fleet.engine.started).toEqual([]);
    expect(await states(id)).toEqual(['CREATED', 'CANCELED']);
  });

  it('stops a running run, and asks again when that failed', async () => {
    const id = await create();
    fleet.engine.troubles.act = [new Error('lost'), new Error('lost')];
    fleet.start('a');
    await until(id, 'RUNNING');
    await cancel(id);
    await until(id, 'CANCELED');
    expect(await states(id)).toEqual([
      ...['CREATED', 'SUBMITTING', 'INITIALIZING', 'RUNNING'],
      ...['CANCELLING', 'CANCELED'],
    ]);
  });

  it('fails for good when a secret is missing', async () => {
    const id = await create();
    fleet.troubles.connections.push(
      new NotFoundError('Data source "db": secret "password" is not set'),
    );
    fleet.start('a');
    expect(await until(id, 'FAILED')).toMatchObject({
      reason: 'Data source "db": secret "password" is not set',
    });
    expect(fleet.engine.started).toEqual([]);
  });

  it('tries a submit again after a temporary failure, saying so', async () => {
    const id = await create();
    fleet.engine.troubles.submit = [new Error('connection reset')];
    fleet.start('a');
    await waitFor(async () => (await get(id)).reason, { what: 'a reason' });
    expect((await get(id)).reason).toMatch(/Attempt 1 .*connection reset/);
    expect(await until(id, 'RUNNING')).toMatchObject({ reason: undefined });
    expect(fleet.engine.started).toEqual([id]);
  });

  it('gives up after ten attempts, when it is certain that none took effect', async () => {
    const id = await create();
    fleet.engine.troubles.submit = Array.from(
      { length: 10 },
      () => new Error('connection reset'),
    );
    fleet.start('a');
    await waitFor(async () => {
      // Nobody waits for the back-off.
      await knex('runs').update({ next_attempt_at: 0 });
      return (await get(id)).state === 'FAILED';
    });
    expect((await get(id)).reason).toBe(
      'Attempt 10 to submit failed: connection reset',
    );
    expect(fleet.engine.started).toEqual([]);
  });

  it('does not say of a submit that may still take effect that there is no job', async () => {
    const id = await create();
    fleet.start('a', { dieAt: 'before-submit' });
    await until(id, 'SUBMITTING');
    await cancel(id);
    fleet.start('b', { settings: { submitGraceMs: 60_000 } });
    await until(id, 'CANCELLING');
    // The request of the dead one arrives.
    await fleet.engine.submit(newRun().plan, {
      runId: id,
      deployment: 1,
      logger: mockServices.logger.mock(),
      connections: async () => ({}),
      artifacts: noArtifacts,
    });
    await until(id, 'CANCELED');
    expect(fleet.engine.live(id)).toBe(false);
  });

  it('waits for a target that does not answer before it submits again', async () => {
    const id = await create();
    fleet.start('a', { dieAt: 'before-submit' });
    await until(id, 'SUBMITTING');
    fleet.engine.troubles.observe = Array.from(
      { length: 30 },
      () => new Error('no route to host'),
    );
    fleet.start('b');
    await waitFor(
      async () => (await get(id)).reason === 'Waiting: no route to host',
    );
    expect(fleet.engine.started).toEqual([]);
    await until(id, 'RUNNING');
    expect(fleet.engine.started).toEqual([id]);
  });

  it('waits while the engine is full', async () => {
    const id = await create();
    fleet.engine.troubles.submit = [
      new ServiceUnavailableError('2 of 2 runs are active'),
    ];
    fleet.start('a');
    await waitFor(async () => (await get(id)).reason, { what: 'a reason' });
    expect(await get(id)).toMatchObject({
      state: 'SUBMITTING',
      reason: 'Waiting: 2 of 2 runs are active',
    });
    await until(id, 'RUNNING');
  });

  it('shows an engine that does not answer as RECONCILING, and recovers', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    fleet.engine.troubles.observe = [1, 2, 3].map(
      () => new Error('no route to host'),
    );
    expect(await until(id, 'RECONCILING')).toMatchObject({
      reason: 'no route to host',
    });
    expect(await until(id, 'RUNNING')).toMatchObject({ reason: undefined });
  });

  it('fails a run that the engine vouches not to have', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    await fleet.engine.cleanUp(undefined, { runId: id });
    expect(await until(id, 'FAILED')).toMatchObject({
      reason: expect.stringMatching(
        /^Lost: The engine has no trace of it. Its recovery policy is never/,
      ),
    });
  });

  it('keeps the whole log although the engine fails while it is read', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    const lines = Array.from({ length: 2_500 }, (_, n) => `line ${n}`);
    fleet.engine.troubles.logs = [new Error('reset')];
    fleet.engine.write(id, ...lines);
    fleet.engine.change(id, { state: 'FINISHED' });
    await until(id, 'FINISHED');
    expect(await messages(id)).toEqual(['started', ...lines]);
  });

  it('ends without the rest of a log that cannot be read, and notes it', async () => {
    const id = await create();
    fleet.engine.troubles.logs = Array.from(
      { length: 1_000 },
      () => new Error('disk gone'),
    );
    fleet.start('a');
    await until(id, 'RUNNING');
    fleet.engine.change(id, { state: 'FINISHED' });
    await until(id, 'FINISHED');
    const events = await store.events(id, { limit: 100 });
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'note',
        message: 'The log cannot be read: disk gone',
      }),
    );
  });

  it('keeps a bounded number of lines and says so', async () => {
    const id = await create();
    fleet.start('a', { settings: { maxLogLines: 3 } });
    await until(id, 'RUNNING');
    fleet.engine.write(id, 'b', 'c', 'd', 'e');
    fleet.engine.change(id, { state: 'FINISHED' });
    await until(id, 'FINISHED');
    expect(await messages(id)).toEqual([
      ...['started', 'b', 'c'],
      'Only the first 3 lines of a run are kept; the lines after this one are not',
    ]);
  });

  it('takes in no more than maxActive new runs', async () => {
    const ids = await Promise.all([create(), create(), create()]);
    fleet.start('a', { settings: { maxActive: 2 } });
    const running = await waitFor(async () => {
      const runs = await Promise.all(ids.map(get));
      const found = runs.filter(run => run.state === 'RUNNING');
      return found.length === 2 && found;
    });
    expect(fleet.engine.started).toHaveLength(2);
    fleet.engine.change(running[0].id, { state: 'FINISHED' });
    await waitFor(() => fleet.engine.started.length === 3);
  });

  it('leaves runs that its engine has no place for to others', async () => {
    fleet.engine.troubles.submit = Array.from(
      { length: 1_000 },
      () => new ServiceUnavailableError('full'),
    );
    await Promise.all(Array.from({ length: 20 }, create));
    fleet.start('a');
    await waitFor(async () => (await store.countActive('a')) >= 4);
    await waitFor(() => fleet.engine.troubles.submit!.length < 990);
    expect(await store.countActive('a')).toBeLessThan(12);
    fleet.engine.troubles.submit = [];
    await waitFor(() => fleet.engine.started.length === 20);
  });

  it('hands its runs over when it shuts down, without a takeover', async () => {
    const id = await create();
    const { supervisor } = fleet.start('a');
    await until(id, 'RUNNING');
    await supervisor.stop();
    expect(
      await store.claim({ instance: 'b', leaseMs: 1, capacity: 0 }),
    ).toEqual([id]);
    const events = await store.events(id, { limit: 100 });
    expect(events.map(event => event.type)).not.toContain('takeover');
  });

  describe('when the process dies', () => {
    const POINTS: RunFaultPoint[] = [
      ...(['before-submit', 'after-submit', 'after-handle'] as const),
      ...(['while-running', 'before-end', 'after-logs'] as const),
      ...(['after-end', 'before-clean-up'] as const),
    ];

    it.each(POINTS)(
      'at %s: another ends the run, started once',
      async point => {
        const id = await create();
        fleet.start('a', { dieAt: point });
        const job = await waitFor(
          async () => {
            const run = await get(id);
            const died =
              run.state === 'SUBMITTING' && point === 'before-submit';
            return died || fleet.engine.started.length > 0;
          },
          { what: 'the first part of its life' },
        );
        expect(job).toBe(true);
        if (fleet.engine.started.length > 0) {
          await finish(
            id,
            point === 'while-running' || point === 'after-handle',
          );
        }
        fleet.start('b');
        await waitFor(() => fleet.engine.started.length > 0);
        await finish(id, false);
        const run = await until(id, 'FINISHED');
        await cleanedUp(id);
        expect(run.rowsWritten).toBe(3);
        expect(fleet.engine.started).toEqual([id]);
        expect(await messages(id)).toEqual(['started', 'done']);
        expect(
          (await states(id)).filter(state => state === 'FINISHED'),
        ).toEqual(['FINISHED']);
      },
    );

    /** The engine goes on while nobody looks. */
    async function finish(id: string, later: boolean): Promise<void> {
      if (later || fleet.engine.forgotten.includes(id)) return;
      if ((await messages(id)).includes('done')) return;
      const seen = await fleet.engine.logs(undefined, {
        runId: id,
        deployment: 1,
        limit: 9,
      });
      if (seen.lines.some(line => line.message === 'done')) return;
      fleet.engine.write(id, 'done');
      fleet.engine.change(id, {
        state: 'FINISHED',
        nodes: [{ node: 'write', state: 'finished', rowsIn: 3, rowsOut: 3 }],
      });
    }

    it.each(['before-stop', 'while-stopping'] as const)(
      'at %s: another stops the run',
      async point => {
        const id = await create();
        fleet.start('a', { dieAt: point });
        await until(id, 'RUNNING');
        await cancel(id);
        await until(id, 'CANCELLING');
        fleet.start('b');
        await until(id, 'CANCELED');
        expect(fleet.engine.started).toEqual([id]);
      },
    );

    it('between the notification and its record: the repetition has the same scope', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      fleet.engine.change(id, { state: 'FAILED', reason: 'x' });
      await waitFor(() => fleet.notifications.length > 0);
      const scopes = fleet.notifications.map(sent => sent.payload.scope);
      expect(new Set(scopes)).toEqual(new Set([`scaleph:run:${id}`]));
    });

    it('a stop that was asked for while nobody supervised is honoured', async () => {
      const id = await create();
      fleet.start('a', { dieAt: 'before-submit' });
      await until(id, 'SUBMITTING');
      await cancel(id);
      fleet.start('b');
      await until(id, 'CANCELED');
      expect(fleet.engine.started).toEqual([]);
    });

    it('its runs are taken over, noted in the timeline', async () => {
      const id = await create();
      const a = fleet.start('a');
      await until(id, 'RUNNING');
      a.kill();
      fleet.start('b');
      fleet.engine.change(id, { state: 'FINISHED' });
      await until(id, 'FINISHED');
      expect(await store.events(id, { limit: 100 })).toContainEqual(
        expect.objectContaining({ type: 'takeover', actor: 'b' }),
      );
    });
  });

  describe('a run that is bound to a machine', () => {
    async function dieInSubmit() {
      const id = await create();
      fleet.start('a', { machine: 'one', dieAt: 'before-submit' });
      await until(id, 'SUBMITTING');
      const run = await store.getSupervised(id);
      expect(run?.handle).toEqual({ job: id, machine: 'one' });
      return id;
    }

    it('is not submitted on another one, where it could run twice', async () => {
      const id = await dieInSubmit();
      fleet.engine.unknownIsFinal = false;
      fleet.start('b', { machine: 'two' });
      await until(id, 'RECONCILING');
      fleet.engine.unknownIsFinal = true;
      await until(id, 'FAILED');
      expect(fleet.engine.started).toEqual([]);
    });

    it('is submitted again on the same one, once the engine is sure', async () => {
      const id = await dieInSubmit();
      fleet.engine.unknownIsFinal = false;
      fleet.start('b', { machine: 'one' });
      await waitFor(async () => (await get(id)).reason, { what: 'a reason' });
      expect(fleet.engine.started).toEqual([]);
      fleet.engine.unknownIsFinal = true;
      await until(id, 'RUNNING');
      expect(fleet.engine.started).toEqual([id]);
    });

    it('goes back to a back end on its machine, when there is one again', async () => {
      const id = await create();
      fleet.engine.unknownIsFinal = false;
      const first = fleet.start('a', { machine: 'one' });
      await until(id, 'RUNNING');
      first.kill();
      fleet.start('b', { machine: 'two' });
      await until(id, 'RECONCILING');
      fleet.start('c', { machine: 'one' });
      await until(id, 'RUNNING');
      fleet.engine.change(id, { state: 'FINISHED' });
      await until(id, 'FINISHED');
      expect(fleet.engine.started).toEqual([id]);
    });
  });

  it('shares runs among back ends: each has one supervisor, none runs twice', async () => {
    const a = fleet.start('a', { settings: { maxActive: 8 } });
    fleet.start('b', { settings: { maxActive: 8 } });
    const ids = await Promise.all(Array.from({ length: 12 }, create));
    await waitFor(() => fleet.engine.started.length === 12);
    const owners = await knex('runs').select('lease_owner');
    expect(new Set(owners.map(row => row.lease_owner))).toEqual(
      new Set(['a', 'b']),
    );
    a.kill();
    fleet.start('c');
    await Promise.all(ids.map(id => until(id, 'RUNNING')));
    for (const id of ids) fleet.engine.change(id, { state: 'FINISHED' });
    await Promise.all(ids.map(id => until(id, 'FINISHED')));
    expect([...fleet.engine.started].sort()).toEqual([...ids].sort());
  });
});
