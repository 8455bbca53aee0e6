import { Worker } from 'node:worker_threads';
import { RunDirectory } from '../runDirectory/RunDirectory';

/** How long the run has to stop by itself once it is asked to, in milliseconds. */
const PATIENCE = 1_200;

const FREE = 0;
const HELD = 1;
const KILLED = 2;

/** Keeps the run from being ended by force. @internal */
export interface ForceStop {
  /** From here on the run ends by itself: it commits, or writes how it ended. Never returns when the force was faster. */
  hold(): void;
  end(): Promise<unknown>;
}

/**
 * A stop for the case that the process is blocked, as it is while SQLite computes: another thread watches for the stop file and for the end
 * of supervision, and when the run has not ended in time it removes the unfinished files, writes that the run was stopped and kills the process. What
 * databases have not committed they undo by themselves.
 * @internal
 */
export function forceStop(
  directory: RunDirectory,
  { reason, orphanTimeout }: { reason: string; orphanTimeout: number },
): ForceStop {
  const shared = new SharedArrayBuffer(4);
  const state = new Int32Array(shared);
  const worker = new Worker(`(${watch.toString()})()`, {
    eval: true,
    workerData: {
      shared,
      reason,
      patience: PATIENCE,
      orphanTimeout,
      supervised: directory.supervised,
      stop: directory.stop,
      status: directory.status,
      leftovers: directory.leftovers,
      log: directory.log,
    },
    resourceLimits: { maxOldGenerationSizeMb: 16, stackSizeMb: 1 },
  });
  worker.unref();
  return {
    hold: () => {
      const before = Atomics.compareExchange(state, 0, FREE, HELD);
      // The other thread is about to kill this process.
      if (before === KILLED) Atomics.wait(state, 0, KILLED);
    },
    end: () => worker.terminate(),
  };
}

/** Runs in the other thread, as text: it must not use anything from outside of itself. */
function watch(): void {
  /* eslint-disable @typescript-eslint/no-var-requires, no-restricted-syntax */
  const fs: typeof import('node:fs') = require('node:fs');
  const { workerData } = require('node:worker_threads');
  const { shared, patience, stop, status, leftovers, log } = workerData;
  const { orphanTimeout, supervised } = workerData;
  const started = Date.now();
  let { reason } = workerData;
  const state = new Int32Array(shared);
  let asked = 0;
  setInterval(() => {
    if (!asked && fs.existsSync(stop)) asked = Date.now();
    // Gone with its directory, too: then nobody would see the outcome.
    const seen = fs.statSync(supervised, { throwIfNoEntry: false })?.mtimeMs;
    if (!asked && Date.now() - Math.max(seen ?? 0, started) > orphanTimeout) {
      asked = Date.now();
      reason = 'Stopped by itself: no portal has looked after it';
    }
    if (!asked || Date.now() - asked < patience) return;
    if (Atomics.compareExchange(state, 0, 0, 2) !== 0) return;
    try {
      for (const path of JSON.parse(fs.readFileSync(leftovers, 'utf8'))) {
        fs.rmSync(path, { force: true });
      }
    } catch {
      // Not there yet: nothing has been written then.
    }
    // Where nothing can be written, as on a full disk, the run ends all the same; whoever observes it says that it was killed.
    const at = new Date().toISOString();
    try {
      const line = { at, level: 'info', message: reason };
      fs.appendFileSync(log, `${JSON.stringify(line)}\n`);
    } catch {
      // See above.
    }
    try {
      const last = JSON.parse(fs.readFileSync(status, 'utf8'));
      for (const node of last.nodes) {
        if (node.state !== 'finished') node.state = 'canceled';
      }
      Object.assign(last, { state: 'CANCELED', reason, endedAt: at });
      last.outputs = [];
      const text = JSON.stringify(last);
      fs.writeFileSync(`${status}.forced`, text, { flush: true });
      fs.renameSync(`${status}.forced`, status);
    } catch {
      // See above.
    }
    process.kill(process.pid, 'SIGKILL');
  }, 100);
}
