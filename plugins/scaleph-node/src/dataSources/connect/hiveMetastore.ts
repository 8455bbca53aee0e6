import { DataSourceConnection } from '../DataSourceConnection';
import { checkedSocket } from './checkedSocket';
import { ConnectionError } from './ConnectionError';
import { describeNetworkError } from './describeNetworkError';
import { resolveServer } from './resolveServer';

const ANSWER_BYTES = 1024 * 1024;
const [STRING, LIST, REPLY] = [11, 15, 2];

/** Asks a Hive metastore for the names of its databases, in Thrift's binary protocol. Throws ConnectionError. @internal */
export async function hiveDatabases(
  {
    network,
    signal,
  }: Pick<DataSourceConnection, 'network'> & { signal: AbortSignal },
  uri: string,
): Promise<string[]> {
  const { hostname, port } = new URL(uri.replace(/^thrift:/, 'http:'));
  const host = hostname.replace(/^\[|\]$/g, '');
  const server = `Hive metastore at ${hostname}:${port || 9083}`;
  const checked = await resolveServer(network, host, signal);
  const socket = checkedSocket(checked, Number(port || 9083), signal);
  try {
    socket.connect(Number(port || 9083), checked.name);
    socket.setTimeout(8_000, () =>
      socket.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })),
    );
    socket.write(call('get_all_databases'));
    let answer = Buffer.alloc(0);
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      answer = Buffer.concat([answer, chunk]);
      const names = parse(answer);
      if (names) return names;
      if (answer.length > ANSWER_BYTES) break;
    }
    throw new Error('what it said is no answer of a metastore');
  } catch (error) {
    const attempt = { server, host, timeoutMs: 8_000, signal };
    throw (
      describeNetworkError(error, attempt) ??
      new ConnectionError(
        'other',
        `${server} took the connection and did not answer as a metastore without Kerberos does: check the port, and whether it wants SASL`,
      )
    );
  } finally {
    socket.destroy();
  }
}

function call(name: string): Buffer {
  const bytes = Buffer.alloc(13 + name.length);
  bytes.writeUInt32BE(0x80010001, 0);
  bytes.writeUInt32BE(name.length, 4);
  bytes.write(name, 8, 'latin1');
  // Sequence number 0, and the end of an empty list of arguments.
  return bytes;
}

/** The list of field 0; undefined until it is whole. Throws for what is none. */
function parse(bytes: Buffer): string[] | undefined {
  try {
    if (bytes.readUInt16BE(0) !== 0x8001) throw new TypeError('no Thrift');
    if (bytes.readUInt8(3) !== REPLY) throw new TypeError('an exception');
    let at = 4;
    at += 4 + bytes.readUInt32BE(at) + 4;
    if (bytes.readUInt8(at) !== LIST) throw new TypeError('no list');
    at += 3;
    if (bytes.readUInt8(at) !== STRING) throw new TypeError('no names');
    const count = bytes.readUInt32BE(at + 1);
    at += 5;
    const names: string[] = [];
    for (let each = 0; each < count; each++) {
      const length = bytes.readUInt32BE(at);
      if (at + 4 + length > bytes.length) return undefined;
      names.push(bytes.toString('utf8', at + 4, at + 4 + length));
      at += 4 + length;
    }
    return names;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
