import { once } from 'node:events';
import { AddressInfo, createServer, Server, Socket } from 'node:net';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { checkedSocket } from './checkedSocket';
import { ReceiveLimit } from './ReceiveLimit';

const MEGABYTE = 1024 * 1024;

let server: Server;
const sockets = new Set<Socket>();
afterEach(() => {
  sockets.forEach(socket => socket.destroy());
  server.close();
});

/** Sends so much to everybody. */
async function sending(bytes: number) {
  server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.end(Buffer.alloc(bytes));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function read(port: number, received: ReceiveLimit) {
  const host = await NetworkPolicy.allowAll().resolveAll('127.0.0.1');
  const socket = checkedSocket(host, port, undefined, received);
  socket.connect(port, '127.0.0.1');
  let bytes = 0;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // As a driver that takes its time.
    await new Promise(resolve => {
      setImmediate(resolve);
    });
  }
  return bytes;
}

it('lets through what is little', async () => {
  const received = new ReceiveLimit(2 * MEGABYTE);
  const port = await sending(MEGABYTE);
  await expect(read(port, received)).resolves.toBe(MEGABYTE);
  expect(received.isExceeded).toBe(false);
});

it('ends a connection over which too much arrives', async () => {
  const received = new ReceiveLimit(MEGABYTE);
  const port = await sending(200 * MEGABYTE);
  await expect(read(port, received)).rejects.toThrow(
    'More than 1048576 bytes were on their way',
  );
  expect(received.isExceeded).toBe(true);
  expect(received.bytes).toBeLessThan(200 * MEGABYTE);
});

it('counts all connections of a look together', async () => {
  const received = new ReceiveLimit(3 * MEGABYTE);
  received.add(2 * MEGABYTE);
  expect(() => received.add(2 * MEGABYTE)).toThrow(/on their way/);
});
