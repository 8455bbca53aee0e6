import type { PipelineEdge } from '@scaleph/backstage-plugin-scaleph-common';
import type { Edge, Node } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import { Direction, neighbour } from '../lib/neighbour';

const DIRECTIONS: Record<string, Direction | undefined> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** @internal */
export interface CanvasKeysOptions {
  nodes: Node[];
  edges: Edge[];
  selected?: string;
  editable: boolean;
  onSelect(node: string | undefined): void;
  onDelete?(nodes: string[], edges: PipelineEdge[]): void;
}

// An id is a word: nothing in it needs escaping.
function focusNode(canvas: Element, id: string) {
  const node = canvas.querySelector<HTMLElement>(
    `.react-flow__node[data-id="${id}"]`,
  );
  node?.focus({ preventScroll: true });
}

/** Keys of the canvas itself: arrows go to the next node, Delete deletes, Enter opens, Esc closes. @internal */
export function useCanvasKeys(options: CanvasKeysOptions) {
  const { nodes, edges, selected, editable, onSelect, onDelete } = options;
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const onNode = target.closest('.react-flow__node')?.getAttribute('data-id');
    const direction = DIRECTIONS[event.key];
    if (direction) {
      const next = neighbour(nodes, onNode ?? selected, direction);
      if (next) {
        // React Flow would move the node.
        event.preventDefault();
        event.stopPropagation();
        onSelect(next);
        focusNode(event.currentTarget, next);
      }
      return;
    }
    const isButton = target.closest('button') !== null;
    if ((event.key === 'Enter' || event.key === ' ') && onNode && !isButton) {
      event.preventDefault();
      onSelect(onNode);
      return;
    }
    if (editable && (event.key === 'Delete' || event.key === 'Backspace')) {
      const picked = edges.filter(edge => edge.selected);
      if (selected || picked.length) {
        event.preventDefault();
        onDelete?.(
          picked.length || !selected ? [] : [selected],
          picked.map(it => ({ from: it.source, to: it.target })),
        );
      }
    }
  };
}
