import { Run, RunOperation } from '@scaleph/backstage-plugin-scaleph-common';
import { FakeEngine, STREAMING } from '../__testUtils__/FakeEngine';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import { BackendProcess } from '../__testUtils__/process/BackendProcess';
import { EngineServer } from '../__testUtils__/process/EngineServer';
import { runInPool } from '../__testUtils__/process/runInPool';
import { Workplace } from '../__testUtils__/process/Workplace';
import { waitFor } from '../__testUtils__/waitFor';
import { RunFaultPoint } from './RunFaults';

/*
 * The crash table of suspend, resume, restore and upgrade: a real back end is
 * killed with SIGKILL at a point of a run's life and started again on the same
 * database. The engine is another process's (this test's), as a cluster is.
 * What was asked for happens, once: no job twice, none left alone. More points,
 * with deaths that are played, are in deployments.test.ts.
 */

interface Scenario {
  action: 'suspend' | 'restart' | 'upgrade' | 'lose';
  dieAt: RunFaultPoint;
}

const SCENARIOS: Scenario[] = [
  { action: 'suspend', dieAt: 'before-operation' },
  { action: 'suspend', dieAt: 'after-operation' },
  { action: 'suspend', dieAt: 'after-savepoint' },
  { action: 'suspend', dieAt: 'before-suspended' },
  { action: 'restart', dieAt: 'after-suspended' },
  { action: 'restart', dieAt: 'before-redeploy' },
  { action: 'restart', dieAt: 'after-redeploy' },
  { action: 'lose', dieAt: 'after-lost' },
  { action: 'lose', dieAt: 'after-redeploy' },
  { action: 'upgrade', dieAt: 'after-savepoint' },
  { action: 'upgrade', dieAt: 'before-takeover' },
  { action: 'upgrade', dieAt: 'after-takeover' },
  { action: 'upgrade', dieAt: 'after-proof' },
  { action: 'upgrade', dieAt: 'before-handover' },
];

const END = {
  suspend: { state: 'SUSPENDED', deployment: 1 },
  restart: { state: 'RUNNING', deployment: 2 },
  lose: { state: 'RUNNING', deployment: 2 },
  upgrade: { state: 'CANCELED', deployment: 1 },
} as const;

const PARALLEL = 4;
const LIMIT_MS = 180_000;

interface Outcome {
  state: string;
  deployment: number;
  operations: RunOperation['state'][];
  engine: FakeEngine;
  id: string;
  next?: string;
}

describe('A back end that is killed while a run gets another job', () => {
  let outcomes: Promise<Outcome>[];

  beforeAll(() => {
    outcomes = runInPool(
      PARALLEL,
      SCENARIOS.map(scenario => () => play(scenario)),
    );
    // Each test looks at its own.
    for (const outcome of outcomes) outcome.catch(() => {});
  });

  afterAll(() => Promise.allSettled(outcomes), LIMIT_MS);

  it.each(SCENARIOS.map((scenario, index) => ({ ...scenario, index })))(
    '$action, at $dieAt',
    async ({ action, index }) => {
      const outcome = await outcomes[index];
      const { engine, id, next } = outcome;
      expect(outcome).toMatchObject(END[action]);
      expect(engine.doubles).toEqual([]);
      expect(engine.started).toEqual(
        {
          suspend: [id],
          restart: [id, `${id}#2`],
          lose: [id, `${id}#2`],
          upgrade: [id, next],
        }[action],
      );
      expect(engine.live(id)).toBe(action === 'restart' || action === 'lose');
      expect(next === undefined || engine.live(next)).toBe(true);
      expect(new Set(engine.begun).size).toBe(engine.begun.length);
      expect(outcome.operations).toEqual(engine.begun.map(() => 'completed'));
    },
    LIMIT_MS * Math.ceil(SCENARIOS.length / PARALLEL),
  );
});

async function play({ action, dieAt }: Scenario): Promise<Outcome> {
  const engine = new FakeEngine({ id: 'embedded', capabilities: STREAMING });
  const server = await EngineServer.start(engine);
  const workplace = await Workplace.create();
  const backends: BackendProcess[] = [];
  const start = async (name: string, point?: RunFaultPoint) => {
    const backend = await BackendProcess.start(workplace, {
      name,
      dieAt: point,
      engine: server.url,
    });
    backends.push(backend);
    return backend;
  };
  try {
    const first = await start('first', dieAt);
    const { id } = await run(first);
    if (action === 'upgrade') await publish(first, 2);
    if (action === 'lose') await lose(first, engine, id);
    else await ask(first, `/runs/${id}/actions`, { action });
    const meanwhile = () => proveUpgrade(engine, id);
    await waitFor(
      () => {
        meanwhile();
        return first.isDead;
      },
      { timeoutMs: 60_000, what: `it died at ${dieAt}` },
    );
    const second = await start('second');
    const end = END[action];
    const settled = await waitFor(
      async () => {
        meanwhile();
        const found = await second.ask<Run>('GET', `/runs/${id}`);
        const isThere =
          found.state === end.state && found.deployment === end.deployment;
        return isThere && found;
      },
      { timeoutMs: 60_000, what: `run is ${end.state}` },
    );
    const { items } = await second.ask<{ items: RunOperation[] }>(
      'GET',
      `/runs/${id}/operations`,
    );
    return {
      state: settled.state,
      deployment: settled.deployment,
      operations: items.map(({ state }) => state),
      engine,
      id,
      next: settled.upgradedBy,
    };
  } finally {
    await Promise.all(backends.map(backend => backend.kill()));
    await server.stop();
    await workplace.remove();
  }
}

function version(n: number) {
  const base = pipelineDocument('stream', {
    query: `select * from read where id > ${n}`,
  });
  return {
    ...base,
    spec: { ...base.spec, mode: 'streaming', recovery: { backOffSeconds: 1 } },
  };
}

async function run(backend: BackendProcess): Promise<Run> {
  await backend.ask('POST', '/pipelines', {
    document: version(1),
    publish: true,
  });
  const { id } = await backend.ask<Run>('POST', '/pipelines/stream/runs', {});
  return waitFor(
    async () => {
      const found = await backend.ask<Run>('GET', `/runs/${id}`);
      return found.state === 'RUNNING' && found;
    },
    { what: 'it runs' },
  );
}

async function publish(backend: BackendProcess, n: number): Promise<void> {
  await backend.ask(
    'PUT',
    '/pipelines/stream',
    { document: version(n) },
    { 'If-Match': '*' },
  );
  await backend.ask(
    'POST',
    '/pipelines/stream/versions',
    {},
    { 'If-Match': '*' },
  );
}

async function lose(
  backend: BackendProcess,
  engine: FakeEngine,
  id: string,
): Promise<void> {
  engine.checkpoint(id);
  await waitFor(
    async () => {
      const { items } = await backend.ask<{ items: unknown[] }>(
        'GET',
        `/runs/${id}/snapshots`,
      );
      return items.length > 0;
    },
    { what: 'the checkpoint is recorded' },
  );
  engine.lose(id);
}

/** Any new version that runs takes a checkpoint. */
function proveUpgrade(engine: FakeEngine, id: string): void {
  for (const started of engine.started) {
    const isOther = !started.startsWith(id);
    if (isOther && engine.live(started)) engine.checkpoint(started);
  }
}

/** It may die before it answers. */
async function ask(
  backend: BackendProcess,
  path: string,
  body: object,
): Promise<void> {
  try {
    await backend.ask('POST', path, body);
  } catch (error) {
    await backend.death(5_000);
  }
}
