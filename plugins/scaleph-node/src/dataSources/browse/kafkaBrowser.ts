import {
  DataSourceObject,
  SampleRows,
} from '@scaleph/backstage-plugin-scaleph-common';
import { randomUUID } from 'node:crypto';
import type { Admin, Kafka } from 'kafkajs';
import { withKafkaAdmin } from '../connect/connectKafka';
import { DataSourceBrowser } from '../DataSourceBrowser';
import { limitObjects } from './limitObjects';
import { readRecords } from './readRecords';
import { unknownObject } from './unknownObject';

/** Topics, their partitions, and the first records that are still there. @internal */
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
        }),
      );
      return limitObjects({ items, truncated: false }, request);
    });
  },
  async rows(connection, { path, limit, signal }) {
    const [topic, partition, ...rest] = path;
    if (topic === undefined || rest.length) throw unknownObject(path);
    return withKafkaAdmin({ ...connection, signal }, (admin, kafka) =>
      sample({ admin, kafka, topic, partition, limit, signal }),
    );
  },
};

function toTopic(name: string): DataSourceObject {
  return { kind: 'topic', name, hasChildren: true, hasRows: true };
}

async function offsetsOf(admin: Admin, path: readonly string[]) {
  const [topic] = path;
  // Asking for a topic that is not there would make it on some clusters.
  const topics = await admin.listTopics();
  if (!topics.includes(topic)) throw unknownObject(path);
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets.sort((a, b) => a.partition - b.partition);
}

async function sample(request: {
  admin: Admin;
  kafka: Kafka;
  topic: string;
  partition: string | undefined;
  limit: number;
  signal: AbortSignal;
}): Promise<SampleRows> {
  const { admin, kafka, topic, partition, limit, signal } = request;
  const all = await offsetsOf(admin, [topic]);
  const wanted =
    partition === undefined
      ? all
      : all.filter(it => String(it.partition) === partition);
  if (wanted.length === 0) throw unknownObject([topic, partition ?? '']);
  const filled = wanted.filter(({ low, high }) => BigInt(high) > BigInt(low));
  const total = filled.reduce(
    (sum, { low, high }) => sum + BigInt(high) - BigInt(low),
    0n,
  );
  // Nothing is committed for this group, so nothing of it stays but its name, which Kafka forgets.
  const rows = filled.length
    ? await readRecords({
        consumer: kafka.consumer({
          groupId: `scaleph-sample-${randomUUID()}`,
          allowAutoTopicCreation: false,
          maxWaitTimeInMs: 200,
          // The first group of all takes a cluster a moment.
          retry: { initialRetryTime: 200, retries: 8 },
        }),
        topic,
        partitions: filled,
        limit: Number(total < BigInt(limit) ? total : BigInt(limit)),
        signal,
      })
    : [];
  return {
    columns: [
      { name: 'partition', type: 'INT' },
      { name: 'offset', type: 'BIGINT' },
      { name: 'timestamp', type: 'TIMESTAMP' },
      { name: 'key', type: 'BYTES' },
      { name: 'value', type: 'BYTES' },
      { name: 'headers', type: 'MAP' },
    ],
    rows,
    truncated: total > BigInt(rows.length),
  };
}
