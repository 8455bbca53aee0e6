import type { CanvasNode } from '../lib/toFlowGraph';

/**
 * The nodes of the document as they are to be drawn: what is drawn already
 * stays the same object, unless the document says otherwise.
 *
 * @internal
 */
export function mergeNodes(
  current: CanvasNode[],
  next: readonly CanvasNode[],
  picked: ReadonlySet<string>,
): CanvasNode[] {
  const known = new Map(current.map(node => [node.id, node]));
  const merged = next.map(node => {
    const own = known.get(node.id);
    const selected = picked.has(node.id);
    if (!own) {
      return selected ? { ...node, selected } : node;
    }
    const isSame =
      own.data === node.data &&
      own.position.x === node.position.x &&
      own.position.y === node.position.y &&
      own.width === node.width &&
      own.height === node.height &&
      Boolean(own.selected) === selected;
    return isSame
      ? own
      : ({ ...node, selected, measured: own.measured } as CanvasNode);
  });
  const isSame =
    merged.length === current.length &&
    merged.every((node, index) => node === current[index]);
  return isSame ? current : merged;
}

/** Nodes on their way from one place to another; `share` is 0 at the start and 1 at the end. @internal */
export function glideNodes(
  from: readonly CanvasNode[],
  to: readonly CanvasNode[],
  share: number,
): CanvasNode[] {
  const start = new Map(from.map(node => [node.id, node.position]));
  return to.map(node => {
    const a = start.get(node.id) ?? node.position;
    const { x, y } = node.position;
    return {
      ...node,
      position: { x: a.x + (x - a.x) * share, y: a.y + (y - a.y) * share },
    };
  });
}
