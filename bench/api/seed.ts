// Fills a database of the Scaleph plugin: pipelines and runs as the API would have made them, inserted in bulk.
import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import knexFactory, { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { migrationsDirectory } from '../../plugins/scaleph-backend/src/database/createDatabase';
import { toDraftColumns } from '../../plugins/scaleph-backend/src/pipelines/pipelineRows';

interface SeedOptions {
  /** Of knex. */
  database: Knex.Config;
  pipelines: number;
  runs: number;
}

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const TAGS = ['demo', 'finance', 'sales', 'logistics', 'ml'];

async function seed(options: SeedOptions): Promise<void> {
  const knex = knexFactory(options.database);
  try {
    await knex.migrate.latest({ directory: migrationsDirectory() });
    const pipelines = Array.from({ length: options.pipelines }, (_, index) =>
      toPipeline(index),
    );
    const runs = Array.from({ length: options.runs }, (_, index) =>
      toRun(index, pipelines[index % pipelines.length]),
    );
    runs.forEach((run, index) => {
      pipelines[index % pipelines.length].row.last_run_id = run.id;
    });
    await knex.transaction(async tx => {
      await tx.batchInsert(
        'pipelines',
        pipelines.map(({ row }) => row),
        200,
      );
      await tx.batchInsert(
        'pipeline_versions',
        pipelines.map(({ row }) => ({
          pipeline_id: row.id,
          version: 1,
          created_at: row.created_at,
          created_by: row.created_by,
          document: row.document,
        })),
        200,
      );
      await tx.batchInsert(
        'pipeline_tags',
        pipelines.map(({ row, tag }) => ({ pipeline_id: row.id, tag })),
        500,
      );
      await tx.batchInsert('runs', runs, 200);
    });
    // As autovacuum does in time.
    await knex.raw(
      options.database.client === 'pg' ? 'vacuum analyze' : 'analyze',
    );
  } finally {
    await knex.destroy();
  }
}

function toPipeline(index: number) {
  const tag = TAGS[index % TAGS.length];
  const document = {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: {
      name: `pipeline-${String(index).padStart(5, '0')}`,
      title: `Pipeline number ${index} of ${tag}`,
      owner: `group:default/team-${index % 40}`,
      system: `system:default/system-${index % 100}`,
      tags: [tag],
    },
    spec: {
      type: 'seatunnel',
      mode: 'batch',
      nodes: [
        {
          id: 'read',
          kind: 'source',
          connector: 'FakeSource',
          options: {
            'row.num': 100,
            schema: { fields: { id: 'int', state: 'string' } },
          },
        },
        {
          id: 'counted',
          kind: 'transform',
          connector: 'Sql',
          options: {
            query: 'select state, count(*) as n from read group by state',
          },
        },
        { id: 'print', kind: 'sink', connector: 'Console' },
      ],
      edges: [
        { from: 'read', to: 'counted' },
        { from: 'counted', to: 'print' },
      ],
    },
  } as PipelineDocument;
  const at = new Date(START + index * MINUTE).toISOString();
  const row = {
    id: randomUUID(),
    name: document.metadata.name,
    ...toDraftColumns(document),
    data_sources: '[]',
    published_version: 1,
    has_unpublished_changes: false,
    problem_count: 0,
    last_run_id: null as string | null,
    revision: 2,
    created_at: at,
    created_by: 'user:default/guest',
    updated_at: at,
    updated_by: 'user:default/guest',
  };
  return { row, tag };
}

function toRun(index: number, pipeline: ReturnType<typeof toPipeline>) {
  const { name, owner, document } = pipeline.row;
  const at = (seconds: number) =>
    new Date(START + index * MINUTE + seconds * 1000).toISOString();
  const failed = index % 20 === 0;
  const node = (id: string, rowsIn: number, rowsOut: number) => ({
    node: id,
    state: 'finished',
    rowsIn,
    rowsOut,
  });
  return {
    id: randomUUID(),
    pipeline: name,
    version: 1,
    target: 'embedded',
    engine: 'embedded',
    state: failed ? 'FAILED' : 'FINISHED',
    desired: 'running',
    reason: failed ? 'Node "read": the file does not exist' : null,
    owner,
    created_at: at(0),
    created_by: 'user:default/guest',
    started_at: at(1),
    ended_at: at(5),
    rows_read: 100,
    rows_written: 50,
    revision: 5,
    active: false,
    supervised: false,
    notified: true,
    nodes: JSON.stringify([
      node('read', 0, 100),
      node('counted', 100, 50),
      node('print', 50, 50),
    ]),
    outputs: JSON.stringify([
      { node: 'print', kind: 'console', location: 'log', rows: 50 },
    ]),
    parameters: '{}',
    document,
    plan: '{}',
  };
}

seed(JSON.parse(process.argv[2]) as SeedOptions).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
