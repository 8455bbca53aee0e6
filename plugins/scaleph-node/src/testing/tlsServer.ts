import { once } from 'node:events';
import { AddressInfo, createServer, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** How a database begins: `greet` writes, the client asks for TLS in `requestLength` bytes, `accept` answers. */
const PROTOCOLS = {
  // https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL
  postgresql: { greeting: undefined, requestLength: 8, accept: 'S' },
  // https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase.html
  mysql: { greeting: mysqlGreeting(), requestLength: 36, accept: undefined },
};

/**
 * Speaks a database's protocol up to the first message that a client sends through TLS, keeps that and closes: what a
 * client tells to a server is known, and under which certificate.
 */
export async function tlsServer(options: {
  protocol: keyof typeof PROTOCOLS;
  key: string;
  cert: string;
}) {
  const { greeting, requestLength, accept } = PROTOCOLS[options.protocol];
  const told: string[] = [];
  const server = createServer(socket => {
    socket.on('error', () => {}); // A client that does not trust us leaves rudely.
    if (greeting) socket.write(greeting);
    const upgrade = () => {
      if (socket.read(requestLength) === null) return;
      socket.off('readable', upgrade);
      if (accept) socket.write(accept);
      listen(new TLSSocket(socket, { isServer: true, ...options }), told);
    };
    socket.on('readable', upgrade);
  });
  server.listen(0);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    /** What clients have said through TLS. */
    told,
    async stop() {
      server.close();
      await once(server, 'close');
    },
  };
}

function listen(socket: Socket, told: string[]) {
  socket.on('error', () => {});
  socket.once('data', data => {
    told.push(data.toString('latin1'));
    socket.destroy();
  });
}

function mysqlGreeting(): Buffer {
  // CONNECT_WITH_DB, PROTOCOL_41, SSL, SECURE_CONNECTION, PLUGIN_AUTH
  const capabilities = 0x8 | 0x200 | 0x800 | 0x8000 | 0x80000;
  const text = (value: string) => Buffer.from(`${value}\0`);
  const number = (value: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeUIntLE(value, 0, bytes);
    return buffer;
  };
  const payload = Buffer.concat([
    number(10, 1),
    text('8.4.0'),
    number(1, 4),
    text('12345678'),
    number(capabilities & 0xffff, 2),
    number(45, 1),
    number(2, 2),
    number(capabilities >>> 16, 2),
    number(21, 1),
    Buffer.alloc(10),
    text('abcdefghijkl'),
    text('mysql_native_password'),
  ]);
  return Buffer.concat([number(payload.length, 3), number(0, 1), payload]);
}
