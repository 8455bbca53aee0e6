import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';

/**
 * What of a document decides which fields flow where: two documents with the
 * same key have the same fields. Places, titles and comments do not count.
 *
 * @internal
 */
export function fieldsKey({ spec }: PipelineDocument): string {
  const nodes = spec.nodes
    .map(({ id, kind, connector, dataSource, options }) => ({
      id,
      kind,
      connector,
      dataSource,
      options,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const edges = spec.edges.map(({ from, to }) => `${from} ${to}`).sort();
  return JSON.stringify([spec.type, spec.parameters, nodes, edges]);
}

/**
 * The same of what lies above a node and of itself: while it is the same, the
 * rows that leave the node are.
 *
 * @internal
 */
export function previewKey(document: PipelineDocument, node: string): string {
  const { spec } = document;
  const above = new Set([node]);
  for (const id of above) {
    // Nodes that are added while this runs are visited, too.
    spec.edges.filter(it => it.to === id).forEach(it => above.add(it.from));
  }
  return fieldsKey({
    ...document,
    spec: {
      ...spec,
      nodes: spec.nodes.filter(it => above.has(it.id)),
      edges: spec.edges.filter(it => above.has(it.from) && above.has(it.to)),
    },
  });
}
