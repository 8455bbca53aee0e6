import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, WriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { RunFaultPoint } from '../../runs/RunFaults';
import { waitFor } from '../waitFor';
import { Workplace } from './Workplace';

const START_LIMIT_MS = 90_000;

/** What a back end answered. */
export interface ApiAnswer<T> {
  status: number;
  body: T;
}

interface BackendOptions {
  /** Of its files in the workplace. */
  name: string;
  dieAt?: RunFaultPoint;
  /** Address of an EngineServer, or `flink` for real clusters; the embedded engine when absent. */
  engine?: string;
}

/** A real back end in a process of its own, over HTTP. */
export class BackendProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly log: WriteStream,
    private readonly port: number,
    private readonly token: string,
  ) {}

  /** Resolves when it serves; with `dieAt` it kills itself when a run reaches that point. */
  static async start(
    workplace: Workplace,
    options: BackendOptions,
  ): Promise<BackendProcess> {
    for (;;) {
      try {
        return await BackendProcess.tryStart(workplace, options);
      } catch (error) {
        // Somebody else took the port since it was found free.
        if (!(error as Error).message.includes('EADDRINUSE')) throw error;
      }
    }
  }

  private static async tryStart(
    workplace: Workplace,
    options: BackendOptions,
  ): Promise<BackendProcess> {
    const port = await freePort();
    const config = await workplace.writeConfig(options.name, port);
    const child = spawn(
      process.execPath,
      [
        '--no-node-snapshot',
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'backendEntry.ts'),
        '--config',
        config,
      ],
      {
        // In the repository it would compile the configuration schemas of all
        // packages first, which takes longer than all else of its start.
        cwd: workplace.directory,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          NODE_ENV: 'development',
          LOG_LEVEL: 'debug',
          SCALEPH_TEST_NODE: workplace.countingNode,
          SCALEPH_TEST_POINTS: workplace.pointsFile,
          ...(options.dieAt && { SCALEPH_TEST_DIE_AT: options.dieAt }),
          ...(options.engine && { SCALEPH_TEST_ENGINE: options.engine }),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const log = createWriteStream(workplace.path(`${options.name}.log`));
    child.stdout!.pipe(log, { end: false });
    child.stderr!.pipe(log, { end: false });
    child.once('close', () => log.end());
    const backend = new BackendProcess(child, log, port, workplace.token);
    await waitFor(() => backend.isReady(workplace, options.name), {
      timeoutMs: START_LIMIT_MS,
      what: `the back end ${options.name} is ready; see its log in ${workplace.directory}`,
    });
    return backend;
  }

  /** Throws when there is no answer, e.g. because it died. */
  async call<T>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer<T>> {
    const response = await fetch(`${this.origin}/api/scaleph${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  /** `call` that must succeed. */
  async ask<T>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T> {
    const answer = await this.call<T>(method, path, body, headers);
    if (answer.status >= 300) {
      throw new Error(
        `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`,
      );
    }
    return answer.body;
  }

  async upload(path: string, bytes: Buffer): Promise<void> {
    const response = await fetch(`${this.origin}/api/scaleph${path}`, {
      method: 'PUT',
      headers: {
        Authorization: `Bearer ${this.token}`,
        'Content-Type': 'application/java-archive',
      },
      body: bytes,
    });
    if (response.ok) return;
    throw new Error(`PUT ${path}: ${response.status} ${await response.text()}`);
  }

  get pid(): number {
    return this.child.pid!;
  }

  get isDead(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Resolves when it has died, of itself. */
  async death(timeoutMs: number): Promise<void> {
    await waitFor(() => this.isDead, { timeoutMs, what: 'the back end died' });
  }

  /** SIGKILL, unless another signal is given. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.isDead) return;
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    await exit;
  }

  private get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  private async isReady(workplace: Workplace, name: string): Promise<boolean> {
    if (this.isDead) {
      if (!this.log.closed) await once(this.log, 'close');
      throw new Error(
        `The back end ${name} ended while it started: ${await workplace.tail(
          `${name}.log`,
        )}`,
      );
    }
    try {
      // Another back end on this port would not know the token.
      return (await this.call('GET', '/runs?limit=1')).status === 200;
    } catch {
      return false; // It does not listen yet.
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
