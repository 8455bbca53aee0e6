import type { Consumer, KafkaMessage } from 'kafkajs';

/** Which records of a partition: from `start` on, before `end`. @internal */
export interface RecordRange {
  partition: number;
  start: bigint;
  end: bigint;
}

/** @internal */
export interface ReadRecord {
  partition: number;
  message: KafkaMessage;
}

/** @internal */
export interface ReadRecords {
  records: ReadRecord[];
  /** No more were read, for these have so many bytes. */
  isFull: boolean;
}

/** A broker that has nothing more says so again and again. */
const EMPTY_FETCHES = 5;

/**
 * Records of some partitions, in the order in which they arrive, by a consumer group of their own that commits nothing. Ends with as many as `limit`, with
 * all that were there, with `bytes` of keys and values, or when nothing more comes (markers of transactions take offsets and are no records).
 * @internal
 */
export async function readRecords(options: {
  consumer: Consumer;
  topic: string;
  ranges: RecordRange[];
  limit: number;
  bytes: number;
  signal: AbortSignal;
}): Promise<ReadRecords> {
  const { consumer, topic, ranges, limit, signal } = options;
  const records: ReadRecord[] = [];
  const open = new Map(ranges.map(range => [range.partition, range]));
  let bytes = 0;
  let emptyFetches = 0;
  const isFull = () => bytes >= options.bytes;
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
      consumer.on(consumer.events.FETCH, ({ payload }) => {
        emptyFetches = payload.numberOfBatches ? 0 : emptyFetches + 1;
        if (emptyFetches >= (records.length ? 1 : EMPTY_FETCHES)) resolve();
      });
      consumer
        .run({
          autoCommit: false,
          eachMessage: async ({ partition, message }) => {
            const range = open.get(partition);
            const offset = BigInt(message.offset);
            if (!range || offset < range.start) return;
            if (records.length < limit && !isFull()) {
              records.push({ partition, message });
              bytes += sizeOf(message);
            }
            if (offset + 1n >= range.end) open.delete(partition);
            if (records.length >= limit || isFull() || open.size === 0) {
              resolve();
            }
          },
        })
        .then(() => {
          for (const { partition, start } of ranges) {
            consumer.seek({ topic, partition, offset: String(start) });
          }
        })
        .catch(reject);
    });
    return { records, isFull: isFull() };
  } finally {
    await consumer.disconnect().catch(() => {});
  }
}

function sizeOf({ key, value }: KafkaMessage): number {
  return (key?.length ?? 0) + (value?.length ?? 0);
}
