// The engines of `./scaleph engine`: one of each, in .cache/engines.
import path from 'node:path';
import {
  FlinkCluster,
  startFlinkCluster,
} from '../../tools/engines/flinkCluster.mjs';
import {
  KafkaBroker,
  startKafkaBroker,
} from '../../tools/engines/kafkaBroker.mjs';
import { layOut } from '../../tools/engines/layOut.mjs';
import { withLock } from '../../tools/engines/lock.mjs';
import { requirePrograms } from '../../tools/engines/prerequisites.mjs';
import { root } from './fingerprint.mjs';

export const engineHome = path.join(root, '.cache/engines');

const directoryOf = engine => path.join(engineHome, engine);

/** Fetches what `engine` (flink or kafka) needs. */
export async function fetchEngine(engine, say) {
  return layOut(engineHome, engine, say);
}

/** The engine that was started last, running or not; undefined when there never was one. */
export function openEngine(engine) {
  return { flink: FlinkCluster, kafka: KafkaBroker }[engine].open(
    directoryOf(engine),
  );
}

/**
 * Makes `engine` run: fetches what is missing, starts what does not run. `options` (taskManagers, slots, port, gatewayPort) hold for
 * one that is not running at all; a running one keeps its own, and is told about. Returns the engine.
 */
export async function upEngine(engine, options, say) {
  await fetchEngine(engine, say);
  await requirePrograms(['java'], say);
  return withLock(path.join(engineHome, `${engine}.lock`), { say }, () =>
    start(engine, options, say),
  );
}

async function start(engine, options, say) {
  const existing = openEngine(engine);
  const dead = existing?.processes().filter(each => !each.alive) ?? [];
  if (existing && dead.length < existing.names.length) {
    if (Object.values(options).some(value => value !== undefined))
      say(
        `${engine} runs already and stays as it is: ./scaleph engine down ${engine}, to start it with other options`,
      );
    if (dead.length > 0)
      say(`${engine}: starting ${dead.map(each => each.name).join(', ')} …`);
    await existing.start();
    return existing;
  }
  say(`${engine}: starting …`);
  const started = performance.now();
  const running = await starters[engine](options, say);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${engine}: up after ${seconds} s`);
  return running;
}

const starters = {
  flink: async ({ taskManagers, slots, port, gatewayPort }, say) => {
    const cluster = await startFlinkCluster({
      home: engineHome,
      directory: directoryOf('flink'),
      taskManagers,
      slots,
      wishes: {
        rest: wish(port, 8081, '--port'),
        gateway: wish(gatewayPort, 8083, '--gateway-port'),
      },
    });
    tellPort(say, port, 8081, cluster.restUrl, 'the REST API');
    tellPort(say, gatewayPort, 8083, cluster.gatewayUrl, 'the SQL Gateway');
    return cluster;
  },
  kafka: async ({ port }, say) => {
    const broker = await startKafkaBroker({
      home: engineHome,
      directory: directoryOf('kafka'),
      wishes: { broker: wish(port, 9092, '--port') },
    });
    tellPort(say, port, 9092, broker.bootstrapServers, 'the broker');
    return broker;
  },
};

function wish(fixed, preferred, option) {
  return { fixed, preferred, option };
}

function tellPort(say, fixed, preferred, address, what) {
  if (fixed === undefined && !address.endsWith(`:${preferred}`))
    say(`port ${preferred} is taken: ${what} is at ${address}`);
}
