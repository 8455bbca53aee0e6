import { PipelineDocument } from '../types';

/** The pipeline of the architecture document, as its owner would write it. Shared by tests. @internal */
export const AIRPORTS_YAML = `apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata:
  name: airports-by-state
  title: Airports by state
  owner: group:default/data
  system: geo
  tags: [demo]
spec:
  type: seatunnel
  env: { parallelism: 2 }
  nodes:
    - { id: read, kind: source, connector: LocalFile, dataSource: files, options: { path: airports.csv, file_format_type: csv } }
    - { id: usa, kind: transform, connector: Sql, options: { query: "select state, count(*) n from read group by state" } }
    - { id: write, kind: sink, connector: Jdbc, dataSource: "resource:default/warehouse", options: { table: airports_by_state } }
  edges: [{ from: read, to: usa }, { from: usa, to: write }]
  layout: { read: [0, 0] }
`;

/** The same, read. @internal */
export const AIRPORTS: PipelineDocument = {
  apiVersion: 'scaleph.io/v1alpha1',
  kind: 'Pipeline',
  metadata: {
    name: 'airports-by-state',
    title: 'Airports by state',
    owner: 'group:default/data',
    system: 'system:default/geo',
    tags: ['demo'],
  },
  spec: {
    type: 'seatunnel',
    mode: 'batch',
    env: { parallelism: 2 },
    nodes: [
      {
        id: 'read',
        kind: 'source',
        connector: 'LocalFile',
        dataSource: 'files',
        options: { path: 'airports.csv', file_format_type: 'csv' },
      },
      {
        id: 'usa',
        kind: 'transform',
        connector: 'Sql',
        options: { query: 'select state, count(*) n from read group by state' },
      },
      {
        id: 'write',
        kind: 'sink',
        connector: 'Jdbc',
        dataSource: 'resource:default/warehouse',
        options: { table: 'airports_by_state' },
      },
    ],
    edges: [
      { from: 'read', to: 'usa' },
      { from: 'usa', to: 'write' },
    ],
    layout: { read: [0, 0] },
  },
};
