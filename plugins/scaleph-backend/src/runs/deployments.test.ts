import { ConflictError, InputError } from '@backstage/errors';
import {
  isTerminal,
  PipelineDocument,
  RunActionBody,
} from '@scaleph/backstage-plugin-scaleph-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { FakeEngine, STREAMING } from '../__testUtils__/FakeEngine';
import { Fleet } from '../__testUtils__/Fleet';
import { newRun, testDocument } from '../__testUtils__/newRun';
import { waitFor } from '../__testUtils__/waitFor';
import { DatabaseRunStore } from './DatabaseRunStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { RunActor } from './RunActor';
import { RunFaultPoint } from './RunFaults';
import { SupervisedRun } from './RunRecord';

/*
 * Runs that are deployed more than once. The engine in memory counts jobs:
 * none is ever there twice, and none is left alone, wherever a back end dies.
 */

jest.setTimeout(60_000);

const caller = { credentials: mockCredentials.user() };

function streaming(): PipelineDocument {
  const document = testDocument();
  return {
    ...document,
    spec: {
      ...document.spec,
      mode: 'streaming',
      recovery: { backOffSeconds: 1 },
    },
  };
}

describeDatabases('Deployments', database => {
  let knex: Knex;
  let store: DatabaseRunStore;
  let snapshots: DatabaseSnapshotStore;
  let engine: FakeEngine;
  let fleet: Fleet;
  let actor: RunActor;

  beforeEach(async () => {
    knex = await database.create();
    store = new DatabaseRunStore(knex);
    snapshots = new DatabaseSnapshotStore(knex);
    // The built-in connectors name this engine.
    engine = new FakeEngine({ id: 'embedded', capabilities: STREAMING });
    fleet = new Fleet(store, snapshots, { engine });
    actor = fleet.actor(knex, streaming());
  });

  afterEach(async () => {
    await fleet.stop();
    if (engine.doubles.length > 0) throw new Error('A job ran twice');
  });

  async function create(document = streaming()): Promise<string> {
    const run = newRun({ document, engine: 'embedded', target: 'embedded' });
    await store.create(run, knex);
    return run.id;
  }

  const get = async (id: string) => {
    const run = await store.getSupervised(id);
    if (!run) throw new Error(`no run ${id}`);
    return run;
  };

  const until = (
    id: string,
    state: string,
    more: Partial<SupervisedRun> = {},
  ) =>
    waitFor(
      async () => {
        const run = await get(id);
        if (isTerminal(run.state) && run.state !== state) {
          throw new Error(`run is ${run.state}: ${run.reason}`);
        }
        return (
          run.state === state &&
          Object.entries(more).every(
            ([key, value]) => run[key as keyof SupervisedRun] === value,
          ) &&
          run
        );
      },
      { what: `run is ${state}` },
    );

  const act = (id: string, body: RunActionBody) => actor.act(id, body, caller);

  const states = async (id: string) =>
    (await store.events(id, { limit: 200 })).flatMap(event => event.to ?? []);

  const ENDS = ['SUSPENDING', 'SUSPENDED'];
  const STARTS = ['SUBMITTING', 'INITIALIZING', 'RUNNING'];

  it('suspends with a savepoint and resumes from it', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    await act(id, { action: 'suspend' });
    // Asking again is harmless.
    await act(id, { action: 'suspend' });
    const suspended = await until(id, 'SUSPENDED', { leaseOwner: undefined });
    expect(suspended).toMatchObject({ desired: 'suspended', deployment: 1 });
    expect(engine.live(id)).toBe(false);
    const [operation] = await store.operations(id, 10);
    expect(operation).toMatchObject({ kind: 'suspend', state: 'completed' });
    const [snapshot] = await snapshots.listOfRun(id);
    expect(snapshot).toMatchObject({
      id: operation.snapshot,
      kind: 'savepoint',
      location: `suspend/${operation.id}`,
      inUse: true,
      deployment: 1,
    });
    await act(id, { action: 'resume' });
    const resumed = await until(id, 'RUNNING');
    expect(resumed).toMatchObject({
      desired: 'running',
      deployment: 2,
      activity: undefined,
    });
    expect(engine.started).toEqual([id, `${id}#2`]);
    expect(engine.restored[`${id}#2`]).toBe(snapshot.location);
    expect(await states(id)).toEqual([
      'CREATED',
      ...STARTS,
      ...ENDS,
      ...STARTS,
    ]);
  });

  it('keeps the log of both jobs', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    engine.write(id, 'last of the first');
    await act(id, { action: 'restart' });
    await until(id, 'RUNNING', { deployment: 2 });
    engine.write(id, 'second');
    engine.change(id, { state: 'FINISHED' });
    await until(id, 'FINISHED');
    const lines = await store.logs(id, { limit: 100 });
    expect(lines.map(line => line.message)).toEqual([
      ...['started', 'last of the first', 'started', 'second'],
    ]);
  });

  it('a savepoint that fails leaves the run running, with the reason', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    engine.operationsFail = 'a task is busy';
    await act(id, { action: 'suspend' });
    const run = await waitFor(async () => {
      const found = await get(id);
      return found.reason !== undefined && found;
    });
    expect(run).toMatchObject({
      state: 'RUNNING',
      desired: 'running',
      reason: 'The savepoint failed: a task is busy',
      operation: undefined,
      activity: undefined,
    });
    expect(await store.operations(id, 1)).toMatchObject([
      { state: 'failed', message: 'a task is busy' },
    ]);
    expect(engine.live(id)).toBe(true);
  });

  it('stops with a savepoint', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    await act(id, { action: 'stop' });
    await until(id, 'FINISHED');
    expect(await snapshots.listOfRun(id)).toMatchObject([
      { kind: 'savepoint', inUse: false },
    ]);
    await expect(act(id, { action: 'restart' })).rejects.toThrow(
      /has ended already: it is FINISHED. Start a new run of pipeline "orders" with startFrom/,
    );
  });

  it.each(['savepoint', 'checkpoint'] as const)(
    'takes a %s of a job that goes on',
    async action => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      await act(id, { action });
      await waitFor(async () => (await get(id)).operation === undefined);
      expect(await snapshots.listOfRun(id)).toMatchObject([{ kind: action }]);
      expect(await get(id)).toMatchObject({
        state: 'RUNNING',
        activity: undefined,
      });
      expect(engine.begun).toHaveLength(1);
    },
  );

  it('rescales', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    await expect(act(id, { action: 'rescale' })).rejects.toThrow(InputError);
    await act(id, { action: 'rescale', parallelism: 3 });
    await waitFor(async () => (await get(id)).operation === undefined);
    const events = await store.events(id, { limit: 100 });
    expect(events.map(event => event.message)).toContain(
      'The job runs with a parallelism of 3',
    );
  });

  it('restarts without state when told to', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    await act(id, { action: 'restart', startFrom: { mode: 'none' } });
    await until(id, 'RUNNING', { deployment: 2 });
    expect(engine.restored[`${id}#2`]).toBeUndefined();
    expect(engine.begun).toEqual([]);
    expect(await states(id)).toEqual([
      'CREATED',
      ...STARTS,
      ...ENDS,
      ...STARTS,
    ]);
  });

  it('restarts from the newest checkpoint when no savepoint can be taken', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    engine.checkpoint(id);
    const newest = engine.checkpoint(id);
    await until(id, 'RUNNING', { checkpoint: newest });
    expect(await snapshots.listOfRun(id)).toMatchObject([{ location: newest }]);
    engine.operationsFail = 'a task is busy';
    await act(id, { action: 'restart' });
    await until(id, 'RUNNING', { deployment: 2 });
    expect(engine.restored[`${id}#2`]).toBe(newest);
  });

  it('does not restart a job whose state cannot be had', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    engine.operationsFail = 'a task is busy';
    await act(id, { action: 'restart' });
    await waitFor(async () => (await get(id)).reason !== undefined);
    expect(await get(id)).toMatchObject({ state: 'RUNNING', deployment: 1 });
    expect(engine.live(id)).toBe(true);
  });

  it('a batch run is restarted from the beginning', async () => {
    const id = await create(testDocument());
    fleet.start('a');
    await until(id, 'RUNNING');
    await expect(act(id, { action: 'suspend' })).rejects.toThrow(ConflictError);
    await act(id, { action: 'restart' });
    await until(id, 'RUNNING', { deployment: 2 });
    expect(engine.restored[`${id}#2`]).toBeUndefined();
  });

  it('cancel wins over what is under way', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    engine.operationsHang = true;
    await act(id, { action: 'suspend' });
    await until(id, 'SUSPENDING');
    await act(id, { action: 'cancel' });
    await until(id, 'CANCELED');
    expect(await store.operations(id, 1)).toMatchObject([
      { state: 'failed', message: 'The run was cancelled' },
    ]);
    expect(engine.live(id)).toBe(false);
  });

  it('cancels a run that is suspended', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    await act(id, { action: 'suspend' });
    await until(id, 'SUSPENDED');
    await act(id, { action: 'cancel' });
    await until(id, 'CANCELED');
    expect(engine.started).toEqual([id]);
  });

  it('says what is not allowed, and why', async () => {
    const id = await create();
    await expect(act(id, { action: 'savepoint' })).rejects.toThrow(
      /cannot be asked for "savepoint": it is CREATED; it allows cancel now/,
    );
    fleet.start('a');
    await until(id, 'RUNNING');
    await expect(act(id, { action: 'resume' })).rejects.toThrow(
      /it is RUNNING; it allows cancel, stop, suspend/,
    );
    engine.operationsHang = true;
    await act(id, { action: 'savepoint' });
    await expect(act(id, { action: 'suspend' })).rejects.toThrow(
      /and a savepoint is under way; it allows cancel now/,
    );
  });

  it('a job that finishes in the middle of a suspend has finished', async () => {
    const id = await create();
    fleet.start('a');
    await until(id, 'RUNNING');
    engine.operationsHang = true;
    await act(id, { action: 'suspend' });
    await until(id, 'SUSPENDING');
    engine.change(id, { state: 'FINISHED' });
    engine.operationsHang = false;
    await until(id, 'FINISHED');
    expect(await store.operations(id, 1)).toMatchObject([{ state: 'failed' }]);
  });

  describe('a job that is lost', () => {
    it('is restored from the newest snapshot, so often and no more', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      const location = engine.checkpoint(id);
      await until(id, 'RUNNING', { checkpoint: location });
      engine.lose(id);
      expect((await until(id, 'RECONCILING')).reason).toMatch(
        /^Lost: .* It is restored from checkpoints\/1 in 1 s \(attempt 1 of 3\)/,
      );
      expect(await until(id, 'RUNNING', { deployment: 2 })).toMatchObject({
        reason: undefined,
        recovery: { attempts: 1 },
      });
      expect(engine.restored[`${id}#2`]).toBe(location);
      await knex('runs').update({
        recovery: JSON.stringify({
          attempts: 3,
          restoredAt: new Date().toISOString(),
        }),
        revision: knex.raw('revision + 1'),
      });
      engine.lose(id);
      expect((await until(id, 'FAILED')).reason).toMatch(
        /^Lost: .* It was restored 3 times, which is the limit/,
      );
    });

    it('that turns up again before the restore is left as it is', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      engine.checkpoint(id);
      await waitFor(async () => (await get(id)).checkpoint);
      engine.hide(id);
      await until(id, 'RECONCILING');
      engine.show();
      const run = await until(id, 'RUNNING');
      expect(run).toMatchObject({ deployment: 1, reason: undefined });
      expect(run.recovery).toMatchObject({ attempts: 1 });
      expect(run.recovery?.lost).toBeUndefined();
      expect(engine.started).toEqual([id]);
    });

    it('without a snapshot, the run has failed', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      engine.lose(id);
      expect((await until(id, 'FAILED')).reason).toMatch(
        /^Lost: .*There is no snapshot to restore it from.*Last seen RUNNING/,
      );
    });

    it('whose policy is never to restore it, the run has failed', async () => {
      const document = streaming();
      document.spec.recovery = { restore: 'never' };
      const id = await create(document);
      fleet.start('a');
      await until(id, 'RUNNING');
      engine.checkpoint(id);
      await waitFor(async () => (await get(id)).checkpoint);
      engine.lose(id);
      expect((await until(id, 'FAILED')).reason).toMatch(/^Lost: /);
    });

    it('is not restored when its run is to be cancelled', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      engine.checkpoint(id);
      await waitFor(async () => (await get(id)).checkpoint);
      engine.lose(id);
      await act(id, { action: 'cancel' });
      await until(id, 'CANCELED');
      expect(engine.started).toEqual([id]);
    });
  });

  describe('an upgrade', () => {
    async function upgrade() {
      const id = await create();
      const a = fleet.start('a');
      await until(id, 'RUNNING');
      const next = await act(id, { action: 'upgrade' });
      return { id, next, a };
    }

    it('starts the new version from a savepoint of the old one', async () => {
      const { id, next } = await upgrade();
      expect(await act(id, { action: 'upgrade' })).toBe(next);
      await until(next, 'RUNNING');
      // It has not proved itself yet.
      expect(await get(id)).toMatchObject({ state: 'SUSPENDED' });
      engine.checkpoint(next);
      const old = await until(id, 'CANCELED');
      expect(old.reason).toBe(`Upgraded to version 2 by run ${next}`);
      expect(await get(next)).toMatchObject({
        state: 'RUNNING',
        activity: undefined,
        upgradeOf: id,
      });
      expect(engine.started).toEqual([id, next]);
      expect(engine.restored[next]).toMatch(/^suspend\//);
    });

    it.each(['FAILED', 'CANCELED'] as const)(
      'goes back when the new run is %s before it has proved itself',
      async state => {
        const { id, next } = await upgrade();
        await until(next, 'RUNNING');
        engine.change(next, { state, reason: 'bad state' });
        await until(id, 'RUNNING', { deployment: 2 });
        expect(engine.restored[`${id}#2`]).toBe(engine.restored[next]);
        expect(await get(id)).toMatchObject({
          activity: undefined,
          upgradedBy: undefined,
          desired: 'running',
        });
        const notes = (await store.events(id, { limit: 100 })).map(
          event => event.message,
        );
        expect(notes).toContainEqual(
          expect.stringContaining('The upgrade is taken back: version 2'),
        );
      },
    );

    it('goes back when the new run cannot be submitted', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      engine.troubles.submit = [new InputError('no such operator')];
      const next = await act(id, { action: 'upgrade' });
      expect((await until(next, 'FAILED')).reason).toBe('no such operator');
      await until(id, 'RUNNING', { deployment: 2 });
    });

    it('is off when no savepoint can be taken', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      engine.operationsFail = 'a task is busy';
      const next = await act(id, { action: 'upgrade' });
      expect((await until(next, 'FAILED')).reason).toMatch(
        /could not be stopped with a savepoint: a task is busy/,
      );
      expect(await get(id)).toMatchObject({ state: 'RUNNING', deployment: 1 });
    });

    it('is off when the new run is cancelled before its start', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      engine.operationsHang = true;
      const next = await act(id, { action: 'upgrade' });
      await until(id, 'SUSPENDING');
      await act(next, { action: 'cancel' });
      await until(next, 'CANCELED');
      engine.operationsHang = false;
      await until(id, 'RUNNING', { deployment: 2 });
      expect(engine.started).toEqual([id, `${id}#2`]);
    });

    it('is off when the old run is cancelled in the middle', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      engine.operationsHang = true;
      const next = await act(id, { action: 'upgrade' });
      await act(id, { action: 'cancel' });
      await until(id, 'CANCELED');
      expect((await until(next, 'CANCELED')).reason).toMatch(/ended before/);
      expect(engine.started).toEqual([id]);
    });

    it('is off when the old run ends by itself in the middle', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      engine.operationsHang = true;
      const next = await act(id, { action: 'upgrade' });
      await until(id, 'SUSPENDING');
      engine.change(id, { state: 'FINISHED' });
      engine.operationsHang = false;
      await until(id, 'FINISHED');
      expect((await until(next, 'FAILED')).reason).toMatch(
        /ended before it could be taken over: it is FINISHED|with a savepoint: The job has ended/,
      );
    });

    it('stays done: what is asked for later is not taken for it', async () => {
      const { next } = await upgrade();
      await until(next, 'RUNNING');
      engine.checkpoint(next);
      await until(next, 'RUNNING', { proved: true });
      engine.lose(next);
      await until(next, 'RUNNING', { deployment: 2, proved: true });
      engine.operationsHang = true;
      await act(next, { action: 'stop' });
      await until(next, 'SUSPENDING');
      const location = engine.checkpoint(next);
      await until(next, 'SUSPENDING', { checkpoint: location });
      engine.operationsHang = false;
      expect((await until(next, 'FINISHED')).deployment).toBe(2);
    });

    it('of a suspended run starts from its savepoint', async () => {
      const id = await create();
      fleet.start('a');
      await until(id, 'RUNNING');
      await act(id, { action: 'suspend' });
      await until(id, 'SUSPENDED');
      const next = await act(id, { action: 'upgrade' });
      await until(next, 'RUNNING');
      engine.checkpoint(next);
      await until(id, 'CANCELED');
      expect(engine.started).toEqual([id, next]);
    });
  });

  /** A back end dies at each point of each life; another one goes on. */
  describe('when the process dies', () => {
    interface Life {
      name: string;
      points: RunFaultPoint[];
      /** Before the death is armed. */
      prepare?: (id: string) => Promise<unknown>;
      /** What is asked for then; answers the run that the new job is of. */
      ask: (id: string) => Promise<string | undefined>;
      /** What the world does meanwhile; called again and again. */
      meanwhile?: (id: string, next?: string) => void;
      end: { state: string; deployment?: number };
      /** Of the other run, of an upgrade. */
      next?: string;
      jobs: (id: string, next?: string) => string[];
    }

    const SUSPEND: RunFaultPoint[] = [
      ...(['before-operation', 'after-operation', 'after-savepoint'] as const),
      ...(['before-suspended', 'after-suspended'] as const),
    ];
    const REDEPLOY: RunFaultPoint[] = [
      ...(['before-redeploy', 'after-redeploy', 'before-submit'] as const),
      ...(['after-submit', 'after-handle'] as const),
    ];
    const twice = (id: string) => [id, `${id}#2`];
    const only =
      (body: RunActionBody) =>
      async (id: string): Promise<undefined> => {
        await act(id, body);
        return undefined;
      };

    const LIVES: Life[] = [
      {
        name: 'suspend',
        points: SUSPEND,
        ask: only({ action: 'suspend' }),
        end: { state: 'SUSPENDED' },
        jobs: id => [id],
      },
      {
        name: 'stop with a savepoint',
        points: SUSPEND,
        ask: only({ action: 'stop' }),
        end: { state: 'FINISHED' },
        jobs: id => [id],
      },
      {
        name: 'savepoint',
        points: SUSPEND.slice(0, 3),
        ask: only({ action: 'savepoint' }),
        end: { state: 'RUNNING' },
        jobs: id => [id],
      },
      {
        name: 'resume',
        points: REDEPLOY,
        prepare: async id => {
          await act(id, { action: 'suspend' });
          await until(id, 'SUSPENDED');
        },
        ask: only({ action: 'resume' }),
        end: { state: 'RUNNING', deployment: 2 },
        jobs: twice,
      },
      {
        name: 'restart',
        points: [...SUSPEND, ...REDEPLOY],
        ask: only({ action: 'restart' }),
        end: { state: 'RUNNING', deployment: 2 },
        jobs: twice,
      },
      {
        name: 'restart without state',
        points: ['before-suspended', 'after-suspended', ...REDEPLOY],
        ask: only({ action: 'restart', startFrom: { mode: 'none' } }),
        end: { state: 'RUNNING', deployment: 2 },
        jobs: twice,
      },
      {
        name: 'restore',
        points: ['after-lost', ...REDEPLOY],
        prepare: async id => {
          engine.checkpoint(id);
          await waitFor(async () => (await get(id)).checkpoint);
        },
        ask: async id => {
          engine.lose(id);
          return undefined;
        },
        end: { state: 'RUNNING', deployment: 2 },
        jobs: twice,
      },
      {
        name: 'upgrade',
        points: [
          ...SUSPEND,
          ...(['before-takeover', 'after-takeover', 'before-submit'] as const),
          ...(['after-submit', 'after-handle', 'after-proof'] as const),
          'before-handover',
        ],
        ask: id => act(id, { action: 'upgrade' }),
        meanwhile: (_id, next) => {
          if (engine.live(next!)) engine.checkpoint(next!);
        },
        end: { state: 'CANCELED' },
        next: 'RUNNING',
        jobs: (id, next) => [id, next!],
      },
      {
        name: 'upgrade that is taken back',
        points: ['before-end', 'after-logs', 'after-end', 'before-return'],
        ask: id => act(id, { action: 'upgrade' }),
        meanwhile: (_id, next) => {
          if (engine.live(next!)) engine.change(next!, { state: 'FAILED' });
        },
        end: { state: 'RUNNING', deployment: 2 },
        next: 'FAILED',
        jobs: (id, next) => [id, next!, `${id}#2`],
      },
    ];

    it.each(
      LIVES.flatMap(life =>
        life.points.map(point => ({ name: life.name, point, life })),
      ),
    )('in a $name, at $point', async ({ point, life }) => {
      const id = await create();
      const a = fleet.start('a');
      await until(id, 'RUNNING');
      await life.prepare?.(id);
      a.dieAt(point);
      const next = await life.ask(id);
      await waitFor(
        () => {
          life.meanwhile?.(id, next);
          return a.isDead();
        },
        { what: `it died at ${point}` },
      );
      fleet.start('b');
      const settled = await waitFor(
        async () => {
          life.meanwhile?.(id, next);
          const run = await get(id);
          const other = next ? await get(next) : undefined;
          return (
            run.state === life.end.state &&
            run.operation === undefined &&
            (!other || other.state === life.next) &&
            run
          );
        },
        { what: `it is ${life.end.state}` },
      );
      expect(settled).toMatchObject(life.end);
      expect(engine.started).toEqual(life.jobs(id, next));
      // As many jobs as there are runs that should have one.
      expect(engine.live(id)).toBe(life.end.state === 'RUNNING');
      expect(next !== undefined && engine.live(next)).toBe(
        life.next === 'RUNNING',
      );
      // What was asked for was done once.
      expect(new Set(engine.begun).size).toBe(engine.begun.length);
      const operations = await store.operations(id, 10);
      expect(engine.begun.length).toBe(operations.length);
      for (const operation of operations) {
        expect(operation.state).toBe('completed');
      }
      const kept = await snapshots.listOfRun(id);
      for (const operation of operations) {
        expect(kept.map(snapshot => snapshot.id)).toContain(operation.snapshot);
      }
    });
  });
});
