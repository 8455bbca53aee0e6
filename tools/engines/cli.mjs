// node tools/engines/cli.mjs <command>: clusters for tests that are not written in these modules (plugins/scaleph-node/src/testing). Prints one JSON document.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runScript, UserError } from '../../scripts/lib/cli.mjs';
import { FlinkCluster, startFlinkCluster } from './flinkCluster.mjs';
import { layOutFlink } from './layOut.mjs';
import { identify } from './processIdentity.mjs';

const USAGE = `
usage: node tools/engines/cli.mjs start-cluster HOME DIRECTORY [--task-managers N] [--slots N] [--no-gateway]
                                                [--set KEY=VALUE]… [--owner PID] [--flink VERSION]
       node tools/engines/cli.mjs fetch-flink HOME VERSION           one more release of Flink, for --flink
       node tools/engines/cli.mjs start DIRECTORY [PROCESS]          what does not run, or one of it; ends when it answers
       node tools/engines/cli.mjs kill DIRECTORY PROCESS [SIGNAL]    SIGKILL by default; ends when it is gone
       node tools/engines/cli.mjs status DIRECTORY
       node tools/engines/cli.mjs stop DIRECTORY                     end all, and remove the directory

HOME is the directory that the engines were fetched into, PROCESS jobmanager, taskmanager-1 … or sql-gateway. A cluster ends
with its owner, and its directory is removed by the next one who starts test servers.
`;

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'task-managers': { type: 'string' },
      slots: { type: 'string' },
      'no-gateway': { type: 'boolean', default: false },
      set: { type: 'string', multiple: true, default: [] },
      owner: { type: 'string' },
      flink: { type: 'string' },
    },
  });
  const [command, ...args] = positionals;
  const commands = {
    'start-cluster': startCluster,
    'fetch-flink': fetchFlink,
    start,
    kill,
    status,
    stop,
  };
  if (!Object.hasOwn(commands, command ?? '')) throw new UserError(USAGE);
  const cluster = await commands[command](args, values);
  if (cluster) process.stdout.write(`${JSON.stringify(describe(cluster))}\n`);
});

async function startCluster([home, directory], options) {
  return startFlinkCluster({
    home,
    directory,
    taskManagers: options['task-managers'] && Number(options['task-managers']),
    slots: options.slots && Number(options.slots),
    gateway: !options['no-gateway'],
    configuration: Object.fromEntries(options.set.map(keyAndValue)),
    flinkVersion: options.flink,
    owner: options.owner && identify(Number(options.owner)),
  });
}

async function fetchFlink([home, version]) {
  await layOutFlink(home, version, message =>
    process.stderr.write(`${message}\n`),
  );
}

async function start([directory, name]) {
  const cluster = open(directory);
  await cluster.start(name);
  return cluster;
}

async function kill([directory, name, signal]) {
  const cluster = open(directory);
  await cluster.kill(name, signal);
  return cluster;
}

async function status([directory]) {
  return open(directory);
}

async function stop([directory]) {
  await open(directory).stop();
  fs.rmSync(directory, { recursive: true, force: true });
  return undefined;
}

function open(directory) {
  const cluster = FlinkCluster.open(directory);
  if (!cluster)
    throw new UserError(
      `there is no cluster in ${path.resolve(
        directory,
      )}: start one with start-cluster`,
    );
  return cluster;
}

function keyAndValue(text) {
  const [key, ...value] = text.split('=');
  return [key, value.join('=')];
}

function describe(cluster) {
  return {
    directory: cluster.directory,
    restUrl: cluster.restUrl,
    gatewayUrl: cluster.gatewayUrl,
    processes: cluster.processes(),
  };
}
