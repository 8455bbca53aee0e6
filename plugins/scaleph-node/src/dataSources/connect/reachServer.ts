import { CheckedHost } from '../../network/NetworkPolicy';
import { checkedSocket } from './checkedSocket';
import { ConnectionError } from './ConnectionError';
import { describeNetworkError } from './describeNetworkError';
import { messageOf } from './messageOf';

const TIMEOUT_MS = 8_000;

/** Whether something listens there. Throws ConnectionError at once when nothing does, where a driver would try again and again. @internal */
export async function reachServer(
  host: CheckedHost,
  port: number,
  { server, signal }: { server: string; signal: AbortSignal },
): Promise<void> {
  const socket = checkedSocket(host, port, signal);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
      socket.setTimeout(TIMEOUT_MS, () =>
        reject(Object.assign(new Error(), { code: 'ETIMEDOUT' })),
      );
      socket.connect(port, host.name);
    });
  } catch (error) {
    const attempt = { server, host: host.name, timeoutMs: TIMEOUT_MS, signal };
    throw (
      describeNetworkError(error, attempt) ??
      new ConnectionError('other', `${server}: ${messageOf(error)}`)
    );
  } finally {
    socket.destroy();
  }
}
