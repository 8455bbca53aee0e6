import type {
  KnownConnector,
  DocumentProblem,
  NodeMetrics,
  PipelineComment,
  PipelineDocument,
  PipelineEdge,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { Edge, Node } from '@xyflow/react';
import { connectorOf, maxInputs, maxOutputs } from './connectionProblem';
import { commentSize } from './editComments';
import { essentialLine } from './essentialLine';
import { layoutPipeline, NODE_HEIGHT, NODE_WIDTH } from './layoutPipeline';
import type { Places } from './layoutPipeline';
import { countProblems, problemsByNode } from './problemsByNode';

/** What a node's card shows. @internal */
export interface PipelineNodeData extends Record<string, unknown> {
  node: PipelineNode;
  connector?: KnownConnector;
  essential: string;
  errors: number;
  warnings: number;
  hasInput: boolean;
  hasOutput: boolean;
  metrics?: NodeMetrics;
  /** Rows a second that leave the node (written, at a sink); absent when not known. */
  rate?: number;
}

/** @internal */
export type PipelineFlowNode = Node<PipelineNodeData, 'pipeline'>;
/** @internal */
export type CommentFlowNode = Node<
  { comment: PipelineComment } & Record<string, unknown>,
  'comment'
>;
/** Whatever is put on the canvas. @internal */
export type CanvasNode = PipelineFlowNode | CommentFlowNode;
/** @internal */
export type PipelineFlowEdge = Edge<
  { edge: PipelineEdge; rows?: number },
  'pipeline'
>;

/** @internal */
export interface FlowGraphInput {
  document: PipelineDocument;
  connectors: KnownConnector[];
  problems?: DocumentProblem[];
  metrics?: NodeMetrics[];
  /** Rows a second by node id. */
  rates?: Record<string, number>;
  /** Where the nodes are drawn; found out when it is not given. */
  places?: Places;
}

/** A document as React Flow draws it. @internal */
export interface FlowGraph {
  nodes: PipelineFlowNode[];
  edges: PipelineFlowEdge[];
  comments: CommentFlowNode[];
}

/** @internal */
export const edgeId = ({ from, to }: PipelineEdge) => `${from}→${to}`;

type NodeFacts = Pick<
  PipelineNodeData,
  'node' | 'connector' | 'essential' | 'hasInput' | 'hasOutput'
>;
const known = new WeakMap<
  PipelineNode,
  { connectors: KnownConnector[]; facts: NodeFacts }
>();

// An edit is of one node among hundreds: what is known of the others stays.
function factsOf(node: PipelineNode, connectors: KnownConnector[]): NodeFacts {
  const before = known.get(node);
  if (before?.connectors === connectors) {
    return before.facts;
  }
  const connector = connectorOf(connectors, node);
  const facts = {
    node,
    connector,
    essential: essentialLine(node, connector),
    hasInput: maxInputs(connectors, node) > 0,
    hasOutput: maxOutputs(connectors, node) > 0,
  };
  known.set(node, { connectors, facts });
  return facts;
}

/** A document as React Flow draws it. Edges to nodes that are not there are left out. @internal */
export function toFlowGraph(input: FlowGraphInput): FlowGraph {
  const { document, connectors, problems = [], metrics = [] } = input;
  const places = input.places ?? layoutPipeline(document);
  const byNode = problemsByNode(problems);
  const metricsOf = new Map(metrics.map(it => [it.node, it]));
  const ids = new Set<string>();
  const nodes: PipelineFlowNode[] = [];
  for (const node of document.spec.nodes) {
    // Two nodes of one id are a problem that is listed; only the first can be drawn.
    if (!ids.has(node.id)) {
      ids.add(node.id);
      const [x, y] = places[node.id];
      nodes.push({
        id: node.id,
        type: 'pipeline',
        position: { x, y },
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        data: {
          ...factsOf(node, connectors),
          ...countProblems(byNode.get(node.id) ?? []),
          metrics: metricsOf.get(node.id),
          rate: input.rates?.[node.id],
        },
      });
    }
  }
  const edges = new Map<string, PipelineFlowEdge>();
  for (const edge of document.spec.edges) {
    if (ids.has(edge.from) && ids.has(edge.to) && edge.from !== edge.to) {
      const id = edgeId(edge);
      const rows = metricsOf.get(edge.from)?.rowsOut;
      const moving = metricsOf.get(edge.from)?.state === 'running';
      edges.set(id, {
        id,
        type: 'pipeline',
        source: edge.from,
        target: edge.to,
        animated: moving,
        data: { edge, rows },
      });
    }
  }
  return {
    nodes,
    edges: [...edges.values()],
    comments: toNotes(document, ids),
  };
}

function toNotes(
  { spec }: PipelineDocument,
  taken: Set<string>,
): CommentFlowNode[] {
  return (spec.comments ?? []).flatMap((comment): CommentFlowNode[] => {
    if (taken.has(comment.id)) {
      return [];
    }
    taken.add(comment.id);
    const [x, y] = comment.position;
    const [width, height] = commentSize(comment);
    return [
      {
        id: comment.id,
        type: 'comment',
        position: { x, y },
        width,
        height,
        // Behind the nodes that it speaks of.
        zIndex: -1,
        connectable: false,
        data: { comment },
      },
    ];
  });
}
