import type { FlowGraph } from './toFlowGraph';

interface Item {
  id: string;
  data?: unknown;
}

function sameFields(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => a[key as keyof typeof a] === b[key as keyof typeof b])
  );
}

function reuse<T extends Item>(previous: readonly T[], next: T[]): T[] {
  const known = new Map(previous.map(item => [item.id, item]));
  const items = next.map(item => {
    const old = known.get(item.id);
    if (!old) {
      return item;
    }
    const hasSameData = sameFields(old.data ?? {}, item.data ?? {});
    const kept = hasSameData ? { ...item, data: old.data } : item;
    return samePlace(old, kept) ? old : kept;
  });
  const isSame =
    items.length === previous.length &&
    items.every((item, index) => item === previous[index]);
  return isSame ? (previous as T[]) : items;
}

function samePlace<T extends Item>(old: T, next: T): boolean {
  const { position: a, ...before } = old as T & { position?: object };
  const { position: b, ...after } = next as T & { position?: object };
  return sameFields(before, after) && sameFields(a ?? {}, b ?? {});
}

/**
 * The next graph with the objects of the previous one wherever nothing has
 * changed, so that only cards of what has changed are drawn again.
 *
 * @internal
 */
export function reuseGraph(
  previous: FlowGraph | undefined,
  next: FlowGraph,
): FlowGraph {
  return previous
    ? {
        nodes: reuse(previous.nodes, next.nodes),
        edges: reuse(previous.edges, next.edges),
        comments: reuse(previous.comments, next.comments),
      }
    : next;
}
