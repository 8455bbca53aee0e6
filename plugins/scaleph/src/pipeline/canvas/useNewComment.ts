import { RefObject } from 'react';
import type { GraphActions } from '../hooks/useGraphActions';
import { useStable } from '../hooks/useStable';
import { COMMENT_SIZE } from '../lib/editComments';

interface Point {
  x: number;
  y: number;
}

/** Puts a comment into the middle of what is seen. @internal */
export function useNewComment(options: {
  box: RefObject<HTMLElement>;
  toCanvas(point: Point): Point;
  graph?: GraphActions;
}): () => void {
  const { box, toCanvas, graph } = options;
  return useStable(() => {
    const rect = box.current?.getBoundingClientRect() ?? new DOMRect();
    const { x, y } = toCanvas({
      x: rect.left + rect.width / 2,
      y: rect.top + rect.height / 2,
    });
    graph?.comment([x - COMMENT_SIZE[0] / 2, y - COMMENT_SIZE[1] / 2]);
  });
}
