import type {
  PipelineDocument,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { renameTables } from './renameTables';

const NODE_ID = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

function changeNode(
  document: PipelineDocument,
  id: string,
  change: (node: PipelineNode) => PipelineNode,
): PipelineDocument {
  const nodes = document.spec.nodes.map(node =>
    node.id === id ? change(node) : node,
  );
  return { ...document, spec: { ...document.spec, nodes } };
}

/** Sets one option; `undefined` removes it. @internal */
export function setOption(
  document: PipelineDocument,
  id: string,
  option: string,
  value: unknown,
): PipelineDocument {
  return changeNode(document, id, node => {
    const { [option]: _, ...others } = node.options ?? {};
    const options =
      value === undefined ? others : { ...others, [option]: value };
    return { ...node, options };
  });
}

/** Replaces all options of a node; those that are `undefined` are left out. @internal */
export function setOptions(
  document: PipelineDocument,
  id: string,
  options: Record<string, unknown>,
): PipelineDocument {
  const given = Object.entries(options).filter(([, it]) => it !== undefined);
  return changeNode(document, id, node => ({
    ...node,
    options: Object.fromEntries(given),
  }));
}

/** @internal */
export function setDataSource(
  document: PipelineDocument,
  id: string,
  dataSource: string | undefined,
): PipelineDocument {
  return changeNode(document, id, ({ dataSource: _, ...node }) =>
    dataSource ? { ...node, dataSource } : node,
  );
}

/** @internal */
export function setNodeTitle(
  document: PipelineDocument,
  id: string,
  title: string,
): PipelineDocument {
  return changeNode(document, id, ({ title: _, ...node }) =>
    title ? { ...node, title } : node,
  );
}

/** Why a node cannot be called this. @internal */
export function renameProblem(
  document: PipelineDocument,
  id: string,
  next: string,
): 'invalid' | 'taken' | undefined {
  if (!NODE_ID.test(next)) {
    return 'invalid';
  }
  const { nodes, comments = [] } = document.spec;
  const taken = [...nodes, ...comments].some(
    other => other.id === next && other.id !== id,
  );
  return taken ? 'taken' : undefined;
}

/** Gives a node another id, in its edges, its place and the SQL that reads it. @internal */
export function renameNode(
  document: PipelineDocument,
  id: string,
  next: string,
): PipelineDocument {
  if (id === next || renameProblem(document, id, next)) {
    return document;
  }
  const { nodes, edges, layout } = document.spec;
  const readers = new Set(edges.filter(e => e.from === id).map(e => e.to));
  const renamed = nodes.map(node => {
    if (node.id === id) {
      return { ...node, id: next };
    }
    const query = node.options?.query;
    return readers.has(node.id) && typeof query === 'string'
      ? {
          ...node,
          options: {
            ...node.options,
            query: renameTables(query, new Map([[id, next]])),
          },
        }
      : node;
  });
  const name = (it: string) => (it === id ? next : it);
  return {
    ...document,
    spec: {
      ...document.spec,
      nodes: renamed,
      edges: edges.map(e => ({ from: name(e.from), to: name(e.to) })),
      ...(layout && {
        layout: Object.fromEntries(
          Object.entries(layout).map(([key, place]) => [name(key), place]),
        ),
      }),
    },
  };
}
