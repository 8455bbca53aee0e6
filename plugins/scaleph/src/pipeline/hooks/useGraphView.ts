import type {
  DocumentProblem,
  KnownConnector,
  NodeMetrics,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo, useRef } from 'react';
import { layoutPipeline } from '../lib/layoutPipeline';
import type { Places } from '../lib/layoutPipeline';
import { reuseGraph } from '../lib/reuseGraph';
import { toFlowGraph } from '../lib/toFlowGraph';
import type { FlowGraph } from '../lib/toFlowGraph';

// Finding places for nodes that have none takes long, and most edits need none.
function usePlaces({ spec }: PipelineDocument): Places {
  const { nodes, edges, layout } = spec;
  const known = useRef<{ key: string; places: Places }>();
  const key = useMemo(
    () =>
      JSON.stringify([
        nodes.map(({ id }) => id),
        edges.map(({ from, to }) => [from, to]),
        layout,
      ]),
    [nodes, edges, layout],
  );
  if (known.current?.key !== key) {
    const document = { spec } as PipelineDocument;
    known.current = { key, places: layoutPipeline(document) };
  }
  return known.current.places;
}

/** A document as the canvas draws it; what has not changed stays the same object. @internal */
export function useGraphView(input: {
  document: PipelineDocument;
  connectors: KnownConnector[];
  problems: DocumentProblem[];
  metrics: NodeMetrics[];
  rates: Record<string, number>;
}): { graph: FlowGraph; places: Places } {
  const { document, connectors, problems, metrics, rates } = input;
  const places = usePlaces(document);
  const previous = useRef<FlowGraph>();
  const graph = useMemo(
    () =>
      reuseGraph(
        previous.current,
        toFlowGraph({
          document,
          connectors,
          problems,
          metrics,
          rates,
          places,
        }),
      ),
    [document, connectors, problems, metrics, rates, places],
  );
  previous.current = graph;
  return { graph, places };
}
