import {
  DataSourceObject,
  SampleRows,
} from '@scaleph/backstage-plugin-scaleph-common';
import { randomUUID } from 'node:crypto';
import type { Admin, Kafka } from 'kafkajs';
import { withKafkaAdmin } from '../connect/connectKafka';
import { BrowseRowsRequest, DataSourceBrowser } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { readRecords, RecordRange } from './kafka/readRecords';
import { RECORD_COLUMNS, recordRow, SCHEMA_COLUMN } from './kafka/recordRow';
import { RegisteredValues } from './kafka/registeredValues';
import { limitObjects } from './limitObjects';
import { SAMPLE_BYTES } from './sampleColumns';
import { unknownObject } from './unknownObject';

/** Records that are read to find the newest among those of all partitions. */
const LAST_RECORDS = 1_000;

/** Topics, their partitions, and the oldest or the newest of the records that are still there. @internal */
export const kafkaBrowser: DataSourceBrowser = {
  levels: ['topic', 'partition'],
  async objects(connection, request) {
    const { path, signal } = request;
    if (path.length > 1) throw unknownObject(path);
    return withKafkaAdmin({ ...connection, signal }, async admin => {
      if (path.length === 0) {
        const items = (await admin.listTopics()).sort().map(toTopic);
        return limitObjects({ items, truncated: false }, request);
      }
      const offsets = await offsetsOf(admin, path);
      const items = offsets.map(
        ({ partition, low, high }): DataSourceObject => ({
          kind: 'partition',
          name: String(partition),
          rows: Number(BigInt(high) - BigInt(low)),
          hasChildren: false,
          hasRows: true,
          hasLast: true,
        }),
      );
      return limitObjects({ items, truncated: false }, request);
    });
  },
  async rows(connection, request) {
    const { path, signal } = request;
    if (path.length < 1 || path.length > 2) throw unknownObject(path);
    return withKafkaAdmin({ ...connection, signal }, (admin, kafka) =>
      sample(admin, kafka, connection, request),
    );
  },
};

function toTopic(name: string): DataSourceObject {
  return {
    kind: 'topic',
    name,
    hasChildren: true,
    hasRows: true,
    hasLast: true,
  };
}

async function offsetsOf(admin: Admin, path: readonly string[]) {
  const [topic] = path;
  // Asking for a topic that is not there would make it on some clusters.
  const topics = await admin.listTopics();
  if (!topics.includes(topic)) throw unknownObject(path);
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets.sort((a, b) => a.partition - b.partition);
}

async function sample(
  admin: Admin,
  kafka: Kafka,
  connection: DataSourceConnection,
  { path, limit, from, signal }: BrowseRowsRequest,
): Promise<SampleRows> {
  const [topic, partition] = path;
  const all = await offsetsOf(admin, [topic]);
  const wanted =
    partition === undefined
      ? all
      : all.filter(it => String(it.partition) === partition);
  if (wanted.length === 0) throw unknownObject(path);
  const filled = wanted
    .map(it => ({
      partition: it.partition,
      start: BigInt(it.low),
      end: BigInt(it.high),
    }))
    .filter(({ start, end }) => end > start);
  const total = countOf(filled);
  const ranges = from === 'last' ? filled.map(lastOf(limit)) : filled;
  const count = countOf(ranges);
  const most = from === 'last' ? LAST_RECORDS : limit;
  const { records, isFull } = ranges.length
    ? await readRecords({
        // Nothing is committed for this group, so nothing of it stays but its name, which Kafka forgets.
        consumer: kafka.consumer({
          groupId: `scaleph-sample-${randomUUID()}`,
          allowAutoTopicCreation: false,
          maxWaitTimeInMs: 200,
          maxBytes: SAMPLE_BYTES,
          // The first group of all takes a cluster a moment.
          retry: { initialRetryTime: 200, retries: 8 },
        }),
        topic,
        ranges,
        limit: Number(count < BigInt(most) ? count : BigInt(most)),
        bytes: SAMPLE_BYTES,
        signal,
      })
    : { records: [], isFull: false };
  if (from === 'last') records.sort(newestFirst);
  const registered = new RegisteredValues({ ...connection, signal });
  const rows: unknown[][] = [];
  for (const record of records.slice(0, limit)) {
    rows.push(await recordRow(record, registered));
  }
  const hasSchemas = rows.some(row => row[RECORD_COLUMNS.length] !== null);
  return {
    columns: hasSchemas ? [...RECORD_COLUMNS, SCHEMA_COLUMN] : RECORD_COLUMNS,
    rows: hasSchemas ? rows : rows.map(row => row.slice(0, -1)),
    truncated: total > BigInt(rows.length),
    ...(isFull && { cut: { columns: [], bytes: SAMPLE_BYTES } }),
  };
}

function lastOf(limit: number) {
  return (range: RecordRange, _: number, all: RecordRange[]): RecordRange => {
    const each = Math.max(1, Math.min(limit, LAST_RECORDS / all.length));
    const from = range.end - BigInt(Math.floor(each));
    return { ...range, start: from > range.start ? from : range.start };
  };
}

function newestFirst(
  a: { message: { timestamp: string; offset: string } },
  b: { message: { timestamp: string; offset: string } },
): number {
  return (
    Number(b.message.timestamp) - Number(a.message.timestamp) ||
    Number(BigInt(b.message.offset) - BigInt(a.message.offset))
  );
}

function countOf(ranges: RecordRange[]): bigint {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0n);
}
