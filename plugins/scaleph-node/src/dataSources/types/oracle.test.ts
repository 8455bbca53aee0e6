import { once } from 'node:events';
import { AddressInfo, createServer, Server } from 'node:net';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { oracleType } from './oracle';

jest.setTimeout(30_000);

/*
 * No registry has an Oracle Database; these are a listener's refusal and redirection, by hand.
 */
let server: Server | undefined;
afterEach(() => server?.close());

/** A packet of Oracle Net. */
function packet(type: number, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(8 + body.length, 0);
  head[4] = type;
  return Buffer.concat([head, body]);
}
const withLength = (text: string) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length);
  return Buffer.concat([length, Buffer.from(text)]);
};

async function answering(bytes: Buffer) {
  server = createServer(socket => {
    socket.on('error', () => {});
    socket.once('data', () => socket.write(bytes));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    config: {
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      service: 'FREEPDB1',
      user: 'etl',
    },
    secrets: { password: 'hunter2-hunter2' },
    network: NetworkPolicy.allowAll(),
    files: FileRoots.of([]),
    signal: AbortSignal.timeout(10_000),
  };
}

it('says that the listener knows no such service', async () => {
  const reason = withLength(
    '(DESCRIPTION=(TMP=)(VSNNUM=0)(ERR=12514)(ERROR_STACK=(ERROR=(CODE=12514)(EMFI=4))))',
  );
  const refuse = packet(4, Buffer.concat([Buffer.from([34, 0]), reason]));
  const request = await answering(refuse);
  await expect(oracleType.testConnection(request)).rejects.toThrow(
    /knows no service "FREEPDB1"/,
  );
});

it('does not go where a listener sends it', async () => {
  let elsewhere = 0;
  const other = createServer(() => {
    elsewhere += 1;
  });
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const target = `(ADDRESS=(PROTOCOL=tcp)(HOST=127.0.0.1)(PORT=${port}))`;
  const request = await answering(packet(5, withLength(target)));
  await expect(oracleType.testConnection(request)).rejects.toThrow(
    /sends its clients to another address, which is not followed/,
  );
  expect(elsewhere).toBe(0);
  other.close();
});

it('says that nothing listens, and what may not be reached', async () => {
  const request = await answering(Buffer.alloc(0));
  const config = { ...request.config, port: 1 };
  await expect(
    oracleType.testConnection({ ...request, config }),
  ).rejects.toThrow(/refused the connection/);
  const network = NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8'] });
  await expect(
    oracleType.testConnection({ ...request, network }),
  ).rejects.toThrow(/may not reach/);
});
