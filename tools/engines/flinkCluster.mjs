// A local Flink session cluster with a SQL Gateway, in a directory of its own.
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../scripts/lib/cli.mjs';
import { FlinkCluster, STATE } from './clusterHandle.mjs';
import { flinkConfiguration, LOGGING } from './flinkConfiguration.mjs';
import { layoutOf } from './layOut.mjs';
import { plainPath } from './plainPath.mjs';
import { choosePorts } from './ports.mjs';

export { FlinkCluster };

const FOLDERS = [
  'conf',
  'log',
  'pid',
  'tmp',
  'upload',
  'checkpoints',
  'savepoints',
];

/**
 * Starts a cluster in `directory`, which keeps its configuration, logs, checkpoints and pid files. `home` is where layOut.mjs put the
 * engines. Resolves to a FlinkCluster when all of it answers; stops what it started when something does not.
 *
 * @param {object} options
 * @param {string} options.home
 * @param {string} options.directory
 * @param {number} [options.taskManagers] how many, 1 by default
 * @param {number} [options.slots] of each, 4 by default
 * @param {boolean} [options.gateway] whether to start a SQL Gateway, true by default
 * @param {object} [options.wishes] ports as choosePorts takes them, for `rest` and `gateway`; free ones by default
 * @param {object} [options.configuration] further keys and values for Flink's configuration
 * @param {string} [options.flinkVersion] another release than that of releases.mjs, fetched by layOutFlink
 * @param {{pid: number, started: string}} [options.owner] the process (identify of processIdentity.mjs) without which the cluster makes no
 * sense
 */
export async function startFlinkCluster({
  home,
  directory,
  taskManagers = 1,
  slots = 4,
  gateway = true,
  wishes = {},
  configuration = {},
  flinkVersion,
  owner,
}) {
  const absolute = path.resolve(directory);
  if (absolute.includes(path.delimiter))
    throw new UserError(
      `Java takes no path with "${path.delimiter}" in it: use another directory than ${absolute}`,
    );
  keepOnce(path.join(absolute, 'log'));
  fs.rmSync(path.join(absolute, 'tmp'), { recursive: true, force: true });
  for (const folder of FOLDERS)
    fs.mkdirSync(path.join(absolute, folder), { recursive: true });
  const ports = await choosePorts({
    rest: {},
    gateway: {},
    ...wishes,
    rpc: {},
  });
  const conf = path.join(absolute, 'conf');
  for (const [name, text] of Object.entries(
    flinkConfiguration({
      directory: absolute,
      upload: plainPath(path.join(absolute, 'upload')),
      ports,
      slots,
      extra: configuration,
      version: flinkVersion,
    }),
  ))
    fs.writeFileSync(path.join(conf, name), text);
  fs.writeFileSync(path.join(conf, 'log4j.properties'), LOGGING);
  linkStarter(
    path.join(absolute, 'upload'),
    layoutOf(path.resolve(home)).seatunnel,
  );
  const state = {
    home: path.resolve(home),
    ports,
    taskManagers,
    slots,
    gateway,
    ...(flinkVersion && { flinkVersion }),
    owner,
  };
  fs.writeFileSync(path.join(absolute, STATE), JSON.stringify(state, null, 2));
  const cluster = new FlinkCluster(absolute, state);
  try {
    await cluster.start();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster;
}

/** Moves a folder that is there to `<folder>.previous`, in place of an older one. */
function keepOnce(folder) {
  if (!fs.existsSync(folder)) return;
  fs.rmSync(`${folder}.previous`, { recursive: true, force: true });
  fs.renameSync(folder, `${folder}.previous`);
}

/** SeaTunnel's client mode looks for its own jar in `../../starter` of where REST puts an uploaded one. */
function linkStarter(upload, seatunnel) {
  const link = path.join(upload, 'starter');
  fs.rmSync(link, { force: true });
  fs.symlinkSync(path.join(seatunnel, 'starter'), link);
}
