import { hasDefinition } from './pipelineTypes';

/**
 * The same data with empty nodes and edges where the type of the pipeline has
 * none and they are left out. Anything else stays as it is.
 * @internal
 */
export function fillGraph(data: unknown): unknown {
  if (!isRecord(data) || !isRecord(data.spec)) return data;
  const { spec } = data;
  if (typeof spec.type !== 'string' || !hasDefinition(spec.type)) return data;
  return {
    ...data,
    spec: {
      ...spec,
      nodes: spec.nodes ?? [],
      edges: spec.edges ?? [],
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
