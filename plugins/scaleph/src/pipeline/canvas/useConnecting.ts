import type { PipelineEdge } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  Edge,
  FinalConnectionState,
  OnConnectStartParams,
} from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { useScalephTranslation } from '../../translation';
import type { GraphActions } from '../hooks/useGraphActions';
import { useStable } from '../hooks/useStable';
import type { NodePlace } from '../lib/editGraph';
import { Connecting } from './Connecting';

type Point = { x: number; y: number };

const nodeAt = ({ x, y }: Point) =>
  document
    .elementFromPoint(x, y)
    ?.closest('.react-flow__node')
    ?.getAttribute('data-id') ?? undefined;

const pointOf = (event: MouseEvent | TouchEvent): Point => {
  const { clientX: x, clientY: y } =
    'changedTouches' in event ? event.changedTouches[0] : event;
  return { x, y };
};

/**
 * Drawing an edge and dragging an end of one: the cards say where it may end,
 * it may be dropped anywhere on a card, and on the empty canvas it asks what
 * to put there.
 *
 * @internal
 */
export function useConnecting(options: {
  graph?: GraphActions;
  toCanvas(point: Point): Point;
  onAdd(place: NodePlace): void;
  say?: (message: string) => void;
}) {
  const { graph, toCanvas, onAdd, say } = options;
  const { t } = useScalephTranslation();
  const connecting = useMemo(() => new Connecting(), []);
  // The edge whose end is dragged makes room where it is taken away.
  const moving = useRef<PipelineEdge>();

  const begin = (node: string, end: 'from' | 'to') => {
    if (!graph) {
      return;
    }
    const answers = graph.answers(node, end);
    const old = moving.current;
    if (old) {
      for (const other of answers.keys()) {
        answers.set(other, graph.refusal(edgeOf(node, other, end), old));
      }
    }
    connecting.begin(answers);
  };
  const refuse = (node: string, other: string, end: 'from' | 'to') => {
    const problem = graph?.refusal(edgeOf(node, other, end), moving.current);
    if (problem && problem !== 'self') {
      say?.(t(`canvas.refused.${problem}`));
    }
    return problem;
  };

  return {
    connecting,
    isValidConnection: useStable(
      (edge: { source: string | null; target: string | null }) =>
        graph !== undefined &&
        !graph.refusal(
          { from: edge.source ?? '', to: edge.target ?? '' },
          moving.current,
        ),
    ),
    onConnectStart: useStable((_: unknown, params: OnConnectStartParams) => {
      if (params.nodeId && !moving.current) {
        begin(params.nodeId, params.handleType === 'target' ? 'to' : 'from');
      }
    }),
    onConnect: useStable((edge: { source: string; target: string }) => {
      if (!moving.current) {
        graph?.connect({ from: edge.source, to: edge.target });
      }
    }),
    onConnectEnd: useStable(
      (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
        connecting.end();
        const { fromNode, fromHandle, isValid } = state;
        if (moving.current || isValid || !fromNode || !graph) {
          return;
        }
        const end = fromHandle?.type === 'target' ? 'to' : 'from';
        const point = pointOf(event);
        const other = nodeAt(point);
        if (other) {
          if (!refuse(fromNode.id, other, end)) {
            graph.connect(edgeOf(fromNode.id, other, end));
          }
          return;
        }
        const { x, y } = toCanvas(point);
        const place: NodePlace =
          end === 'from' ? { after: fromNode.id } : { before: fromNode.id };
        onAdd({ ...place, position: [x, y] });
      },
    ),
    onReconnectStart: useStable(
      (_: unknown, edge: Edge, handle: 'source' | 'target') => {
        moving.current = { from: edge.source, to: edge.target };
        // The handle named here is the end that stays.
        begin(
          handle === 'source' ? edge.source : edge.target,
          handle === 'source' ? 'from' : 'to',
        );
      },
    ),
    onReconnect: useStable(
      (edge: Edge, next: { source: string; target: string }) =>
        graph?.reconnect(
          { from: edge.source, to: edge.target },
          { from: next.source, to: next.target },
        ),
    ),
    onReconnectEnd: useStable(
      (
        event: MouseEvent | TouchEvent,
        edge: Edge,
        handle: 'source' | 'target',
        state: FinalConnectionState,
      ) => {
        connecting.end();
        const other = state.isValid ? undefined : nodeAt(pointOf(event));
        if (other && graph) {
          const stays = handle === 'source' ? edge.source : edge.target;
          const end = handle === 'source' ? 'from' : 'to';
          const old = { from: edge.source, to: edge.target };
          const next = edgeOf(stays, other, end);
          const isSame = next.from === old.from && next.to === old.to;
          if (!isSame && !refuse(stays, other, end)) {
            graph.reconnect(old, next);
          }
        }
        moving.current = undefined;
      },
    ),
  };
}

function edgeOf(node: string, other: string, end: 'from' | 'to'): PipelineEdge {
  return end === 'from' ? { from: node, to: other } : { from: other, to: node };
}
