import { kahn } from '../graph/topologicalOrder';
import {
  PipelineComment,
  PipelineDocument,
  PipelineEdge,
  PipelineNode,
} from '../types';
import { canonicalDefinition } from './canonicalDefinition';
import { compact, compare, filled } from './plainObjects';

/**
 * The one form of a document among all that mean the same: defaults written out, what is empty left out, fields in the order of the
 * reference, nodes in the order in which rows flow (ties by id), edges in the order of their nodes, options by name, comments by id.
 * Inside the value of an option the order of keys is kept, since it is the order of columns there.
 * @public
 */
export function canonicalDocument(
  document: PipelineDocument,
): PipelineDocument {
  const { metadata, spec } = document;
  const nodes = inOrder(spec.nodes, spec.edges);
  const position = new Map(nodes.map((node, index) => [node.id, index]));
  return compact({
    apiVersion: document.apiVersion,
    kind: document.kind,
    metadata: compact({
      name: metadata.name,
      title: metadata.title,
      description: metadata.description,
      owner: metadata.owner,
      system: metadata.system,
      tags: metadata.tags ?? [],
      links: filled(
        metadata.links?.map(({ url, title, icon }) =>
          compact({ url, title, icon }),
        ),
      ),
    }),
    spec: compact({
      type: spec.type,
      mode: spec.mode ?? 'batch',
      parameters: filled(
        spec.parameters &&
          byName(spec.parameters, ({ default: value, description }) =>
            compact({ default: value, description }),
          ),
      ),
      env: filled(
        spec.env &&
          compact({
            parallelism: spec.env.parallelism,
            flink: filled(spec.env.flink && byName(spec.env.flink, it => it)),
          }),
      ),
      ...canonicalDefinition(spec),
      recovery: filled(
        spec.recovery &&
          compact({
            restore: spec.recovery.restore,
            maxAttempts: spec.recovery.maxAttempts,
            backOffSeconds: spec.recovery.backOffSeconds,
          }),
      ),
      nodes: nodes.map(canonicalNode),
      edges: spec.edges
        .map(({ from, to }) => ({ from, to }))
        .sort(
          (a, b) =>
            place(position, a.from) - place(position, b.from) ||
            place(position, a.to) - place(position, b.to) ||
            compare(a.from, b.from) ||
            compare(a.to, b.to),
        ),
      layout: filled(spec.layout && byName(spec.layout, point => point)),
      comments: filled(spec.comments && canonicalComments(spec.comments)),
    }),
  });
}

function canonicalComments(comments: PipelineComment[]): PipelineComment[] {
  return comments
    .map(({ id, text, position, size }) =>
      compact({ id, text, position, size }),
    )
    .sort(
      (a, b) =>
        compare(a.id, b.id) || compare(JSON.stringify(a), JSON.stringify(b)),
    );
}

function canonicalNode(node: PipelineNode): PipelineNode {
  const { id, kind, connector, title, dataSource, options } = node;
  return compact({
    id,
    kind,
    connector,
    title,
    dataSource,
    options: byName(options ?? {}, value => value),
  });
}

// Nodes that share an id, or lie on a cycle, come last: such a document has no order, but still one form.
function inOrder(nodes: PipelineNode[], edges: PipelineEdge[]): PipelineNode[] {
  const sorted = [...nodes].sort(
    (a, b) =>
      compare(a.id, b.id) || compare(JSON.stringify(a), JSON.stringify(b)),
  );
  const { order, rest } = kahn([...new Set(sorted.map(({ id }) => id))], edges);
  const position = new Map([...order, ...rest].map((id, index) => [id, index]));
  return sorted.sort((a, b) => position.get(a.id)! - position.get(b.id)!);
}

function place(position: Map<string, number>, id: string): number {
  return position.get(id) ?? position.size;
}

function byName<T, R>(
  values: Record<string, T>,
  convert: (value: T) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(values)
      .sort(([a], [b]) => compare(a, b))
      .map(([name, value]) => [name, convert(value)]),
  );
}
