import { LookupFunction, Socket } from 'node:net';
import { CheckedHost } from '../../network/NetworkPolicy';
import { ReceiveLimit } from './ReceiveLimit';

class AbortedError extends Error {
  readonly code = 'ABORTED';
}

/**
 * A socket that connects to the addresses that the network policy checked, whatever host it is told: the name server is not
 * asked again. Several addresses are tried in turn (a name with an IPv6 and an IPv4 address of which one answers).
 * `signal` destroys it, also when it is connected, and so does `received`.
 * @internal
 */
export function checkedSocket(
  host: CheckedHost,
  port: number,
  signal?: AbortSignal,
  received?: ReceiveLimit,
): Socket {
  const socket = new Socket();
  const connect = socket.connect.bind(socket);
  const lookup: LookupFunction = (_hostname, options, callback) =>
    options.all
      ? callback(null, host.addresses)
      : callback(null, host.addresses[0].address, host.addresses[0].family);
  // The drivers call connect(port, host) themselves.
  socket.connect = () =>
    connect({ port, host: host.name, lookup, autoSelectFamily: true });
  if (signal) closeOnAbort(socket, signal);
  received?.watch(socket);
  return socket;
}

function closeOnAbort(socket: Socket, signal: AbortSignal) {
  const abort = () => socket.destroy(new AbortedError());
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  socket.once('close', () => signal.removeEventListener('abort', abort));
}
