import { JsonObject } from '@backstage/types';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The directory that the back ends of a test share: database, run directories, data, logs. */
export class Workplace {
  readonly token = randomBytes(24).toString('base64url');

  private constructor(
    readonly directory: string,
    private readonly options: {
      database?: JsonObject;
      config?: JsonObject;
    },
  ) {}

  /** SQLite files unless `database` is given. */
  static async create(
    options: { database?: JsonObject; config?: JsonObject } = {},
  ): Promise<Workplace> {
    const directory = await realpath(
      await mkdtemp(join(tmpdir(), 'scaleph-processes-')),
    );
    const workplace = new Workplace(directory, options);
    for (const name of ['data', 'database', 'runs']) {
      await mkdir(workplace.path(name));
    }
    await writeFile(
      workplace.countingNode,
      `#!/bin/sh\necho "$@" >> "${workplace.spawnsFile}"\nexec "${process.execPath}" "$@"\n`,
    );
    await chmod(workplace.countingNode, 0o755);
    await writeFile(
      workplace.path('package.json'),
      JSON.stringify({ name: 'workplace', version: '0.0.0', private: true }),
    );
    return workplace;
  }

  path(...parts: string[]): string {
    return join(this.directory, ...parts);
  }

  /** Node.js, which notes every start. */
  get countingNode(): string {
    return this.path('node.sh');
  }

  /** The points of their lives that runs have reached. */
  get pointsFile(): string {
    return this.path('points');
  }

  async writeConfig(name: string, port: number): Promise<string> {
    const file = this.path(`${name}.yaml`);
    const config = {
      app: { title: 'Test', baseUrl: `http://127.0.0.1:${port}` },
      backend: {
        baseUrl: `http://127.0.0.1:${port}`,
        listen: { host: '127.0.0.1', port },
        database: this.options.database ?? {
          client: 'better-sqlite3',
          connection: { directory: this.path('database') },
        },
        auth: {
          externalAccess: [
            { type: 'static', options: { token: this.token, subject: 'test' } },
          ],
          keys: [{ secret: 'c2NhbGVwaC10ZXN0LXNlY3JldA==' }],
        },
      },
      scaleph: {
        files: { roots: [this.path('data')] },
        secrets: { keys: [{ id: 'test', key: `${'A'.repeat(43)}=` }] },
        embedded: {
          directory: this.path('runs'),
          memoryLimit: '512MB',
          threads: 1,
          maxConcurrentRuns: 8,
        },
        ...this.options.config,
      },
    };
    await writeFile(file, JSON.stringify(config));
    return file;
  }

  /** How many workers were ever started for a run. */
  async workersOf(runId: string): Promise<number> {
    const lines = (await readIfThere(this.spawnsFile)).split('\n');
    return lines.filter(line => line.endsWith(`/${runId}`)).length;
  }

  /** The processes that supervised a run, in order; one that comes again later is there again. */
  async supervisorsOf(runId: string): Promise<number[]> {
    const lines = (await readIfThere(this.pointsFile)).split('\n');
    const pids = lines
      .map(line => line.split(' '))
      // The intent is recorded by whoever was asked.
      .filter(([point, run]) => run === runId && !point.endsWith('-intent'))
      .map(([, , pid]) => Number(pid));
    return pids.filter((pid, index) => pid !== pids[index - 1]);
  }

  /** Process id of the worker that runs a run. */
  async workerPid(runId: string): Promise<number> {
    const claim = await readFile(this.path('runs', runId, 'claim'), 'utf8');
    return (JSON.parse(claim) as { pid: number }).pid;
  }

  /** Rows in all CSV files with headers of a directory below `data`. */
  async countRows(name: string): Promise<number> {
    let rows = 0;
    for (const file of await this.dataFiles(name)) {
      const text = await readFile(this.path('data', name, file), 'utf8');
      rows += text.trimEnd().split('\n').length - 1;
    }
    return rows;
  }

  /** Without hidden ones: a file gets its name when it is whole. */
  async dataFiles(name: string): Promise<string[]> {
    try {
      const files = await readdir(this.path('data', name));
      return files.filter(file => !file.startsWith('.'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  async tail(name: string): Promise<string> {
    return (await readIfThere(this.path(name))).slice(-2_000);
  }

  /** Ends the workers that a failed test has left. */
  async killWorkers(): Promise<void> {
    for (const runId of await readdir(this.path('runs'))) {
      try {
        process.kill(await this.workerPid(runId), 'SIGKILL');
      } catch (error) {
        // It has ended, or never began.
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'ESRCH' && code !== 'ENOENT') throw error;
      }
    }
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  private get spawnsFile(): string {
    return this.path('spawns');
  }
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
