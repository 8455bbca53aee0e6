/** Rows that the pipeline writes. */
export const SLOW_PIPELINE_ROWS = 1_000;

/**
 * A pipeline that computes for some seconds and then adds a file of
 * SLOW_PIPELINE_ROWS rows to the directory `out` of the data source `files`.
 * Were it to run twice, there would be twice as many.
 *
 * @param pairs - roughly the work, in thousands of millions of row pairs
 */
export function slowPipeline(name: string, pairs: number) {
  const rows = Math.round(Math.sqrt(pairs * 1e9));
  return {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name, owner: 'group:default/data' },
    spec: {
      type: 'seatunnel',
      mode: 'batch',
      nodes: [
        source('read', SLOW_PIPELINE_ROWS),
        source('many', rows),
        {
          id: 'slow',
          kind: 'transform',
          connector: 'Sql',
          options: {
            query:
              'select read.id from read, (select count(*) as n from many a, many b where a.id + b.id <> 42) work where work.n > 0',
          },
        },
        {
          id: 'write',
          kind: 'sink',
          connector: 'LocalFile',
          dataSource: 'files',
          options: {
            path: 'out',
            file_format_type: 'csv',
            data_save_mode: 'APPEND_DATA',
          },
        },
      ],
      edges: [
        { from: 'read', to: 'slow' },
        { from: 'many', to: 'slow' },
        { from: 'slow', to: 'write' },
      ],
    },
  };
}

function source(id: string, rows: number) {
  return {
    id,
    kind: 'source',
    connector: 'FakeSource',
    options: { 'row.num': rows, schema: { fields: { id: 'bigint' } } },
  };
}
