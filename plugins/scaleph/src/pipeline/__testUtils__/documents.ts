import {
  builtInConnectors,
  parsePipeline,
} from '@scaleph/backstage-plugin-scaleph-common';
import type {
  ConnectorInfo,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';

/** The connectors of this release. */
export const connectors: ConnectorInfo[] = [...builtInConnectors];

/** read → usa → write: a file, a query, a table. */
export const airportsYaml = `apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata:
  name: airports
  title: Airports by state
  owner: group:default/data
spec:
  type: seatunnel
  mode: batch
  nodes:
    - id: read
      kind: source
      connector: LocalFile
      dataSource: files
      options:
        path: airports.csv
        file_format_type: csv
    - id: usa
      kind: transform
      connector: Sql
      options:
        query: select state, count(*) as n from read group by state
    - id: write
      kind: sink
      connector: Jdbc
      dataSource: warehouse
      options:
        table: airports_by_state
  edges:
    - from: read
      to: usa
    - from: usa
      to: write
`;

/** Parses a text that is known to be a document. */
export function documentOf(yaml: string): PipelineDocument {
  const { document, problems } = parsePipeline(yaml);
  if (!document) {
    throw new Error(problems.map(it => it.message).join('\n'));
  }
  return document;
}

/** A fresh copy of read → usa → write. */
export function airports(): PipelineDocument {
  return documentOf(airportsYaml);
}
