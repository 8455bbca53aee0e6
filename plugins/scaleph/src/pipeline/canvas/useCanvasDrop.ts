import type { PipelineEdge } from '@scaleph/backstage-plugin-scaleph-common';
import { DragEvent, useRef, useState } from 'react';
import { CONNECTOR_DATA } from '../lib/paletteSections';
import { NODE_HEIGHT, NODE_WIDTH } from '../lib/layoutPipeline';
import type { NodePlace } from '../lib/editGraph';

const edgeAt = (event: DragEvent): PipelineEdge | undefined => {
  const element = (event.target as Element).closest<HTMLElement>(
    '[data-edge-from], .react-flow__edge',
  );
  const id = element?.getAttribute('data-id');
  const [from, to] = id?.split('→') ?? [
    element?.getAttribute('data-edge-from'),
    element?.getAttribute('data-edge-to'),
  ];
  return from && to ? { from, to } : undefined;
};

/** Dropping a connector of the palette on the canvas or on an edge. @internal */
export function useCanvasDrop(options: {
  toCanvas(point: { x: number; y: number }): { x: number; y: number };
  /** Absent where nothing can be changed. */
  onDrop?: (connector: string, place: NodePlace) => void;
}) {
  const { toCanvas, onDrop } = options;
  // The edge that a drop would split.
  const [over, setOver] = useState<string>();
  const last = useRef<string>();
  const mark = (edge: PipelineEdge | undefined) => {
    const id = edge && `${edge.from}→${edge.to}`;
    if (last.current !== id) {
      last.current = id;
      setOver(id);
    }
  };
  if (!onDrop) {
    return { over: undefined, handlers: {} };
  }
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (event.dataTransfer.types.includes(CONNECTOR_DATA)) {
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
          mark(edgeAt(event));
        }
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Element)) {
          mark(undefined);
        }
      },
      onDrop: (event: DragEvent) => {
        const connector = event.dataTransfer.getData(CONNECTOR_DATA);
        if (connector) {
          event.preventDefault();
          const { x, y } = toCanvas({ x: event.clientX, y: event.clientY });
          const edge = edgeAt(event);
          onDrop(connector, {
            ...(edge && { edge }),
            position: [x - NODE_WIDTH / 2, y - NODE_HEIGHT / 2],
          });
        }
        mark(undefined);
      },
    },
  };
}
