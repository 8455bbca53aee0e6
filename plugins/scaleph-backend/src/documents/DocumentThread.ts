import { ServiceUnavailableError } from '@backstage/errors';
import { Worker } from 'node:worker_threads';
import { workerEntry } from './workerEntry';

/** What the thread is asked. @internal */
export interface DocumentTask {
  id: number;
  kind: 'parse' | 'locate' | 'print';
  /** YAML to parse; YAML and problems to locate in it, or the document to print, as JSON. */
  text: string;
}

/** A document of 1 MiB made to be slow takes some seconds on a busy machine. */
const PATIENCE = 30_000;

/** Nothing to do for so long, and its memory is given back. In milliseconds. */
const IDLE = 60_000;

/** What a document of 1 MiB takes at the most. */
const HEAP_MIB = 1024;

/** More would wait for minutes, and hold much memory meanwhile. */
const MOST_WAITING = 64;

interface Waiting {
  task: DocumentTask;
  resolve(answer: string): void;
  reject(error: Error): void;
}

/**
 * One thread for what takes long, started when it is needed. Tasks are done one
 * after the other; one that the thread dies of takes no other with it.
 *
 * @internal
 */
export class DocumentThread {
  private worker?: Worker;
  private current?: Waiting;
  private patience?: NodeJS.Timeout;
  private idle?: NodeJS.Timeout;
  private lastId = 0;
  private queue: Waiting[] = [];

  /** Throws ServiceUnavailableError when the thread dies of it, it takes too long, or too many wait already. */
  run(kind: DocumentTask['kind'], text: string): Promise<string> {
    if (this.queue.length >= MOST_WAITING) {
      return Promise.reject(refused('too many others are being read'));
    }
    return new Promise((resolve, reject) => {
      const task = { id: ++this.lastId, kind, text };
      this.queue.push({ task, resolve, reject });
      this.next();
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.idle);
    const why = refused('the portal is stopping');
    for (const { reject } of this.queue) reject(why);
    this.queue = [];
    const { worker } = this;
    this.fail('the portal is stopping');
    await worker?.terminate();
  }

  private next(): void {
    if (this.current) return;
    clearTimeout(this.idle);
    this.current = this.queue.shift();
    if (this.current) {
      this.worker ??= this.start();
      this.patience = setTimeout(() => this.fail('it took too long'), PATIENCE);
      this.worker.postMessage(this.current.task);
    } else if (this.worker) {
      this.idle = setTimeout(() => this.fail('it is idle'), IDLE);
      this.idle.unref();
    }
  }

  private start(): Worker {
    const { path, execArgv } = workerEntry();
    const worker = new Worker(path, {
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    });
    // What still waits for an answer keeps the process alive by itself.
    worker.unref();
    worker.on('message', ({ id, answer }) => {
      if (id === this.current?.task.id) this.settle(answer);
    });
    worker.on('error', error => {
      if (worker === this.worker) this.fail(error.message);
    });
    return worker;
  }

  private settle(answer: string): void {
    const { current } = this;
    clearTimeout(this.patience);
    this.current = undefined;
    current?.resolve(answer);
    this.next();
  }

  /** Ends the thread; what waits is done by another. */
  private fail(why: string): void {
    const { worker, current } = this;
    clearTimeout(this.patience);
    this.worker = undefined;
    this.current = undefined;
    worker?.terminate();
    current?.reject(refused(why));
    this.next();
  }
}

function refused(why: string): Error {
  return new ServiceUnavailableError(
    `A document could not be read: ${why}. Try again in a minute`,
  );
}
