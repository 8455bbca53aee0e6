import {
  isTerminal,
  NodeMetrics,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { isDeepStrictEqual } from 'node:util';
import { NodeKinds, RunChange, SupervisedRun } from './RunRecord';
import { merge, RunPatch, transition } from './transition';

type KnownObservation = Extract<Observation, { kind: 'known' }>;

/**
 * What an observation changes in the record of a run; undefined when nothing.
 * Pure.
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
  const counters = changed(run, toCounters(observation, kinds));
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
    const healed = run.attempts > 0 ? { attempts: 0, reason: undefined } : {};
    const change = { ...counters, ...healed };
    return Object.keys(change).length ? { change, events: [] } : undefined;
  }
  const patch = merge(moved, { change: counters, events: [] });
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

function toCounters(
  observation: KnownObservation,
  kinds: NodeKinds,
): RunChange {
  const { nodes, outputs, startedAt } = observation;
  return {
    nodes,
    outputs,
    rowsRead: rowsOf(nodes, kinds, 'source'),
    rowsWritten: rowsOf(nodes, kinds, 'sink'),
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
      ([field, value]) =>
        !isDeepStrictEqual(
          run[field as keyof SupervisedRun],
          JSON.parse(JSON.stringify(value)),
        ),
    ),
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
