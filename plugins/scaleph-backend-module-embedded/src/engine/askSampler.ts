import { spawn } from 'node:child_process';
import { toWire } from '../runDirectory/wireConnections';
import { SampleAnswer, SampleOrder } from '../sample/SampleOrder';
import { nodeOptions, workerEnvironment } from './spawnWorker';
import { workerCommand } from './workerCommand';

/** Heap of Node.js, in bytes. */
const HEAP = 192 * 1024 * 1024;

/** Bytes of an answer: twice the largest that a worker gives. */
const LARGEST = 8 * 1024 * 1024;

/**
 * Starts a worker with an order and waits for its answer; kills it when `signal` is aborted. Throws the signal's reason, or Error
 * when the worker dies.
 * @internal
 */
export async function askSampler(
  order: SampleOrder,
  signal: AbortSignal,
): Promise<SampleAnswer> {
  signal.throwIfAborted();
  const child = spawn(
    process.execPath,
    [...nodeOptions(HEAP), ...workerCommand('sampler')],
    {
      cwd: order.directory,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: workerEnvironment(),
    },
  );
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  try {
    const output = collect(child.stdout, LARGEST, kill);
    const errors = collect(child.stderr, 64 * 1024, () => {});
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    // A worker that died early makes the pipe fail; its end tells more. The pipe stays open, for its end would end the worker.
    child.stdin.on('error', () => {});
    child.stdin.write(
      `${JSON.stringify({
        ...order,
        connections: toWire(order.connections),
      })}\n`,
    );
    const code = await ended;
    signal.throwIfAborted();
    if (code === 0) return JSON.parse(output()) as SampleAnswer;
    throw new Error(
      `The preview's process ended with code ${code}: ${errors().slice(-500)}`,
    );
  } finally {
    signal.removeEventListener('abort', kill);
  }
}

function collect(
  stream: NodeJS.ReadableStream,
  largest: number,
  onTooLarge: () => void,
): () => string {
  const parts: Buffer[] = [];
  let size = 0;
  stream.on('data', (part: Buffer) => {
    size += part.length;
    if (size <= largest) parts.push(part);
    else onTooLarge();
  });
  return () => Buffer.concat(parts).toString('utf8');
}
