import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

// eslint-disable-next-line no-restricted-syntax -- a test finds the repository's tools, a build has none
const CLI = path.resolve(__dirname, '../../../../tools/engines/cli.mjs');
const run = promisify(execFile);

interface Description {
  restUrl: string;
  gatewayUrl?: string;
  processes: { name: string; pid?: number; alive: boolean }[];
}

/**
 * A Flink session cluster for one test file, whose processes can be killed. It has no high availability: a JobManager that was
 * killed and started again has forgotten its jobs.
 * @public
 */
export class OwnFlinkCluster {
  constructor(
    /** Its configuration (`conf`), logs (`log/<process>`), `checkpoints` and `savepoints`. */
    readonly directory: string,
    readonly restUrl: string,
    /** Undefined when it was started without a gateway. */
    readonly gatewayUrl: string | undefined,
  ) {}

  /** Kills a process (`jobmanager`, `taskmanager-1` …, `sql-gateway`); resolves when it is gone. */
  async kill(name: string, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await callCli('kill', this.directory, name, signal);
  }

  /**
   * Starts a process again on its old port, or all that do not run; resolves when it answers, with the TaskManagers that run
   * registered.
   */
  async start(name?: string): Promise<void> {
    await callCli('start', this.directory, ...(name ? [name] : []));
  }

  /** Ends everything and removes the directory. */
  async stop(): Promise<void> {
    await callCli('stop', this.directory);
  }
}

/** Starts one from the engines that were fetched into `home`. It does not outlive this process by more than the next test run. */
export async function startOwnFlinkCluster(
  home: string,
  {
    taskManagers = 1,
    slots = 4,
    gateway = true,
    configuration = {},
    flinkVersion,
  }: {
    taskManagers?: number;
    slots?: number;
    gateway?: boolean;
    configuration?: Record<string, string>;
    flinkVersion?: string;
  } = {},
): Promise<OwnFlinkCluster> {
  const directory = await fs.mkdtemp(path.join(home, 'tests/own-'));
  const { restUrl, gatewayUrl } = await callCli(
    'start-cluster',
    home,
    directory,
    ...['--task-managers', String(taskManagers), '--slots', String(slots)],
    ...['--owner', String(process.pid)],
    ...(gateway ? [] : ['--no-gateway']),
    ...(flinkVersion === undefined ? [] : ['--flink', flinkVersion]),
    ...Object.entries(configuration).flatMap(([key, value]) => [
      '--set',
      `${key}=${value}`,
    ]),
  );
  return new OwnFlinkCluster(directory, restUrl, gatewayUrl);
}

async function callCli(...args: string[]): Promise<Description> {
  const { stdout } = await run(process.execPath, [CLI, ...args]);
  return JSON.parse(stdout || '{}');
}
