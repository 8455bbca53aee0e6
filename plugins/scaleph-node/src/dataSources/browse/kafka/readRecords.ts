import type { Consumer, KafkaMessage } from 'kafkajs';

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The first records of some partitions, in the order in which they arrive, by a consumer group of their own that commits nothing. Ends with as many as `limit`, with
 * all that were there, or when nothing more comes (markers of transactions take offsets and are no records).
 * @internal
 */
export async function readRecords(options: {
  consumer: Consumer;
  topic: string;
  partitions: { partition: number; low: string; high: string }[];
  limit: number;
  signal: AbortSignal;
}): Promise<unknown[][]> {
  const { consumer, topic, partitions, limit, signal } = options;
  const rows: unknown[][] = [];
  const ends = new Map(partitions.map(it => [it.partition, BigInt(it.high)]));
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), {
        once: true,
      });
      consumer.on(consumer.events.CRASH, ({ payload }) =>
        reject(payload.error),
      );
      const settle = () => {
        if (rows.length >= limit || ends.size === 0) resolve();
      };
      // An empty fetch at the end of a partition: what is left of it are markers.
      consumer.on(consumer.events.FETCH, ({ payload }) => {
        if (payload.numberOfBatches === 0 && rows.length > 0) resolve();
      });
      consumer
        .run({
          autoCommit: false,
          eachMessage: async ({ partition, message }) => {
            const end = ends.get(partition);
            if (end === undefined || rows.length >= limit) return;
            if (BigInt(message.offset) + 1n >= end) ends.delete(partition);
            rows.push(toRow(partition, message));
            settle();
          },
        })
        .catch(reject);
    });
    return rows;
  } finally {
    await consumer.disconnect().catch(() => {});
  }
}

function toRow(partition: number, message: KafkaMessage): unknown[] {
  const { offset, timestamp, key, value, headers = {} } = message;
  const shown = Object.entries(headers).map(([name, content]) => [
    name,
    Array.isArray(content)
      ? content.map(it => toText(Buffer.from(it)))
      : toText(content === undefined ? null : Buffer.from(content)),
  ]);
  return [
    partition,
    fit(offset),
    new Date(Number(timestamp)).toISOString(),
    toText(key),
    toText(value),
    JSON.stringify(Object.fromEntries(shown)),
  ];
}

function fit(offset: string): number | string {
  const number = Number(offset);
  return Number.isSafeInteger(number) ? number : offset;
}

/** Text where it is some, else hexadecimal. */
function toText(bytes: Buffer | null): string | null {
  if (bytes === null) return null;
  try {
    return decoder.decode(bytes);
  } catch {
    return `0x${bytes.toString('hex')}`;
  }
}
