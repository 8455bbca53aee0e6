import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../scripts/lib/cli.mjs';
import { engineHome } from '../../scripts/lib/engines.mjs';
import { FlinkCluster, startFlinkCluster } from '../engines/flinkCluster.mjs';
import { KafkaBroker, startKafkaBroker } from '../engines/kafkaBroker.mjs';
import {
  flinkVersionsOf,
  isLaidOut,
  jarsOf,
  layOut,
  layoutOf,
} from '../engines/layOut.mjs';
import { thisProcess } from '../engines/processIdentity.mjs';
import { PARTS } from '../engines/releases.mjs';
import { sweep } from '../engines/sweep.mjs';
import { ServerNotAvailable } from './serverNotAvailable.mjs';

/** Of listeners with SASL. The password holds what configurations and URIs give a meaning to. */
const KAFKA_USERS = [
  { user: 'etl', password: `p"w\\n33dle' @:/%;\${x}`, scram: 'scram-n33dle' },
];

/** Where test clusters live, those that tests start themselves among them. */
const directory = path.join(engineHome, 'tests');

/** Removes what tests have left that were killed. */
export async function sweepTestEngines() {
  await sweep(
    directory,
    folder => FlinkCluster.open(folder) ?? KafkaBroker.open(folder),
  );
}

/**
 * Starts a Flink session cluster with a SQL Gateway on free ports, from what `./scaleph engine up flink` uses too; fetches that
 * first where it is missing. Resolves to `{environment, stop}`. Throws ServerNotAvailable with the reason.
 */
export async function startFlink(say) {
  await fetchOrSayWhyNot('flink', say);
  await sweepTestEngines();
  const cluster = await startFlinkCluster({
    home: engineHome,
    directory: fresh('flink'),
    // Several test files run at a time.
    slots: 12,
    owner: thisProcess(),
  });
  return {
    environment: {
      SCALEPH_TEST_FLINK_URL: cluster.restUrl,
      SCALEPH_TEST_GATEWAY_URL: cluster.gatewayUrl,
      SCALEPH_TEST_FLINK_LAB: engineHome,
      SCALEPH_TEST_FLINK_VERSIONS: JSON.stringify(otherVersions()),
      SCALEPH_TEST_FLINK_JARS: JSON.stringify(jarsOf(engineHome)),
    },
    stop: () => stopAndRemove(cluster),
  };
}

function otherVersions() {
  return flinkVersionsOf(engineHome)
    .filter(version => version !== PARTS.flink.version)
    .map(version => ({
      version,
      lib: path.join(layoutOf(engineHome, version).flink, 'lib'),
    }));
}

/** Starts a Kafka broker in the same way; with certificates it has a listener for each security protocol. */
export async function startKafka(say, certificates) {
  await fetchOrSayWhyNot('kafka', say);
  await sweepTestEngines();
  const broker = await startKafkaBroker({
    home: engineHome,
    directory: fresh('kafka'),
    owner: thisProcess(),
    ...(certificates && { security: { certificates, users: KAFKA_USERS } }),
  });
  const [user] = KAFKA_USERS;
  return {
    environment: {
      SCALEPH_TEST_KAFKA: broker.bootstrapServers,
      ...(certificates && {
        SCALEPH_TEST_KAFKA_SECURED: JSON.stringify({
          ...broker.secured,
          ...user,
        }),
      }),
    },
    stop: () => stopAndRemove(broker),
  };
}

async function fetchOrSayWhyNot(engine, say) {
  if (isLaidOut(engineHome, engine)) return;
  try {
    await layOut(engineHome, engine, say);
  } catch (error) {
    if (error instanceof UserError) throw new ServerNotAvailable(error.message);
    throw error;
  }
}

function fresh(name) {
  fs.mkdirSync(directory, { recursive: true });
  return fs.mkdtempSync(path.join(directory, `${name}-`));
}

async function stopAndRemove(engine) {
  await engine.stop();
  fs.rmSync(engine.directory, { recursive: true, force: true });
}
