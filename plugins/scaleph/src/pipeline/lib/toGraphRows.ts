import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';

/** One row of the table view of the graph. @internal */
export interface GraphRow {
  id: string;
  inputs: string[];
  outputs: string[];
}

/** The graph as rows, in the order in which rows of data flow. @internal */
export function toGraphRows(document: PipelineDocument): GraphRow[] {
  const { nodes, edges } = document.spec;
  const rows = nodes.map(({ id }) => ({
    id,
    inputs: edges.filter(e => e.to === id).map(e => e.from),
    outputs: edges.filter(e => e.from === id).map(e => e.to),
  }));
  const depth = new Map<string, number>();
  const measure = (id: string, seen: Set<string>): number => {
    const known = depth.get(id);
    if (known !== undefined || seen.has(id)) {
      return known ?? 0;
    }
    const inputs = rows.find(row => row.id === id)?.inputs ?? [];
    const below = new Set([...seen, id]);
    const result = Math.max(-1, ...inputs.map(it => measure(it, below))) + 1;
    depth.set(id, result);
    return result;
  };
  return [...rows].sort(
    (a, b) => measure(a.id, new Set()) - measure(b.id, new Set()),
  );
}
