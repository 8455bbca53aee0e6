import type { PipelineEdge } from '@scaleph/backstage-plugin-scaleph-common';
import { KeyboardEvent } from 'react';
import type { GraphActions } from '../hooks/useGraphActions';
import { Direction, neighbour } from '../lib/neighbour';

const DIRECTIONS: Record<string, Direction | undefined> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const STEPS: Record<Direction, [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};
/** Canvas pixels that a node moves by a key; with Shift. */
const STEP = 16;
const LARGE_STEP = 96;

interface KeyNode {
  id: string;
  type?: string;
  position: { x: number; y: number };
}

interface KeyEdge {
  source: string;
  target: string;
  selected?: boolean;
}

/** @internal */
export interface CanvasKeysOptions {
  nodes: readonly KeyNode[];
  edges: readonly KeyEdge[];
  selected?: string;
  onSelect(node: string | undefined): void;
  /** What can be changed; absent where nothing can. */
  graph?: GraphActions;
  picked?: ReadonlySet<string>;
  /** Absent where one node at a time is all that there is: arrows open it then. */
  onPick?(ids: string[]): void;
  /** Brings a node into view and gives it the focus. */
  onFocus?(id: string): void;
  onFit?(): void;
  onZoom?(step: 1 | -1): void;
  onAdd?(): void;
  onConnectTo?(node: string): void;
  onComment?(): void;
}

const NONE: ReadonlySet<string> = new Set();

// An id is a word: nothing in it needs escaping.
function focusNode(canvas: Element, id: string) {
  canvas
    .querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`)
    ?.focus({ preventScroll: true });
}

/** The keys of the canvas itself; those of the whole tab are in `useEditorKeys`. @internal */
export function useCanvasKeys(options: CanvasKeysOptions) {
  const { nodes, edges, picked = NONE, selected, graph, onSelect } = options;
  const onPick = (ids: string[]) => options.onPick?.(ids);

  const go = (
    event: KeyboardEvent,
    from: string | undefined,
    to: Direction,
  ) => {
    const next = neighbour([...nodes], from, to);
    if (!next) {
      return;
    }
    if (event.shiftKey && options.onPick) {
      const both = new Set([...picked, next, ...(from ? [from] : [])]);
      onPick([...both]);
      onSelect(undefined);
    } else {
      onPick([next]);
      // The drawer follows where it is open; it is not opened by passing by.
      if (selected || !options.onPick) {
        onSelect(next);
      }
    }
    if (options.onFocus) {
      options.onFocus(next);
    } else {
      focusNode(event.currentTarget, next);
    }
  };

  const move = (ids: string[], to: Direction, by: number) => {
    const [dx, dy] = STEPS[to];
    const moved = nodes
      .filter(node => ids.includes(node.id))
      .map(({ id, position: { x, y } }): [string, [number, number]] => [
        id,
        [x + dx * by, y + dy * by],
      ]);
    graph?.move(Object.fromEntries(moved), `move ${ids.join(' ')}`);
  };

  const remove = (ids: string[]) => {
    const lines: PipelineEdge[] = edges
      .filter(edge => edge.selected)
      .map(edge => ({ from: edge.source, to: edge.target }));
    if (ids.length || lines.length) {
      graph?.remove(ids, lines);
      return true;
    }
    return false;
  };

  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) {
      next.add(id);
    }
    onPick([...next]);
    onSelect(undefined);
  };

  /** Keys with Ctrl or Cmd; answers whether it was one of ours. */
  const command = (key: string, ids: string[]): boolean => {
    if (key === 'a' && options.onPick) {
      onPick(nodes.map(node => node.id));
      onSelect(undefined);
      return true;
    }
    if (key === 'd' && graph && ids.length) {
      graph.duplicate(ids);
      return true;
    }
    return false;
  };

  const letter = (key: string, onNode: string | undefined): boolean => {
    switch (key) {
      case 'f':
        options.onFit?.();
        return true;
      case '+':
      case '=':
        options.onZoom?.(1);
        return true;
      case '-':
        options.onZoom?.(-1);
        return true;
      default:
    }
    if (!graph) {
      return false;
    }
    switch (key) {
      case 'a':
      case '/':
        options.onAdd?.();
        return true;
      case 'c':
        if (onNode) options.onConnectTo?.(onNode);
        return onNode !== undefined;
      case 'l':
        graph.arrange();
        return true;
      case 'n':
        options.onComment?.();
        return true;
      default:
        return false;
    }
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, select, [role="menu"]')) {
      return;
    }
    const focused =
      target.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined;
    const onNode = focused ?? selected;
    const ids = picked.size ? [...picked] : (onNode && [onNode]) || [];
    const take = () => {
      // React Flow has keys of its own.
      event.preventDefault();
      event.stopPropagation();
    };
    const direction = DIRECTIONS[event.key];
    const key = event.key.toLocaleLowerCase('en-US');
    const isButton = target.closest('button') !== null;
    const isEdge = target.closest('.react-flow__edge') !== null;
    if (event.key === 'Escape') {
      if (picked.size || selected) {
        take();
        onPick([]);
        onSelect(undefined);
      }
    } else if (event.ctrlKey || event.metaKey) {
      if (!event.altKey && !event.shiftKey && command(key, ids)) {
        take();
      }
    } else if (direction && event.altKey) {
      take();
      if (graph && ids.length) {
        move(ids, direction, event.shiftKey ? LARGE_STEP : STEP);
      }
    } else if (event.altKey) {
      return;
    } else if (direction) {
      take();
      go(event, onNode, direction);
    } else if (isButton) {
      return;
    } else if (event.key === 'Enter' && focused) {
      take();
      const comment = nodes.find(
        it => it.id === focused && it.type === 'comment',
      );
      onPick([focused]);
      if (!comment) {
        onSelect(focused);
      } else if (graph) {
        target
          .querySelector('[data-comment]')
          ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
      }
    } else if (event.key === ' ' && focused) {
      take();
      if (options.onPick) toggle(focused);
      else onSelect(focused);
    } else if (graph && (key === 'delete' || key === 'backspace')) {
      const lines = isEdge || edges.some(edge => edge.selected);
      if (remove(lines && !picked.size ? [] : ids)) {
        take();
      }
    } else if (key === 'f' && event.shiftKey) {
      // The whole tab's: see useEditorKeys.
      return;
    } else if (!isEdge && letter(key, onNode)) {
      take();
    }
  };
}
