import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import type { Places } from './layoutPipeline';

/** One row of the table view of the graph. @internal */
export interface GraphRow {
  id: string;
  inputs: string[];
  outputs: string[];
  /** Nodes on the longest way from a source; nodes of one depth stand in one column of the canvas. */
  depth: number;
}

/**
 * The graph as rows, in the order in which rows of data flow; nodes of one
 * depth as they stand on the canvas, from top to bottom.
 *
 * @internal
 */
export function toGraphRows(
  document: PipelineDocument,
  places: Places = {},
): GraphRow[] {
  const { nodes, edges } = document.spec;
  const rows = new Map<string, GraphRow>();
  for (const { id } of nodes) {
    rows.set(id, { id, inputs: [], outputs: [], depth: -1 });
  }
  for (const { from, to } of edges) {
    rows.get(to)?.inputs.push(from);
    rows.get(from)?.outputs.push(to);
  }
  const measure = (row: GraphRow, below: ReadonlySet<string>): number => {
    if (row.depth < 0 && !below.has(row.id)) {
      const inner = new Set([...below, row.id]);
      const inputs = row.inputs.flatMap(id => rows.get(id) ?? []);
      row.depth = Math.max(-1, ...inputs.map(it => measure(it, inner))) + 1;
    }
    return Math.max(0, row.depth);
  };
  for (const row of rows.values()) {
    measure(row, new Set());
  }
  const top = (id: string) => places[id]?.[1] ?? 0;
  return [...rows.values()].sort(
    (a, b) => a.depth - b.depth || top(a.id) - top(b.id),
  );
}

/**
 * Places of a node and of the one above or below it of the same depth,
 * exchanged; none where there is no such node.
 *
 * @internal
 */
export function swapPlaces(
  rows: readonly GraphRow[],
  places: Places,
  id: string,
  step: 1 | -1,
): Places {
  const index = rows.findIndex(row => row.id === id);
  const other = rows[index + step];
  if (index < 0 || !other || other.depth !== rows[index].depth) {
    return {};
  }
  return { [id]: places[other.id], [other.id]: places[id] };
}
