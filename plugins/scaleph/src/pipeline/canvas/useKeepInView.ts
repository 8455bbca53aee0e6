import { RefObject, useCallback, useEffect, useRef } from 'react';

/** How the whole graph is shown. @internal */
export const FIT = { padding: 0.12, maxZoom: 1, duration: 0 };

interface Point {
  x: number;
  y: number;
}

/** What is needed of a `ReactFlowInstance`, whatever its nodes are. */
interface Flow {
  getNode(
    id: string,
  ): { position: Point; width?: number; height?: number } | undefined;
  getZoom(): number;
  flowToScreenPosition(position: Point): Point;
  fitView(options: typeof FIT): unknown;
  setCenter(x: number, y: number, options: { zoom: number }): unknown;
}

/** Free pixels around a node that was brought into view. */
const MARGIN = 24;

/** How far `from … to` has to move to lie in `0 … size`; its beginning counts where it does not fit. */
function shiftWithin(from: number, to: number, size: number): number {
  if (from < MARGIN) {
    return MARGIN - from;
  }
  return Math.max(Math.min(0, size - MARGIN - to), MARGIN - from);
}

/** Moves the view as little as can be, and never zooms: who picks a node still finds it below the pointer. */
function bringIntoView(flow: Flow, box: Element, id: string) {
  const node = flow.getNode(id);
  if (!node) {
    return;
  }
  const zoom = flow.getZoom();
  const { left, top, width, height } = box.getBoundingClientRect();
  const at = flow.flowToScreenPosition(node.position);
  const [x, y] = [at.x - left, at.y - top];
  const dx = shiftWithin(x, x + (node.width ?? 0) * zoom, width);
  const dy = shiftWithin(y, y + (node.height ?? 0) * zoom, height);
  if (dx || dy) {
    flow.setCenter(
      node.position.x + (width / 2 - x - dx) / zoom,
      node.position.y + (height / 2 - y - dy) / zoom,
      { zoom },
    );
  }
}

/**
 * Shows the whole graph until somebody moves the view. Where a node is selected
 * only that one is kept in sight: the form beside the canvas takes room.
 *
 * @returns the handler for moves of the view
 * @internal
 */
export function useKeepInView(options: {
  flow: Flow;
  box: RefObject<HTMLElement>;
  selected?: string;
  /** The whole graph is shown again when this changes. */
  fitKey?: string;
  /** How many nodes there are: what is added is seen, as long as nobody has moved the view. */
  count?: number;
}) {
  const { flow, box, selected, fitKey, count } = options;
  const moved = useRef(false);

  useEffect(() => {
    moved.current = false;
    const frame = requestAnimationFrame(() => flow.fitView(FIT));
    return () => cancelAnimationFrame(frame);
  }, [flow, fitKey]);

  // What is added is selected: the rest stays where it is.
  const shown = useRef(selected);
  shown.current = selected;
  useEffect(() => {
    if (moved.current) {
      return undefined;
    }
    const frame = requestAnimationFrame(() => {
      if (shown.current && box.current) {
        bringIntoView(flow, box.current, shown.current);
      } else {
        flow.fitView(FIT);
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [flow, box, count]);

  useEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    const follow = () => {
      if (selected) {
        bringIntoView(flow, element, selected);
      } else if (!moved.current) {
        flow.fitView(FIT);
      }
    };
    // The panel beside the canvas takes room when it opens.
    const observer = new ResizeObserver(() => requestAnimationFrame(follow));
    observer.observe(element);
    return () => observer.disconnect();
  }, [flow, box, selected]);

  return useCallback((event: unknown) => {
    // Moves by code have no event.
    if (event) {
      moved.current = true;
    }
  }, []);
}
