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

type Spec = PipelineDocument['spec'];

function samePlaces(a: Spec['layout'] = {}, b: Spec['layout'] = {}): boolean {
  const ids = Object.keys(a);
  return (
    ids.length === Object.keys(b).length &&
    ids.every(id => a[id][0] === b[id]?.[0] && a[id][1] === b[id]?.[1])
  );
}

function isPlacedAlike(a: Spec, b: Spec): boolean {
  const sameNodes =
    a.nodes === b.nodes ||
    (a.nodes.length === b.nodes.length &&
      a.nodes.every(({ id }, index) => id === b.nodes[index].id));
  const sameEdges =
    a.edges === b.edges ||
    (a.edges.length === b.edges.length &&
      a.edges.every(({ from, to }, index) => {
        const other = b.edges[index];
        return from === other.from && to === other.to;
      }));
  return sameNodes && sameEdges && samePlaces(a.layout, b.layout);
}

// Finding places for nodes that have none takes long, and most edits need none.
function usePlaces(document: PipelineDocument): Places {
  const known = useRef<{ spec: Spec; places: Places }>();
  const { spec } = document;
  if (!known.current || !isPlacedAlike(known.current.spec, spec)) {
    known.current = { spec, places: layoutPipeline(document) };
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
