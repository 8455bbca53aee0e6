import { ConnectionError } from './ConnectionError';

/**
 * Runs `work` and ends the connection afterwards, politely when it went well. When `signal` aborted, its socket is closed already.
 * @internal
 */
export async function whileOpen<T>(
  signal: AbortSignal,
  connection: { end(): Promise<void> },
  work: () => Promise<T>,
): Promise<T> {
  try {
    const result = await work();
    await connection.end();
    return result;
  } catch (error) {
    if (signal.aborted) {
      throw new ConnectionError(
        signal.reason?.name === 'TimeoutError' ? 'timeout' : 'aborted',
        'The server took the connection and then did not answer in time',
      );
    }
    // What counts is why the work failed; a connection that is lost cannot be ended.
    await connection.end().catch(() => {});
    throw error;
  }
}
