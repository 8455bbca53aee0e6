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

function isInView(flow: Flow, box: Element, id: string): boolean {
  const node = flow.getNode(id);
  if (!node) {
    return true;
  }
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const { x, y } = flow.flowToScreenPosition(node.position);
  const width = (node.width ?? 0) * flow.getZoom();
  const height = (node.height ?? 0) * flow.getZoom();
  return x >= left && x + width <= right && y >= top && y + height <= bottom;
}

/**
 * Shows the whole graph until somebody moves the view; from then on it only
 * follows the selected node when that leaves the view.
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

  useEffect(() => {
    if (moved.current) {
      return undefined;
    }
    const frame = requestAnimationFrame(() => flow.fitView(FIT));
    return () => cancelAnimationFrame(frame);
  }, [flow, count]);

  useEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    const follow = () => {
      if (!moved.current) {
        flow.fitView(FIT);
      } else if (selected && !isInView(flow, element, selected)) {
        const node = flow.getNode(selected);
        if (node) {
          const { x, y } = node.position;
          flow.setCenter(
            x + (node.width ?? 0) / 2,
            y + (node.height ?? 0) / 2,
            { zoom: flow.getZoom() },
          );
        }
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
