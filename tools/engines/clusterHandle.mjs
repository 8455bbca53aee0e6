// A local Flink cluster that was started, maybe by another process.
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../scripts/lib/cli.mjs';
import { flinkCommand } from './flinkCommands.mjs';
import { layoutOf } from './layOut.mjs';
import { javaProgram } from './prerequisites.mjs';
import { Processes } from './processes.mjs';

/** The file in its directory that says how it was started. */
export const STATE = 'cluster.json';

const GATEWAY = 'sql-gateway';

/** A cluster that startFlinkCluster has made. */
export class FlinkCluster {
  #state;
  #processes;

  /** Finds the cluster of `directory` again; undefined when there is none. */
  static open(directory) {
    const file = path.join(directory, STATE);
    if (!fs.existsSync(file)) return undefined;
    return new FlinkCluster(
      path.resolve(directory),
      JSON.parse(fs.readFileSync(file, 'utf8')),
    );
  }

  constructor(directory, state) {
    this.directory = directory;
    this.#state = state;
    this.#processes = new Processes(directory, state.owner);
  }

  get restUrl() {
    return `http://127.0.0.1:${this.#state.ports.rest}`;
  }

  get gatewayUrl() {
    return this.#state.gateway
      ? `http://127.0.0.1:${this.#state.ports.gateway}`
      : undefined;
  }

  get owner() {
    return this.#state.owner;
  }

  /** What it was started with: taskManagers, slots. */
  get size() {
    const { taskManagers, slots } = this.#state;
    return { taskManagers, slots };
  }

  /** The names of its processes. */
  get names() {
    const { taskManagers, gateway } = this.#state;
    return [
      'jobmanager',
      ...Array.from(
        { length: taskManagers },
        (_, index) => `taskmanager-${index + 1}`,
      ),
      ...(gateway ? [GATEWAY] : []),
    ];
  }

  /** `{name, pid, alive}` of each process that should run. */
  processes() {
    const known = this.#processes.list();
    return this.names.map(
      name => known.find(each => each.name === name) ?? { name, alive: false },
    );
  }

  /** What `name` logs, and what it prints. */
  files(name) {
    return {
      log: this.#processes.logFile(name),
      out: this.#processes.outFile(name),
    };
  }

  /** Starts what does not run, or only the process `only`; resolves when it answers. */
  async start(only) {
    const names = (only ? [this.#checked(only)] : this.names).filter(
      name => !this.#processes.isAlive(name),
    );
    const layout = layoutOf(this.#state.home, this.#state.flinkVersion);
    const before = await this.#dataPorts();
    for (const name of names)
      this.#processes.start(name, {
        program: javaProgram(),
        ...flinkCommand(name, {
          directory: this.directory,
          layout,
          logFile: this.#processes.logFile(name),
        }),
      });
    for (const name of names) await this.#untilReady(name, before);
    // TaskManagers register with a new JobManager by themselves.
    if (only === 'jobmanager')
      for (const { name, alive } of this.processes())
        if (alive && isTaskManager(name)) await this.#untilReady(name, {});
  }

  /** Ends a process at once, as a crash would (or with another signal), and waits until it is gone. */
  async kill(name, signal = 'SIGKILL') {
    await this.#processes.kill(this.#checked(name), signal);
  }

  /** Ends all processes; a second time does nothing. */
  async stop() {
    await this.#processes.stop([...this.names].reverse());
  }

  #checked(name) {
    if (!this.names.includes(name))
      throw new UserError(
        `there is no process "${name}", but ${this.names.join(', ')}`,
      );
    return name;
  }

  async #untilReady(name, before) {
    const probes = {
      jobmanager: () => answer(`${this.restUrl}/overview`),
      [GATEWAY]: () => answer(`${this.gatewayUrl}/v1/info`),
    };
    const registered = async () => {
      // Without a JobManager there is nobody to register with.
      if (!this.#processes.isAlive('jobmanager')) return true;
      const port = (await this.#dataPorts())[name];
      // The JobManager lists one that was killed for some seconds.
      return port !== undefined && port !== before[name];
    };
    await this.#processes.waitUntil(name, probes[name] ?? registered);
  }

  /** The data ports of the TaskManagers that the JobManager lists, by name: another one with each start. */
  async #dataPorts() {
    const body = await answer(`${this.restUrl}/taskmanagers`);
    return Object.fromEntries(
      (body?.taskmanagers ?? []).map(each => [each.id, each.dataPort]),
    );
  }
}

function isTaskManager(name) {
  return name.startsWith('taskmanager-');
}

/** The JSON at `url`; undefined when nothing useful answers. */
async function answer(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined; // Not up yet; the caller knows when to give up.
  }
}
