// The demo on a real Flink: its target, and which pipelines can run there.
import fs from 'node:fs';
import path from 'node:path';
import { jarsOf } from '../../tools/engines/layOut.mjs';
import { PARTS } from '../../tools/engines/releases.mjs';
import { engineHome, openEngine, upEngine } from './engines.mjs';
import { waitFor } from './system.mjs';
import { UserError } from './cli.mjs';

export const FLINK_TARGET = 'flink-local';

/** Pipelines that the demo has for Flink, besides those for every engine. */
export const FLINK_PIPELINES = ['rainy-days', 'airports-by-state'];

/** Runs until it is stopped. */
const STREAM = 'sensors';

/**
 * Brings Flink up. Resolves to the section `scaleph.targets` of the configuration that registers it, for pipelines that read and write
 * below `dataDir`; the pipelines to publish; and `stop`, which leaves Flink as it was found.
 */
export async function startFlinkForDemo(dataDir, say) {
  const ranBefore = openEngine('flink')
    ?.processes()
    .some(({ alive }) => alive);
  const cluster = await upEngine('flink', {}, say);
  return {
    targets: [target(cluster, dataDir)],
    pipelines: [...FLINK_PIPELINES, STREAM],
    stop: async () => {
      if (!ranBefore) await cluster.stop();
    },
  };
}

function target(cluster, dataDir) {
  const jars = jarsOf(engineHome);
  return {
    name: FLINK_TARGET,
    type: 'flink-session',
    title: 'Flink on this machine',
    description: 'The cluster of ./scaleph engine up flink.',
    owner: 'group:default/data',
    tags: ['demo'],
    config: {
      restUrl: cluster.restUrl,
      gatewayUrl: cluster.gatewayUrl,
      seatunnel: {
        version: PARTS.seatunnel.version,
        home: jars.seatunnelHome,
      },
      cdc: {
        jars: [jars.cdcDist, ...filesOf(jars.cdcConnectors)],
        // Its program wants the directory above Flink's `conf`.
        flinkHome: cluster.directory,
      },
      sql: {
        allowedPaths: ['input', 'output'].map(name => path.join(dataDir, name)),
        allowJars: true,
        jarDirectory: makeDirectory(path.join(dataDir, 'sql-jars')),
      },
    },
  };
}

function filesOf(directory) {
  return fs.readdirSync(directory).map(name => path.join(directory, name));
}

function makeDirectory(directory) {
  fs.mkdirSync(directory, { recursive: true });
  return directory;
}

/** Parts the pipelines into those that can run on Flink and `{name, reason}` of those that cannot, the first one of several. */
export async function partByFlink(call, names) {
  const able = [];
  const unable = [];
  for (const name of names) {
    const { status, body } = await call(
      'POST',
      `/scaleph/pipelines/${name}/plan`,
      { body: { target: FLINK_TARGET }, allow: [400, 409, 422] },
    );
    const problems =
      status === 200
        ? body.warnings.filter(({ severity }) => severity === 'error')
        : body.error.problems ?? [body.error];
    const reason = problems[0]?.message;
    if (reason === undefined) able.push(name);
    else unable.push({ name, reason });
  }
  return { able, unable };
}

/** Starts the endless pipeline; resolves when it runs, to `{run, stop}`. */
export async function startStream(call) {
  const { body } = await call('POST', `/scaleph/pipelines/${STREAM}/runs`, {
    body: { target: FLINK_TARGET },
  });
  const url = `/scaleph/runs/${body.id}`;
  const run = await waitForState(call, url, ['RUNNING', 'FAILED']);
  if (run.state !== 'RUNNING')
    throw new UserError(`pipeline "${STREAM}": ${run.reason}`);
  return {
    run,
    stop: async () => {
      await call('POST', `${url}/actions`, { body: { action: 'cancel' } });
      await waitForState(call, url, ['CANCELED', 'FAILED', 'FINISHED']);
    },
  };
}

function waitForState(call, url, states) {
  return waitFor(
    async () => {
      const { body } = await call('GET', url);
      return states.includes(body.state) && body;
    },
    {
      timeoutMs: 60_000,
      everyMs: 200,
      onTimeout: () =>
        new UserError(`the run at ${url} is not ${states[0]} after a minute`),
    },
  );
}
