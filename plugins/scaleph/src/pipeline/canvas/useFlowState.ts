import { applyNodeChanges } from '@xyflow/react';
import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CanvasNode, PipelineFlowEdge } from '../lib/toFlowGraph';
import { glideNodes, mergeNodes } from './mergeNodes';

const ANIMATION_MILLISECONDS = 300;
// Each frame moves all of them; of more one would see a slide show.
const MAX_ANIMATED = 200;

const isStill = () =>
  window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;

interface FlowStateOptions {
  nodes: readonly CanvasNode[];
  edges: readonly PipelineFlowEdge[];
  picked: ReadonlySet<string>;
  onPick(ids: string[]): void;
  /** When this changes, nodes glide to their next places. */
  glideKey?: string | number;
}

/**
 * Nodes and edges as they are seen: those of the document, moved here while
 * they are dragged (the document hears of it at the end), and marked as picked.
 *
 * @internal
 */
export function useFlowState(options: FlowStateOptions) {
  const { picked, onPick, glideKey } = options;
  const [nodes, setNodes] = useState<CanvasNode[]>(() =>
    mergeNodes([], options.nodes, picked),
  );
  // What is drawn, or glides to where it will be.
  const [seen, setSeen] = useState(options);
  const [glide, setGlide] = useState<readonly CanvasNode[]>();
  const isMoved = seen.nodes !== options.nodes;
  if (isMoved || seen.picked !== picked || seen.glideKey !== glideKey) {
    const glides =
      isMoved &&
      seen.glideKey !== glideKey &&
      options.nodes.length <= MAX_ANIMATED &&
      !isStill();
    setSeen(options);
    if (isMoved) {
      setGlide(glides ? options.nodes : undefined);
    }
    // At once, not in an effect: the page is drawn once for each edit.
    const target = isMoved && !glides ? options.nodes : nodes;
    setNodes(mergeNodes(nodes, target, picked));
  }
  const latest = useRef({ nodes, picked, onPick });
  latest.current = { nodes, picked, onPick };

  useEffect(() => {
    if (!glide) {
      return undefined;
    }
    const from = latest.current.nodes;
    const start = performance.now();
    let frame = 0;
    const step = (now: number) => {
      const share = Math.min(1, (now - start) / ANIMATION_MILLISECONDS);
      setNodes(current =>
        mergeNodes(
          current,
          glideNodes(from, glide, 1 - (1 - share) ** 3),
          latest.current.picked,
        ),
      );
      if (share < 1) {
        frame = requestAnimationFrame(step);
      }
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [glide]);

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

  const { edges, onEdgesChange } = usePickedEdges(options.edges);
  return { nodes, edges, onNodesChange, onEdgesChange };
}

function usePickedEdges(all: readonly PipelineFlowEdge[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const onEdgesChange = useCallback(
    (changes: EdgeChange<PipelineFlowEdge>[]) =>
      setPicked(current => {
        const selects = changes.filter(it => it.type === 'select');
        const next = new Set(current);
        for (const { id, selected } of selects) {
          if (selected) next.add(id);
          else next.delete(id);
        }
        return selects.length ? next : current;
      }),
    [],
  );
  const edges = useMemo(
    () =>
      all.map(edge =>
        picked.has(edge.id)
          ? { ...edge, selected: true, reconnectable: true }
          : edge,
      ),
    [all, picked],
  );
  return { edges, onEdgesChange };
}
