// The same graph for both pages: columns of 20 nodes, each fed by the one at its left.
const ROWS = 20;

/** Returns `{ nodes: [{ id, x, y }], edges: [{ from, to }] }`. */
export function stressGraph(count) {
  const ids = Array.from({ length: count }, (_, index) => `n${index}`);
  return {
    nodes: ids.map((id, index) => ({
      id,
      x: Math.floor(index / ROWS) * 330,
      y: (index % ROWS) * 130,
    })),
    edges: ids.slice(ROWS).map((to, index) => ({ from: ids[index], to })),
  };
}

/** The graph as the document of a pipeline. */
export function stressPipeline(name, count) {
  const { nodes, edges } = stressGraph(count);
  const isFed = new Set(edges.map(({ to }) => to));
  const from = new Map(edges.map(edge => [edge.to, edge.from]));
  return {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name, owner: 'group:default/data' },
    spec: {
      type: 'seatunnel',
      nodes: nodes.map(({ id }) =>
        isFed.has(id)
          ? {
              id,
              kind: 'transform',
              connector: 'Sql',
              options: { query: `SELECT * FROM ${from.get(id)}` },
            }
          : {
              id,
              kind: 'source',
              connector: 'FakeSource',
              options: {
                schema: { fields: { id: 'int', name: 'string' } },
                'row.num': 10,
              },
            },
      ),
      edges,
      layout: Object.fromEntries(nodes.map(({ id, x, y }) => [id, [x, y]])),
    },
  };
}
