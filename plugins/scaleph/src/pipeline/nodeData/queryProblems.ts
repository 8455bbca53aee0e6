import type {
  DocumentProblem,
  PipelineDocument,
  PipelineFields,
} from '@scaleph/backstage-plugin-scaleph-common';
import { sqlPlace } from '../lib/sqlPlace';

/** Code of the problems that {@link queryProblems} finds. @internal */
export const QUERY_FAILS = 'query-fails';

/**
 * The queries of transforms that could not be read when the fields of the draft
 * were asked for. Warnings: it was the embedded engine that looked at them, and
 * another one has a SQL of its own.
 *
 * @internal
 */
export function queryProblems(
  document: PipelineDocument,
  fields: PipelineFields | undefined,
): DocumentProblem[] {
  const { name } = document.metadata;
  return document.spec.nodes.flatMap((node, index) => {
    const query = node.options?.query;
    const reason =
      fields && Object.hasOwn(fields.nodes, node.id)
        ? fields.nodes[node.id].reason
        : undefined;
    // Of what is wrong above the node, the node above is told.
    const isOwn =
      node.kind === 'transform' &&
      typeof query === 'string' &&
      reason !== undefined &&
      sqlPlace(query, reason) !== undefined;
    return isOwn
      ? [
          {
            severity: 'warning' as const,
            code: QUERY_FAILS,
            node: node.id,
            pointer: `/spec/nodes/${index}/options/query`,
            message: `Pipeline "${name}": node "${node.id}": ${reason}`,
          },
        ]
      : [];
  });
}
