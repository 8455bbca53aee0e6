import { CheckedHost, NetworkPolicy } from '../../network/NetworkPolicy';
import { ConnectionError, ConnectionFailure } from './ConnectionError';

const FAILURES: Record<string, ConnectionFailure> = {
  NotAllowedError: 'not-allowed',
  InputError: 'not-allowed',
};

/** The checked addresses of a server; failures as ConnectionError. Stops waiting for the name server when `signal` aborts. @internal */
export async function resolveServer(
  network: NetworkPolicy,
  host: string,
  signal: AbortSignal | undefined,
): Promise<CheckedHost> {
  try {
    return await orAborted(network.resolveAll(host), signal);
  } catch (error) {
    if (signal?.aborted) {
      throw new ConnectionError(
        signal.reason?.name === 'TimeoutError' ? 'timeout' : 'aborted',
        `Looking up host "${host}" was stopped before the name server answered`,
      );
    }
    const { name, message } = error as Error;
    throw new ConnectionError(FAILURES[name] ?? 'host-not-found', message);
  }
}

async function orAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) return promise;
  signal.throwIfAborted();
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
