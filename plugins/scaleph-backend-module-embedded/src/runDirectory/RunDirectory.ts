import { access, mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createExclusively, readIfThere, writeAtomically } from './atomicFile';
import { ProcessIdentity } from './ProcessIdentity';
import { WorkerOrder, WorkerStatus } from './WorkerStatus';

/**
 * The directory by which the engine and the worker of one run talk to each other. Whatever either of them does is a file that
 * appears whole, so that both survive the death of the other.
 * @internal
 */
export class RunDirectory {
  constructor(readonly path: string) {}

  static of(directory: string, runId: string): RunDirectory {
    // A run id comes from the portal, and still must not lead out of the directory.
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(runId)) {
      throw new Error(`Run id "${runId}" cannot be the name of a directory`);
    }
    return new RunDirectory(join(directory, runId));
  }

  /** What the worker logs, one JSON object a line. */
  get log() {
    return join(this.path, 'log.ndjson');
  }

  /** Standard output and error of the worker, for the case that it dies. */
  get errors() {
    return join(this.path, 'worker.err');
  }

  /** DuckDB's spill files and parts of tables that are being loaded. */
  get temporary() {
    return join(this.path, 'tmp');
  }

  get status() {
    return join(this.path, 'status.json');
  }

  /** Files outside of this directory to remove when the worker dies before it has removed or renamed them. */
  get leftovers() {
    return join(this.path, 'leftovers.json');
  }

  get stop() {
    return join(this.path, 'stop');
  }

  /** Its time of change is when somebody supervised the run last. */
  get supervised() {
    return join(this.path, 'supervised');
  }

  async create(): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
  }

  exists(): Promise<boolean> {
    return isThere(this.path);
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true, maxRetries: 3 });
  }

  writeOrder(order: WorkerOrder): Promise<void> {
    const text = JSON.stringify(order);
    return writeAtomically(this.file('plan.json'), text, { durable: true });
  }

  readOrder(): Promise<WorkerOrder | undefined> {
    return this.read<WorkerOrder>('plan.json');
  }

  /** True for the one worker that may run it. */
  claim(identity: ProcessIdentity): Promise<boolean> {
    return createExclusively(this.file('claim'), JSON.stringify(identity));
  }

  /** The worker that runs it or did. */
  readClaim(): Promise<ProcessIdentity | undefined> {
    return this.read<ProcessIdentity>('claim');
  }

  writeStatus(status: WorkerStatus, durable: boolean): Promise<void> {
    return writeAtomically(this.status, JSON.stringify(status), { durable });
  }

  readStatus(): Promise<WorkerStatus | undefined> {
    return this.read<WorkerStatus>('status.json');
  }

  /** Asks the worker to stop. */
  async askToStop(): Promise<void> {
    await writeFile(this.stop, '', { mode: 0o600 });
  }

  isStopAsked(): Promise<boolean> {
    return isThere(this.stop);
  }

  writeLeftovers(paths: string[]): Promise<void> {
    const text = JSON.stringify(paths);
    return writeAtomically(this.leftovers, text, { durable: true });
  }

  /** Removes what a dead worker left elsewhere. */
  async removeLeftovers(): Promise<void> {
    for (const path of (await this.read<string[]>('leftovers.json')) ?? []) {
      await rm(path, { force: true });
    }
    await rm(this.temporary, { recursive: true, force: true });
  }

  /** Tells the worker that somebody still supervises it. */
  async touchSupervised(): Promise<void> {
    const now = new Date();
    try {
      await utimes(this.supervised, now, now);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await writeFile(this.supervised, '', { mode: 0o600 });
    }
  }

  /** Milliseconds since the epoch. */
  async supervisedAt(): Promise<number | undefined> {
    try {
      return (await stat(this.supervised)).mtimeMs;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  private file(name: string): string {
    return join(this.path, name);
  }

  private async read<T>(name: string): Promise<T | undefined> {
    const text = await readIfThere(this.file(name));
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
