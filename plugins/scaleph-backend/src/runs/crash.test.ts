import {
  isTerminal,
  Run,
  RunEvent,
  RunLogLine,
  RunPage,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { BackendProcess } from '../__testUtils__/process/BackendProcess';
import { runInPool } from '../__testUtils__/process/runInPool';
import {
  slowPipeline,
  SLOW_PIPELINE_ROWS,
} from '../__testUtils__/process/slowPipeline';
import { Workplace } from '../__testUtils__/process/Workplace';
import { waitFor } from '../__testUtils__/waitFor';
import { RunFaultPoint } from './RunFaults';

/*
 * The crash table of docs/explanation/runs.md: a real back end with the
 * embedded engine is killed with SIGKILL at a point of a run's life and
 * started again on the same database. Whatever the point, the run ends in a
 * true state, its output is there once, and one worker was ever started.
 */

interface Scenario {
  name: string;
  dieAt?: RunFaultPoint;
  /** The run is asked to stop once it runs. */
  cancel?: boolean;
  /** The worker dies with the back end, as when the machine does. */
  killWorker?: boolean;
  /** The back end is not killed but asked to end, while the run runs. */
  terminate?: boolean;
  /** undefined: there is no run. */
  state: RunState | undefined;
  takeover: boolean;
}

const FINISHES = { state: 'FINISHED', takeover: true } as const;
const SCENARIOS: Scenario[] = [
  {
    name: 'before the intent is recorded',
    dieAt: 'before-intent',
    state: undefined,
    takeover: false,
  },
  {
    name: 'after the intent, before anybody has seen it',
    dieAt: 'after-intent',
    state: 'FINISHED',
    takeover: false,
  },
  { name: 'before the submit', dieAt: 'before-submit', ...FINISHES },
  {
    name: 'after the submit, before the handle is stored',
    dieAt: 'after-submit',
    ...FINISHES,
  },
  { name: 'after the handle is stored', dieAt: 'after-handle', ...FINISHES },
  { name: 'while it runs', dieAt: 'while-running', ...FINISHES },
  {
    name: 'when the engine has ended, before the log is imported',
    dieAt: 'before-end',
    ...FINISHES,
  },
  {
    name: 'after the log is imported, before the end is recorded',
    dieAt: 'after-logs',
    ...FINISHES,
  },
  {
    name: 'after the end is recorded',
    dieAt: 'after-end',
    state: 'FINISHED',
    takeover: false,
  },
  {
    name: 'before the engine is asked to stop it',
    dieAt: 'before-stop',
    cancel: true,
    state: 'CANCELED',
    takeover: true,
  },
  {
    name: 'while it is stopping',
    dieAt: 'while-stopping',
    cancel: true,
    state: 'CANCELED',
    takeover: true,
  },
  {
    name: 'while it runs, and its worker too',
    dieAt: 'while-running',
    killWorker: true,
    state: 'FAILED',
    takeover: true,
  },
  {
    name: 'nowhere: it is asked to end while the run runs',
    terminate: true,
    state: 'FINISHED',
    takeover: false,
  },
];

const REASONS: Partial<Record<RunState, RegExp>> = {
  FAILED: /^The worker ended by itself/,
  CANCELED: /^Stopped on request$/,
};

/** Back ends and workers at the same time; each takes about a core. */
const PARALLEL = 4;
const SCENARIO_LIMIT_MS = 180_000;

interface Outcome {
  run?: Run;
  events: RunEvent[];
  lines: RunLogLine[];
  workers: number;
  rows: number;
  files: number;
}

describe('A back end that is killed', () => {
  let outcomes: Promise<Outcome>[];

  beforeAll(() => {
    outcomes = runInPool(
      PARALLEL,
      SCENARIOS.map(scenario => () => play(scenario)),
    );
    // Each test looks at its own.
    for (const outcome of outcomes) outcome.catch(() => {});
  });

  afterAll(() => Promise.allSettled(outcomes), SCENARIO_LIMIT_MS);

  it.each(SCENARIOS.map((scenario, index) => ({ ...scenario, index })))(
    '$name: the run is $state',
    async ({ index, state, takeover }) => {
      const { run, events, lines, workers, rows, files } = await outcomes[
        index
      ];
      const once = state === 'FINISHED' ? 1 : 0;
      expect({
        state: run?.state,
        reason: run?.reason ?? '',
        workers,
        files,
        rows,
        rowsWritten: run?.rowsWritten ?? 0,
      }).toEqual({
        state,
        reason: expect.stringMatching(REASONS[state ?? 'FINISHED'] ?? /^$/),
        workers: state ? 1 : 0,
        files: once,
        rows: once * SLOW_PIPELINE_ROWS,
        rowsWritten: once * SLOW_PIPELINE_ROWS,
      });

      // Each state once, each line once, and whether it was taken over.
      const states = events.flatMap(event => event.to ?? []);
      expect(states).toEqual([...new Set(states)]);
      expect(states[states.length - 1]).toBe(state);
      expect(events.some(event => event.type === 'takeover')).toBe(takeover);
      expect(lines.map(line => line.seq)).toEqual(lines.map((_, n) => n + 1));
      const texts = lines.map(line => `${line.at} ${line.message}`);
      expect(texts).toEqual([...new Set(texts)]);
      const ends = lines.filter(({ message }) => message === 'Finished');
      expect(ends).toHaveLength(once);
    },
    SCENARIO_LIMIT_MS * Math.ceil(SCENARIOS.length / PARALLEL),
  );
});

async function play(scenario: Scenario): Promise<Outcome> {
  const workplace = await Workplace.create();
  const backends: BackendProcess[] = [];
  const start = async (name: string, dieAt?: RunFaultPoint) => {
    const backend = await BackendProcess.start(workplace, { name, dieAt });
    backends.push(backend);
    return backend;
  };
  try {
    await live(await start('first', scenario.dieAt), workplace, scenario);
    return await look(await start('second'), workplace);
  } finally {
    await Promise.all(backends.map(backend => backend.kill()));
    await workplace.killWorkers();
    await workplace.remove();
  }
}

/** The first back end, until it has died. */
async function live(
  backend: BackendProcess,
  workplace: Workplace,
  { cancel, killWorker, terminate }: Scenario,
): Promise<void> {
  await backend.ask('POST', '/data-sources', {
    name: 'files',
    type: 'local-directory',
    owner: 'group:default/data',
    config: { directory: workplace.path('data') },
  });
  await backend.ask('POST', '/pipelines', {
    // A run that is to be stopped must not have ended before the takeover.
    document: slowPipeline('slow', cancel ? 40 : 1),
    publish: true,
  });
  // It may die in the middle of any of these requests.
  const created = await unlessDead(backend, () =>
    backend.ask<Run>('POST', '/pipelines/slow/runs', {}),
  );
  if (cancel || terminate) {
    await waitFor(
      async () => {
        const run = await backend.ask<Run>('GET', `/runs/${created!.id}`);
        return run.state === 'RUNNING';
      },
      { timeoutMs: 90_000, what: 'it runs' },
    );
  }
  if (cancel) {
    await unlessDead(backend, () =>
      backend.ask('POST', `/runs/${created!.id}/actions`, { action: 'cancel' }),
    );
  }
  if (terminate) await backend.kill('SIGTERM');
  await backend.death(60_000);
  if (killWorker) {
    process.kill(await workplace.workerPid(created!.id), 'SIGKILL');
  }
}

async function unlessDead<T>(
  backend: BackendProcess,
  request: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await request();
  } catch (error) {
    await backend.death(5_000);
    return undefined;
  }
}

/** What the next back end makes of it. */
async function look(
  backend: BackendProcess,
  workplace: Workplace,
): Promise<Outcome> {
  const page = await backend.ask<RunPage>('GET', '/runs?pipeline=slow');
  expect(page.items.length).toBeLessThan(2);
  const files = async () => (await workplace.dataFiles('out')).length;
  if (page.items.length === 0) {
    const workers = await workplace.workersOf('');
    return { events: [], lines: [], rows: 0, workers, files: await files() };
  }
  const [{ id }] = page.items;
  const run = await waitFor(
    async () => {
      const found = await backend.ask<Run>('GET', `/runs/${id}`);
      return isTerminal(found.state) && found;
    },
    { timeoutMs: 90_000, what: 'the run has ended' },
  );
  const events = await backend.ask<{ items: RunEvent[] }>(
    'GET',
    `/runs/${id}/events?limit=200`,
  );
  const logs = await backend.ask<{ items: RunLogLine[]; complete: boolean }>(
    'GET',
    `/runs/${id}/logs`,
  );
  expect(logs.complete).toBe(true);
  return {
    run,
    events: events.items,
    lines: logs.items,
    workers: await workplace.workersOf(id),
    rows: await workplace.countRows('out'),
    files: await files(),
  };
}
