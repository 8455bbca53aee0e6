import { Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { isEnd, observed } from './observed';
import { SupervisedRun } from './RunRecord';

const now = '2026-11-21T08:00:00.000Z';
const kinds = { read: 'source', keep: 'transform', write: 'sink' } as const;

function runWith(run: Partial<SupervisedRun> = {}): SupervisedRun {
  return {
    id: 'c3f0a4f2-0000-4000-8000-000000000000',
    pipeline: 'orders',
    version: 1,
    engine: 'fake',
    target: 'fake',
    deployment: 1,
    proved: false,
    owner: 'group:default/data',
    state: 'RUNNING',
    desired: 'running',
    createdAt: now,
    rowsRead: 0,
    rowsWritten: 0,
    nodes: [],
    outputs: [],
    attempts: 0,
    notified: false,
    logSeq: 0,
    revision: 1,
    ...run,
  };
}

function known(
  observation: Partial<Extract<Observation, { kind: 'known' }>>,
): Observation {
  return {
    kind: 'known',
    state: 'RUNNING',
    nodes: [],
    outputs: [],
    ...observation,
  };
}

const nodes = [
  { node: 'read', state: 'running', rowsIn: 0, rowsOut: 10 },
  { node: 'keep', state: 'running', rowsIn: 10, rowsOut: 7 },
  { node: 'write', state: 'running', rowsIn: 7, rowsOut: 5 },
] as const;

describe('observed', () => {
  it('changes nothing when nothing changed', () => {
    const run = runWith({ nodes: [...nodes], rowsRead: 10, rowsWritten: 5 });
    const same = known({ nodes: [...nodes] });
    expect(observed(run, same, kinds, now)).toBeUndefined();
  });

  it('counts the rows of sources and sinks', () => {
    const patch = observed(runWith(), known({ nodes: [...nodes] }), kinds, now);
    expect(patch).toMatchObject({
      change: { rowsRead: 10, rowsWritten: 5 },
      events: [],
    });
  });

  it('takes the rows that are told where the document has no nodes', () => {
    const told = known({ rows: { read: 9, written: 4 } });
    expect(observed(runWith(), told, {}, now)).toMatchObject({
      change: { rowsRead: 9, rowsWritten: 4 },
    });
    const run = runWith({ nodes: [], rowsRead: 9, rowsWritten: 4 });
    expect(observed(run, known({}), {}, now)).toBeUndefined();
  });

  it('writes the end with its last counters and the time that the engine gives', () => {
    const endedAt = '2026-11-21T07:59:58.000Z';
    const patch = observed(
      runWith(),
      known({ state: 'FINISHED', nodes: [...nodes], endedAt }),
      kinds,
      now,
    );
    expect(patch?.change).toMatchObject({
      state: 'FINISHED',
      endedAt,
      rowsRead: 10,
    });
    expect(patch?.events).toEqual([
      expect.objectContaining({ from: 'RUNNING', to: 'FINISHED' }),
    ]);
  });

  it('always gives a reason for FAILED', () => {
    const silent = observed(runWith(), known({ state: 'FAILED' }), kinds, now);
    expect(silent?.change.reason).toMatch(/see the log/);
    const reason = 'Table "x" does not exist';
    const telling = observed(
      runWith(),
      known({ state: 'FAILED', reason }),
      kinds,
      now,
    );
    expect(telling?.change.reason).toBe(reason);
  });

  it('forgets an old trouble once the engine answers', () => {
    const run = runWith({ attempts: 2, reason: 'timed out' });
    expect(observed(run, known({}), kinds, now)?.change).toEqual({
      attempts: 0,
      reason: undefined,
    });
  });

  it.each([
    ['RUNNING', false, 'RECONCILING'],
    ['RUNNING', true, 'FAILED'],
    ['RECONCILING', true, 'FAILED'],
    ['CANCELLING', true, 'CANCELED'],
  ] as const)('%s, unknown (final: %s): %s', (state, final, to) => {
    const reason = 'no trace';
    const patch = observed(
      runWith({ state }),
      { kind: 'unknown', reason, final },
      kinds,
      now,
    );
    expect(patch?.change).toMatchObject({ state: to, reason });
  });

  it('says once why it waits', () => {
    const unknown: Observation = {
      kind: 'unknown',
      reason: 'no trace',
      final: false,
    };
    const run = runWith({ state: 'RECONCILING' });
    expect(observed(run, unknown, kinds, now)?.change).toEqual({
      reason: 'no trace',
    });
    const told = runWith({ state: 'RECONCILING', reason: 'no trace' });
    expect(observed(told, unknown, kinds, now)).toBeUndefined();
  });
});

describe('isEnd', () => {
  it.each([
    [known({ state: 'RUNNING' }), false],
    [known({ state: 'FINISHED' }), true],
    [{ kind: 'unknown', reason: '', final: false } as const, false],
    [{ kind: 'unknown', reason: '', final: true } as const, true],
  ])('%j: %s', (observation, end) => {
    expect(isEnd(observation)).toBe(end);
  });
});
