/** @internal */
export type Direction = 'left' | 'right' | 'up' | 'down';

interface Placed {
  id: string;
  position: { x: number; y: number };
}

/**
 * The node that an arrow key leads to: the nearest one in that direction, where
 * going sideways costs double; the first node when none is selected.
 *
 * @internal
 */
export function neighbour(
  nodes: Placed[],
  selected: string | undefined,
  direction: Direction,
): string | undefined {
  const current = nodes.find(node => node.id === selected);
  if (!current) {
    return [...nodes].sort(
      (a, b) => a.position.x - b.position.x || a.position.y - b.position.y,
    )[0]?.id;
  }
  const horizontal = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  let best: { id: string; cost: number } | undefined;
  for (const node of nodes) {
    const dx = node.position.x - current.position.x;
    const dy = node.position.y - current.position.y;
    const along = sign * (horizontal ? dx : dy);
    if (along > 0) {
      const cost = along + 2 * Math.abs(horizontal ? dy : dx);
      if (!best || cost < best.cost) {
        best = { id: node.id, cost };
      }
    }
  }
  return best?.id ?? current.id;
}
