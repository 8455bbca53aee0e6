// run real engines on this machine: engine up | down | status | logs (flink, kafka; --help)
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runScript, say, table, UserError } from './lib/cli.mjs';
import { root } from './lib/fingerprint.mjs';
import {
  engineHome,
  fetchEngine,
  openEngine,
  upEngine,
} from './lib/engines.mjs';
import { followLogs } from './lib/engineLogs.mjs';
import { parsePort } from './lib/system.mjs';
import { ENGINES } from '../tools/engines/releases.mjs';

const NAMES = Object.keys(ENGINES);
const USAGE = `
usage: ./scaleph engine up [flink|kafka] [options]     fetch what is missing and start it
       ./scaleph engine down [flink|kafka]             stop it (both, when none is named)
       ./scaleph engine status                         what runs, where
       ./scaleph engine logs [PROCESS] [-f]            the newest lines of the log of jobmanager, taskmanager-1, sql-gateway, kafka

flink is a Flink session cluster with a SQL Gateway, SeaTunnel, Flink CDC and the usual connectors. Everything listens on loopback
and lives in ${path.relative(root, engineHome)}.

  --task-managers N   TaskManagers of a new cluster (default 1)
  --slots N           slots of each (default 4)
  --port N            port of Flink's REST API (default 8081, or a free one), or of the Kafka broker (default 9092, or a free one)
  --gateway-port N    port of the SQL Gateway (default 8083, or a free one)
  --only-fetch        fetch, and start nothing
  -f, --follow        go on with what is added to the log
  --help              this text
`;

await runScript(async () => {
  const { values, positionals } = readCommandLine();
  const [command, ...rest] = positionals;
  if (values.help || !command) {
    process.stdout.write(`${USAGE.trim()}\n`);
    if (!values.help) process.exitCode = 2;
    return;
  }
  const commands = { up, down, status, logs };
  if (!Object.hasOwn(commands, command))
    throw new UserError(
      `there is no command "engine ${command}", but up, down, status, logs`,
    );
  if (rest.length > 1) throw new UserError(`too many arguments (see --help)`);
  await commands[command](rest[0], values);
});

function readCommandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'task-managers': { type: 'string' },
        slots: { type: 'string' },
        port: { type: 'string' },
        'gateway-port': { type: 'string' },
        'only-fetch': { type: 'boolean', default: false },
        follow: { type: 'boolean', short: 'f', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    if (!String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UserError(`${error.message.split('. ')[0]} (see --help)`);
  }
}

async function up(name = 'flink', options) {
  const engine = checked(name);
  if (options['only-fetch']) {
    await fetchEngine(engine, say);
    return;
  }
  await upEngine(
    engine,
    {
      taskManagers: count('--task-managers', options['task-managers']),
      slots: count('--slots', options.slots),
      port: options.port && parsePort(options.port),
      gatewayPort:
        options['gateway-port'] && parsePort(options['gateway-port']),
    },
    say,
  );
  printStatus([engine]);
}

async function down(name) {
  for (const engine of name ? [checked(name)] : NAMES) {
    const running = openEngine(engine);
    const alive = (running?.processes() ?? []).filter(each => each.alive);
    await running?.stop();
    say(
      alive.length > 0
        ? `${engine}: stopped ${alive.map(each => each.name).join(', ')}`
        : `${engine}: nothing runs`,
    );
  }
}

async function status(name) {
  const engines = name ? [checked(name)] : NAMES;
  if (!printStatus(engines)) process.exitCode = 1;
}

/** Whether everything that was started runs. */
function printStatus(engines) {
  const rows = engines.flatMap(name => {
    const engine = openEngine(name);
    const addresses = {
      jobmanager: engine?.restUrl,
      'sql-gateway': engine?.gatewayUrl,
      kafka: engine?.bootstrapServers,
    };
    if (!engine) return [[name, 'never started', '']];
    return engine.processes().map(({ name: process_, pid, alive }) => {
      if (alive) return [process_, `runs (${pid})`, addresses[process_] ?? ''];
      return [process_, pid ? 'ended by itself' : 'stopped', ''];
    });
  });
  process.stdout.write(`${table(['process', 'state', 'address'], rows)}\n`);
  return rows.every(([, state]) => state !== 'ended by itself');
}

async function logs(name = 'jobmanager', { follow }) {
  const known = NAMES.flatMap(engine => {
    const opened = openEngine(engine);
    return (opened?.names ?? []).map(each => [each, opened.files(each)]);
  });
  const files = known.find(([each]) => each === name)?.[1];
  if (!files)
    throw new UserError(
      known.length > 0
        ? `there is no process "${name}", but ${known
            .map(([each]) => each)
            .join(', ')}`
        : 'no engine was started yet: ./scaleph engine up flink',
    );
  await followLogs([files.log, files.out].filter(Boolean), follow);
}

function checked(name) {
  if (!NAMES.includes(name))
    throw new UserError(
      `there is no engine "${name}", but ${NAMES.join(', ')}`,
    );
  return name;
}

function count(option, value) {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new UserError(
      `${option} takes a number from 1 to 64, not "${value}"`,
    );
  return number;
}
