import { once } from 'node:events';
import { AddressInfo, createServer, Socket } from 'node:net';
import { CheckedHost } from '../../network/NetworkPolicy';
import { checkedSocket } from './checkedSocket';
import { ReceiveLimit } from './ReceiveLimit';

/** Types of packets of Oracle's Net protocol. */
const [ACCEPT, REDIRECT] = [2, 5];

/** A way to an Oracle listener through a port of our own. @internal */
export interface TnsRelay {
  port: number;
  /** Whether the listener sent its client elsewhere, which ended the connection. */
  wasRedirected(): boolean;
  /** What went wrong on the way to the listener. */
  failure(): Error | undefined;
  close(): void;
}

/**
 * Oracle's driver opens its sockets itself and goes wherever a listener sends it. So it gets a port on loopback, from which its bytes go to
 * the checked address, and a connection that is told to go elsewhere ends.
 * @internal
 */
export async function tnsRelay(
  host: CheckedHost,
  port: number,
  signal: AbortSignal,
  received?: ReceiveLimit,
): Promise<TnsRelay> {
  const sockets = new Set<Socket>();
  let redirected = false;
  let failure: Error | undefined;
  const server = createServer(client => {
    const socket = checkedSocket(host, port, signal, received);
    for (const each of [client, socket]) {
      sockets.add(each);
      each.once('close', () => {
        client.destroy();
        socket.destroy();
      });
    }
    client.on('error', () => {});
    socket.on('error', error => {
      failure ??= error;
    });
    client.pipe(socket);
    watch(socket, client, () => {
      redirected = true;
      client.destroy();
    });
    socket.connect(port, host.name);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    wasRedirected: () => redirected,
    failure: () => failure,
    close: () => {
      server.close();
      sockets.forEach(each => each.destroy());
    },
  };
}

/** Passes on what the listener says, packet by packet until it has accepted. */
function watch(from: Socket, to: Socket, onRedirect: () => void) {
  let bytes = Buffer.alloc(0);
  const look = (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    while (bytes.length >= 8 && bytes.length >= bytes.readUInt16BE(0)) {
      const length = Math.max(8, bytes.readUInt16BE(0));
      const type = bytes[4];
      if (type === REDIRECT) {
        onRedirect();
        return;
      }
      to.write(bytes.subarray(0, length));
      bytes = bytes.subarray(length);
      if (type !== ACCEPT) continue;
      from.off('data', look);
      if (bytes.length) to.write(bytes);
      from.pipe(to);
      return;
    }
  };
  from.on('data', look);
}
