import {
  isTerminal,
  NodeMetrics,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { NodeKinds, RunChange, SupervisedRun } from './RunRecord';
import { merge, RunPatch, transition } from './transition';

type KnownObservation = Extract<Observation, { kind: 'known' }>;

/**
 * What an observation changes in the record of a run; undefined when nothing.
 *
 * @param kinds - of the nodes of its document
 * @param now - ISO 8601
 * @internal
 */
export function observed(
  run: SupervisedRun,
  observation: Observation,
  kinds: NodeKinds,
  now: string,
): RunPatch | undefined {
  if (observation.kind === 'unknown') {
    return unknown(run, observation, now);
  }
  const counters = {
    ...changed(run, toCounters(run, observation, kinds)),
    ...progress(run, observation, now),
  };
  const extra = newSnapshot(run, observation);
  const moved = transition(
    run,
    { type: 'observed', state: observation.state },
    {
      at: now,
      message: sentence(observation),
      reason: reasonOf(observation),
    },
  );
  if (!moved) {
    // It answers again: what was wrong before is over.
    const isHealed = run.attempts > 0 || run.recovery?.lost !== undefined;
    const healed = isHealed ? { attempts: 0, reason: undefined } : {};
    // Why it takes so long to begin; what was said of a running one stays.
    const { reason } = observation;
    const isNews =
      run.state === 'INITIALIZING' && reason !== run.reason && reason;
    const news = isNews ? { reason } : {};
    const change = { ...counters, ...healed, ...news };
    return Object.keys(change).length
      ? { change, events: [], ...extra }
      : undefined;
  }
  const patch = merge(moved, { change: counters, events: [], ...extra });
  if (patch.change.state && isTerminal(patch.change.state)) {
    patch.change.endedAt = observation.endedAt ?? now;
  }
  return patch;
}

/** Whether an observation says that the run is over. @internal */
export function isEnd(observation: Observation): boolean {
  return observation.kind === 'known'
    ? isTerminal(observation.state)
    : observation.final;
}

function unknown(
  run: SupervisedRun,
  observation: Extract<Observation, { kind: 'unknown' }>,
  now: string,
): RunPatch | undefined {
  if (isTooEarly(run, observation)) {
    return { change: { attempts: run.attempts + 1 }, events: [] };
  }
  const patch = transition(
    run,
    { type: 'unknown', final: observation.final },
    { at: now, message: observation.reason, reason: observation.reason },
  );
  if (patch) return patch;
  return run.reason === observation.reason
    ? undefined
    : { change: { reason: observation.reason }, events: [] };
}

/** A target may need a moment until it lists a job that it has just taken. */
const LOOKS_UNTIL_LISTED = 5;

function isTooEarly(
  { state, attempts, startedAt, deployment }: SupervisedRun,
  { final }: Extract<Observation, { kind: 'unknown' }>,
): boolean {
  const isNew = startedAt === undefined || deployment > 1;
  return (
    !final && isNew && state === 'INITIALIZING' && attempts < LOOKS_UNTIL_LISTED
  );
}

/** A job that has run for so long without a checkpoint is taken as good. */
const PROVED_AFTER_MS = 600_000;

/** What is known of the job besides its counters. */
function progress(
  run: SupervisedRun,
  observation: KnownObservation,
  now: string,
): RunChange {
  const { snapshot, state, startedAt } = observation;
  const change: RunChange = {};
  if (snapshot && snapshot.location !== run.checkpoint) {
    change.checkpoint = snapshot.location;
  }
  if (run.recovery?.lost !== undefined) {
    const { lost: _turnedUp, ...recovery } = run.recovery;
    change.recovery = recovery;
  }
  const isLong =
    startedAt !== undefined &&
    Date.parse(now) - Date.parse(startedAt) > PROVED_AFTER_MS;
  const isGood =
    state === 'FINISHED' || (state === 'RUNNING' && (snapshot || isLong));
  if (isGood && run.upgradeOf && !run.proved) {
    change.proved = true;
    if (run.activity === 'upgrade') change.activity = undefined;
  }
  return change;
}

function newSnapshot(
  run: SupervisedRun,
  { snapshot }: KnownObservation,
): Pick<RunPatch, 'snapshot'> {
  return snapshot && snapshot.location !== run.checkpoint
    ? { snapshot: { ...snapshot, id: randomUUID(), origin: 'observed' } }
    : {};
}

function toCounters(
  run: SupervisedRun,
  observation: KnownObservation,
  kinds: NodeKinds,
): RunChange {
  const { nodes, outputs, startedAt, rows } = observation;
  // A document without nodes has none to sum over: what was told last stays.
  const told =
    Object.keys(kinds).length === 0
      ? {
          read: rows?.read ?? run.rowsRead,
          written: rows?.written ?? run.rowsWritten,
        }
      : undefined;
  return {
    nodes,
    outputs,
    rowsRead: told?.read ?? rowsOf(nodes, kinds, 'source'),
    rowsWritten: told?.written ?? rowsOf(nodes, kinds, 'sink'),
    ...(startedAt && { startedAt }),
  };
}

function rowsOf(
  nodes: NodeMetrics[],
  kinds: NodeKinds,
  kind: 'source' | 'sink',
): number {
  return nodes
    .filter(metrics => kinds[metrics.node] === kind)
    .reduce((sum, metrics) => sum + metrics.rowsOut, 0);
}

/** Only the fields that differ, so that a quiet run is not written. */
function changed(run: SupervisedRun, next: RunChange): RunChange {
  return Object.fromEntries(
    Object.entries(next).filter(
      ([field, value]) => !isSame(run[field as keyof SupervisedRun], value),
    ),
  );
}

/** What is stored is JSON; that form is made only where the plain ones differ. */
function isSame(stored: unknown, value: unknown): boolean {
  return (
    isDeepStrictEqual(stored, value) ||
    isDeepStrictEqual(stored, JSON.parse(JSON.stringify(value)))
  );
}

function reasonOf(observation: KnownObservation): string | undefined {
  if (observation.reason) return observation.reason;
  return observation.state === 'FAILED'
    ? 'The engine gives no reason; see the log'
    : undefined;
}

const SENTENCES: Partial<Record<RunState, string>> = {
  INITIALIZING: 'The engine prepares it',
  RUNNING: 'The engine runs it',
  CANCELLING: 'The engine stops it',
  CANCELED: 'The engine has stopped it',
  FAILED: 'The engine reports a failure',
  FINISHED: 'All data is processed',
};

function sentence({ state, reason }: KnownObservation): string {
  return reason ?? SENTENCES[state] ?? `The engine reports ${state}`;
}
