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
const PATIENCE = 60_000;

/** Nothing to do for so long, and its memory is given back. In milliseconds. */
const IDLE = 60_000;

/** What a document of 1 MiB takes at the most, with all others waiting. */
const HEAP_MIB = 1024;

interface Waiting {
  resolve(answer: string): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/** One thread for what takes long, started when it is needed; tasks are done one after the other. @internal */
export class DocumentThread {
  private worker?: Worker;
  private idle?: NodeJS.Timeout;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** Throws ServiceUnavailableError when the thread dies of it, or takes too long. */
  run(kind: DocumentTask['kind'], text: string): Promise<string> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.start());
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.fail('it took too long'), PATIENCE);
      this.waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, kind, text } satisfies DocumentTask);
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.fail('the portal is stopping');
    await worker?.terminate();
  }

  private start(): Worker {
    const { path, execArgv } = workerEntry();
    const worker = new Worker(path, {
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    });
    // What still waits for an answer keeps the process alive by itself.
    worker.unref();
    worker.on('message', ({ id, answer }) => this.settle(id, answer));
    worker.on('error', error => {
      if (worker === this.worker) this.fail(error.message);
    });
    return worker;
  }

  private settle(id: number, answer: string): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    clearTimeout(waiting?.timer);
    waiting?.resolve(answer);
    if (this.waiting.size) return;
    this.idle = setTimeout(() => this.fail('it is idle'), IDLE);
    this.idle.unref();
  }

  /** Ends the thread; the next task starts another. */
  private fail(why: string): void {
    const { worker } = this;
    this.worker = undefined;
    const error = new ServiceUnavailableError(
      `A document could not be read: ${why}`,
    );
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.waiting.clear();
    worker?.terminate();
  }
}
