import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { DocumentProblem, PipelineDocument } from '../types';

/**
 * Fills in what a document may leave out: mode `batch`, no tags, no options, and the kinds and namespaces of `owner` and `system`. A
 * reference that is none is a problem.
 * @internal
 */
export function normaliseDocument(document: PipelineDocument): {
  document: PipelineDocument;
  problems: DocumentProblem[];
} {
  const problems: DocumentProblem[] = [];
  const { metadata, spec } = document;

  function reference(
    field: 'owner' | 'system',
    value: string,
    kinds: string[],
  ): string {
    try {
      const ref = parseEntityRef(value, { defaultKind: kinds[0] });
      if (kinds.includes(ref.kind.toLowerCase())) {
        return stringifyEntityRef(ref);
      }
    } catch {
      // What parseEntityRef says repeats the value; the problem below says what to write.
    }
    problems.push({
      severity: 'error',
      code: 'invalid-value',
      pointer: `/metadata/${field}`,
      message: `Pipeline "${
        metadata.name
      }": metadata.${field} is "${value}" and must be the ref of a ${kinds.join(
        ' or ',
      )}`,
      fix: `Write e.g. ${kinds[0]}:default/${
        field === 'owner' ? 'data' : 'geo'
      }.`,
    });
    return value;
  }

  return {
    document: {
      ...document,
      metadata: {
        ...metadata,
        owner: reference('owner', metadata.owner, ['group', 'user']),
        ...(metadata.system !== undefined && {
          system: reference('system', metadata.system, ['system']),
        }),
        tags: metadata.tags ?? [],
      },
      spec: {
        ...spec,
        mode: spec.mode ?? 'batch',
        nodes: spec.nodes.map(node => ({
          ...node,
          options: node.options ?? {},
        })),
      },
    },
    problems,
  };
}
