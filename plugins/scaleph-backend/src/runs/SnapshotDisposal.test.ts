import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { FakeEngine, STREAMING } from '../__testUtils__/FakeEngine';
import { newRun } from '../__testUtils__/newRun';
import { EngineRegistry } from '../targets/EngineRegistry';
import { noTargets } from '../targets/noTargets';
import { DatabaseRunStore } from './DatabaseRunStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { NewRunSnapshot } from './RunRecord';
import { SnapshotDisposal } from './SnapshotDisposal';

describeDatabases('SnapshotDisposal', database => {
  let knex: Knex;
  let runs: DatabaseRunStore;
  let snapshots: DatabaseSnapshotStore;
  let engine: FakeEngine;
  let clock = Date.parse('2026-11-21T08:00:00Z');

  beforeEach(async () => {
    knex = await database.create();
    runs = new DatabaseRunStore(knex);
    snapshots = new DatabaseSnapshotStore(knex);
    engine = new FakeEngine({ capabilities: STREAMING });
  });

  function disposal(keepSnapshots?: number) {
    const engines = new EngineRegistry();
    engines.add(engine);
    return new SnapshotDisposal({
      snapshots,
      engines,
      targets: noTargets,
      scheduler: mockServices.scheduler.mock(),
      settings: { keepSnapshots },
      logger: mockServices.logger.mock(),
    });
  }

  /** A run that has ended, with one snapshot of each origin. */
  async function ended(...origins: NewRunSnapshot['origin'][]) {
    const intent = newRun();
    await runs.create(intent, knex);
    let run = (await runs.getSupervised(intent.id))!;
    for (const [n, origin] of origins.entries()) {
      const location = `${intent.id}/${n}`;
      const kind = 'savepoint' as const;
      const createdAt = new Date(clock++).toISOString();
      engine.snapshots.set(location, { kind, location, createdAt });
      run = await runs.update(run, {
        change: {},
        snapshot: { id: randomUUID(), kind, location, createdAt, origin },
      });
    }
    await runs.update(run, {
      change: { state: 'FINISHED', supervised: false, endedAt: '2020' },
    });
    return intent.id;
  }

  const left = () => [...engine.snapshots.keys()];

  it('keeps so many savepoints of suspends, and all that somebody asked for', async () => {
    const old = await ended('suspend', 'savepoint', 'stop');
    const young = await ended('suspend', 'suspend');
    expect(await disposal().tidy()).toBe(0);
    expect(await disposal(2).tidy()).toBe(1);
    expect(left()).toEqual([
      ...[`${old}/1`, `${old}/2`, `${young}/0`, `${young}/1`],
    ]);
    expect(await snapshots.listOfPipeline('orders')).toHaveLength(4);
  });

  it('finishes what a crash has left, and keeps what cannot be deleted', async () => {
    await ended('suspend');
    await ended('suspend');
    const all = await snapshots.listOfPipeline('orders');
    for (const { id } of all) await snapshots.beginDelete(id);
    expect(await snapshots.listOfPipeline('orders')).toEqual([]);
    engine.troubles.deleteSnapshot = [new Error('read-only')];
    expect(await disposal().tidy()).toBe(1);
    expect(left()).toHaveLength(1);
    expect(await snapshots.listOfPipeline('orders')).toHaveLength(1);
  });

  it('a run with snapshots outlives its retention', async () => {
    const id = await ended('savepoint');
    const other = await ended();
    await ended();
    expect(await runs.deleteEndedBefore('2021', 10)).toBe(1);
    expect(await runs.get(other)).toBeUndefined();
    const [{ id: snapshot }] = await snapshots.listOfRun(id);
    await snapshots.endDelete(snapshot);
    expect(await runs.deleteEndedBefore('2021', 10)).toBe(1);
    expect(await runs.get(id)).toBeUndefined();
  });
});
