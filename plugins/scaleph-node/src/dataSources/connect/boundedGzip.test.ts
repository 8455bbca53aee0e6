import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import { gzipSync } from 'node:zlib';
import { boundedGzip } from './boundedGzip';
import { kafkaClient } from './connectKafka';

it('unpacks what it has packed', async () => {
  const gzip = boundedGzip(1_000);
  const packed = await gzip.compress({ buffer: Buffer.from('records') });
  expect((await gzip.decompress(packed)).toString()).toBe('records');
});

it('unpacks no more than it may', async () => {
  const bomb = gzipSync(Buffer.alloc(1_000_000));
  await expect(boundedGzip(1_000).decompress(bomb)).rejects.toThrow(
    'more than 1000 bytes unpacked',
  );
});

it('is what the client of Kafka unpacks with', async () => {
  kafkaClient({
    config: { bootstrapServers: 'kafka:9092' },
    secrets: {},
    extraFiles: {},
    signal: AbortSignal.timeout(1),
  } as unknown as Parameters<typeof kafkaClient>[0]);
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  await expect(
    CompressionCodecs[CompressionTypes.GZIP]().decompress(bomb),
  ).rejects.toThrow('bytes unpacked');
});
