import { applyNodeChanges } from '@xyflow/react';
import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CanvasNode, PipelineFlowEdge } from '../lib/toFlowGraph';

const ANIMATION_MILLISECONDS = 300;
// Each frame moves all of them; of more one would see a slide show.
const MAX_ANIMATED = 200;

const isStill = () =>
  window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;

/** What is drawn already stays what it is, unless the document says otherwise. */
function merge(
  current: CanvasNode[],
  next: readonly CanvasNode[],
  picked: ReadonlySet<string>,
): CanvasNode[] {
  const known = new Map(current.map(node => [node.id, node]));
  return next.map(node => {
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
}

function between(
  from: CanvasNode[],
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

/**
 * Nodes and edges as they are seen: those of the document, moved here while
 * they are dragged (the document hears of it at the end), and marked as picked.
 *
 * @internal
 */
export function useFlowState(options: {
  nodes: readonly CanvasNode[];
  edges: readonly PipelineFlowEdge[];
  picked: ReadonlySet<string>;
  onPick(ids: string[]): void;
  /** When this changes, nodes glide to their next places. */
  glideKey?: string | number;
}) {
  const { picked, onPick, glideKey } = options;
  const [nodes, setNodes] = useState<CanvasNode[]>(() =>
    merge([], options.nodes, picked),
  );
  const [pickedEdges, setPickedEdges] = useState<ReadonlySet<string>>(
    new Set(),
  );
  const latest = useRef({ nodes, picked, onPick });
  latest.current = { nodes, picked, onPick };
  const glided = useRef(glideKey);

  useEffect(() => {
    const target = options.nodes;
    const glides =
      glided.current !== glideKey &&
      target.length <= MAX_ANIMATED &&
      !isStill();
    glided.current = glideKey;
    if (!glides) {
      setNodes(current => merge(current, target, latest.current.picked));
      return undefined;
    }
    const from = latest.current.nodes;
    const start = performance.now();
    let frame = 0;
    const step = (now: number) => {
      const share = Math.min(1, (now - start) / ANIMATION_MILLISECONDS);
      const eased = 1 - (1 - share) ** 3;
      setNodes(current =>
        merge(
          current,
          share < 1 ? between(from, target, eased) : target,
          latest.current.picked,
        ),
      );
      if (share < 1) {
        frame = requestAnimationFrame(step);
      }
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [options.nodes, glideKey]);

  useEffect(() => {
    setNodes(current => {
      const isSame = current.every(
        node => Boolean(node.selected) === picked.has(node.id),
      );
      return isSame
        ? current
        : current.map(node =>
            Boolean(node.selected) === picked.has(node.id)
              ? node
              : { ...node, selected: picked.has(node.id) },
          );
    });
  }, [picked]);

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    const kept = changes.filter(it => it.type !== 'remove');
    const selects = kept.some(it => it.type === 'select');
    if (!selects) {
      setNodes(current => applyNodeChanges(kept, current));
      return;
    }
    const next = applyNodeChanges(kept, latest.current.nodes);
    latest.current.nodes = next;
    setNodes(next);
    latest.current.onPick(
      next.filter(node => node.selected).map(node => node.id),
    );
  }, []);

  const onEdgesChange = useCallback(
    (changes: EdgeChange<PipelineFlowEdge>[]) =>
      setPickedEdges(current => {
        const next = new Set(current);
        for (const change of changes) {
          if (change.type === 'select') {
            if (change.selected) next.add(change.id);
            else next.delete(change.id);
          }
        }
        return next;
      }),
    [],
  );

  const edges = useMemo(
    () =>
      options.edges.map(edge =>
        pickedEdges.has(edge.id)
          ? { ...edge, selected: true, reconnectable: true }
          : edge,
      ),
    [options.edges, pickedEdges],
  );

  return { nodes, edges, onNodesChange, onEdgesChange };
}
