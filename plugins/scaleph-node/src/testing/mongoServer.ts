import { BSON, Document } from 'mongodb';
import { once } from 'node:events';
import { AddressInfo, createServer, Socket } from 'node:net';

const [OP_REPLY, OP_QUERY, OP_MSG] = [1, 2004, 2013];

/**
 * Speaks MongoDB's wire protocol (OP_MSG, and OP_QUERY of the first hello) by hand from its specification; `answer` gets each command. It stands in for a
 * server, of which no registry has a small binary.
 */
export async function mongoServer(answer: (command: Document) => Document) {
  const commands: Document[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    let bytes = Buffer.alloc(0);
    socket.on('data', chunk => {
      bytes = Buffer.concat([bytes, chunk]);
      while (bytes.length >= 16 && bytes.length >= bytes.readInt32LE(0)) {
        const message = bytes.subarray(0, bytes.readInt32LE(0));
        bytes = bytes.subarray(message.length);
        socket.write(reply(message));
      }
    });
  });

  function reply(message: Buffer): Buffer {
    const id = message.readInt32LE(4);
    const isQuery = message.readInt32LE(12) === OP_QUERY;
    // Flags, name of the collection, two numbers; or flags and the kind of a section.
    const at = isQuery ? message.indexOf(0, 20) + 9 : 21;
    const command = BSON.deserialize(
      message.subarray(at, at + message.readInt32LE(at)),
    );
    commands.push(command);
    const document = Buffer.from(BSON.serialize(answerTo(command)));
    const body = isQuery
      ? Buffer.concat([Buffer.alloc(16), Buffer.from([1, 0, 0, 0]), document])
      : Buffer.concat([Buffer.alloc(5), document]);
    const head = Buffer.alloc(16);
    head.writeInt32LE(16 + body.length, 0);
    head.writeInt32LE(1, 4);
    head.writeInt32LE(id, 8);
    head.writeInt32LE(isQuery ? OP_REPLY : OP_MSG, 12);
    return Buffer.concat([head, body]);
  }

  function answerTo(command: Document): Document {
    if (command.hello || command.ismaster || command.isMaster) {
      return {
        ...{ ok: 1, helloOk: true, isWritablePrimary: true, ismaster: true },
        ...{
          minWireVersion: 0,
          maxWireVersion: 21,
          maxBsonObjectSize: 16777216,
        },
        ...{ maxMessageSizeBytes: 48000000, maxWriteBatchSize: 100000 },
        // A member that must never be asked.
        ...{
          setName: 'rs',
          hosts: ['169.254.169.254:27017'],
          me: '127.0.0.1:1',
        },
        localTime: new Date(),
      };
    }
    return command.endSessions ? { ok: 1 } : answer(command);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    commands,
    stop: async () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
