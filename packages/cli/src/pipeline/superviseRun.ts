import { EmbeddedEngine } from '@scaleph/backstage-plugin-scaleph-backend-module-embedded';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import {
  ConnectionWithSecrets,
  DeploymentPlan,
  Observation,
  RunContext,
} from '@scaleph/backstage-plugin-scaleph-node';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Screen } from '../output/Screen';

/** Milliseconds between two looks at the run: short at first, so that a short run is not waited for. */
const PAUSES = { first: 10, most: 200 };

/** Nothing is logged: what the engine says comes out in the run's log and its reason. */
const silent: RunContext['logger'] = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

/**
 * Submits a run and stays with it until it ends. Ctrl-C asks it to stop; a second one is not waited for by anybody.
 * Shows rows that Console nodes print and, on a terminal, how far it is.
 * @internal
 */
export async function superviseRun(
  engine: EmbeddedEngine,
  plan: DeploymentPlan,
  connections: Record<string, ConnectionWithSecrets>,
  options: { quiet: boolean },
): Promise<Observation> {
  const runId = randomUUID();
  const context: RunContext = {
    runId,
    deployment: 1,
    logger: silent,
    connections: async () => connections,
    artifacts: {
      read: async () => {
        throw new Error('Jars run on a Flink cluster, from a portal');
      },
    },
  };
  const stop = () => void engine.act(undefined, 'cancel', context);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const screen = new Screen(options.quiet);
  try {
    await engine.submit(plan, context);
    let cursor: string | undefined;
    for (
      let pause = PAUSES.first;
      ;
      pause = Math.min(pause * 1.5, PAUSES.most)
    ) {
      const observation = await engine.observe(undefined, context);
      for (let more = !options.quiet; more; ) {
        const batch = await engine.logs(undefined, {
          ...context,
          cursor,
          limit: 500,
        });
        cursor = batch.cursor;
        for (const line of batch.lines) screen.log(line);
        more = batch.lines.length > 0;
      }
      if (hasEnded(observation)) return observation;
      screen.progress(observation);
      await sleep(pause);
    }
  } finally {
    screen.clear();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function hasEnded(observation: Observation): boolean {
  return observation.kind === 'known'
    ? isTerminal(observation.state)
    : observation.final;
}
