import { once } from 'node:events';
import { AddressInfo, connect, createServer, Socket } from 'node:net';

/** Runs `work` with a server without TLS on a port of 127.0.0.1, which ends afterwards. */
export async function withPlainServer(
  serve: (client: Socket) => void,
  work: (port: number) => Promise<void>,
): Promise<void> {
  const server = createServer(client => {
    client.on('error', () => {}); // The client may leave as rudely as it likes.
    serve(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await work((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

/** As PostgreSQL answers the question for TLS when it is off: one letter. */
export function postgresqlWithoutTls(client: Socket): void {
  client.once('data', () => client.write('N'));
}

/** The real MySQL or MariaDB, whose greeting loses the flag CLIENT_SSL; flags stand after version, thread id and salt. */
export function mysqlWithoutTls(url: URL): (client: Socket) => void {
  const CLIENT_SSL = 0x0800;
  return client => {
    const real = connect(Number(url.port), url.hostname);
    real.on('error', () => client.destroy());
    client.on('close', () => real.destroy());
    real.once('data', greeting => {
      const flags = greeting.indexOf(0, 5) + 1 + 4 + 8 + 1;
      const others = greeting.readUInt16LE(flags) & ~CLIENT_SSL;
      greeting.writeUInt16LE(others, flags);
      client.write(greeting);
      real.pipe(client);
      client.pipe(real);
    });
  };
}
