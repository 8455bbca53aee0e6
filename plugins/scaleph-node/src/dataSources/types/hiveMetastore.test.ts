import { once } from 'node:events';
import { AddressInfo, createServer, Server } from 'node:net';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { hiveMetastoreType } from './hiveMetastore';
import { paimonCatalogType } from './paimonCatalog';

/* Thrift's binary protocol by hand; the request and the answer are those of its specification. */
let server: Server | undefined;
let asked = '';
afterEach(() => server?.close());

async function answering(...chunks: Buffer[]) {
  asked = '';
  server = createServer(socket => {
    socket.on('error', () => {});
    socket.once('data', data => {
      asked = data.toString('latin1');
      chunks.forEach(chunk => socket.write(chunk));
      if (chunks.length === 0) socket.end('HTTP/1.1 400\r\n\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    config: {
      metastoreUri: `thrift://127.0.0.1:${
        (server.address() as AddressInfo).port
      }`,
    },
    secrets: {},
    network: NetworkPolicy.allowAll(),
    files: FileRoots.of([]),
    signal: AbortSignal.timeout(5_000),
  };
}

function reply(names: string[]): Buffer {
  const text = (value: string) => {
    const bytes = Buffer.alloc(4 + value.length);
    bytes.writeInt32BE(value.length);
    bytes.write(value, 4);
    return bytes;
  };
  const count = Buffer.alloc(4);
  count.writeInt32BE(names.length);
  return Buffer.concat([
    Buffer.from([0x80, 1, 0, 2]),
    text('get_all_databases'),
    // Sequence, field 0 of type LIST of STRING.
    Buffer.from([0, 0, 0, 0, 15, 0, 0, 11]),
    count,
    ...names.map(text),
    Buffer.from([0]),
  ]);
}

it('counts the databases, however the answer arrives', async () => {
  const bytes = reply(['default', 'sales']);
  const request = await answering(bytes.subarray(0, 30), bytes.subarray(30));
  await expect(hiveMetastoreType.testConnection(request)).resolves.toBe(
    'The Hive metastore answered: 2 databases',
  );
  expect(asked).toContain('get_all_databases');
});

it('says what is none', async () => {
  const request = await answering();
  await expect(hiveMetastoreType.testConnection(request)).rejects.toThrow(
    /did not answer as a metastore without Kerberos does/,
  );
  const network = NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8'] });
  await expect(
    hiveMetastoreType.testConnection({ ...request, network }),
  ).rejects.toThrow(/may not reach/);
});

it('is what a Paimon catalog asks, where it has one', async () => {
  const request = await answering(reply([]));
  const config = { ...request.config, warehouse: '/w', catalogType: 'hive' };
  await expect(
    paimonCatalogType.testConnection({ ...request, config }),
  ).resolves.toBe('The Hive metastore answered: 0 databases');
});
