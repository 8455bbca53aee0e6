import { once } from 'node:events';
import { AddressInfo, createServer, Socket } from 'node:net';

/** A TCP server that takes every connection and never says a word. */
async function silentServer() {
  const sockets: Socket[] = [];
  const server = createServer(socket => {
    sockets.push(socket);
    socket.on('error', () => {}); // The client may leave as rudely as it likes.
    socket.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    /** Resolves once somebody has connected. */
    async connected() {
      if (sockets.length === 0) await once(server, 'connection');
    },
    /** Resolves once nobody is connected any more. */
    async allClosed() {
      await Promise.all(
        sockets.map(socket => socket.destroyed || once(socket, 'close')),
      );
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Runs `work` with such a server, which ends afterwards. */
export async function withSilentServer(
  work: (server: Awaited<ReturnType<typeof silentServer>>) => Promise<void>,
): Promise<void> {
  const server = await silentServer();
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}
