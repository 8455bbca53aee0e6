/** A pipeline that needs no data source: three rows of a FakeSource to the console. */
export function pipelineDocument(
  name: string,
  options: { owner?: string; query?: string; metadata?: object } = {},
) {
  return {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: {
      name,
      owner: options.owner ?? 'group:default/data',
      ...options.metadata,
    },
    spec: {
      type: 'seatunnel',
      mode: 'batch',
      nodes: [
        {
          id: 'read',
          kind: 'source',
          connector: 'FakeSource',
          options: { 'row.num': 3, schema: { fields: { id: 'int' } } },
        },
        {
          id: 'all',
          kind: 'transform',
          connector: 'Sql',
          options: { query: options.query ?? 'select * from read' },
        },
        { id: 'print', kind: 'sink', connector: 'Console' },
      ],
      edges: [
        { from: 'read', to: 'all' },
        { from: 'all', to: 'print' },
      ],
    },
  };
}
