import { hasGraph } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  Mode,
  PipelineDocument,
  PipelineType,
} from '@scaleph/backstage-plugin-scaleph-common';

/** Types that a new pipeline can have here, the most used first. @internal */
export const PIPELINE_TYPES = [
  'seatunnel',
  'flink-sql',
  'flink-cdc',
  'flink-jar',
] as const;

/** @internal */
export const MODES: readonly Mode[] = ['batch', 'streaming'];

/** How most pipelines of a type run. @internal */
export function usualMode(type: PipelineType): Mode {
  return hasGraph(type) ? 'batch' : 'streaming';
}

const SQL = `-- Rows made up by the datagen connector, counted by the second.
CREATE TABLE clicks (
  user_id INT,
  clicked_at AS PROCTIME()
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '10',
  'fields.user_id.min' = '1',
  'fields.user_id.max' = '5'
);

CREATE TABLE clicks_by_user (
  user_id INT,
  clicks BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO clicks_by_user
SELECT user_id, COUNT(*) FROM clicks GROUP BY user_id;
`;

const CDC = `source:
  type: mysql
  hostname: \${data-source.NAME.host}
  port: \${data-source.NAME.port}
  username: \${data-source.NAME.username}
  password: \${data-source.NAME.password}
  tables: shop.\\.*
  server-id: 5400-5404

sink:
  type: values
  name: Values

pipeline:
  name: Sync of shop
  parallelism: 1
`;

/** What a new pipeline of a type starts with: something that shows how it goes. @internal */
export function firstSpec(
  type: PipelineType,
  mode: Mode,
): PipelineDocument['spec'] {
  const spec = { type, mode, nodes: [], edges: [] };
  switch (type) {
    case 'flink-sql':
      return { ...spec, sql: { script: SQL } };
    case 'flink-cdc':
      return { ...spec, cdc: { definition: CDC } };
    default:
      return spec;
  }
}

/** A problem whose line counts within a text of the document, not in the document's own text. @internal */
export function isInnerPointer(pointer: string): boolean {
  return /^\/spec\/(sql\/script|cdc\/definition)(\/|$)/.test(pointer);
}
