import { DocumentChange, PipelineDocument } from '../types';
import { meaning } from './diffPipelines';
import { fromPointer } from './pointer';

/**
 * The document that `diffPipelines` compared with, up to what has no meaning: `applyChanges(a, diffPipelines(a, b))` means what `b`
 * means. Layout and comments of `document` are kept. Throws RangeError for a change that does not fit, e.g. of an option that is not
 * there.
 * @public
 */
export function applyChanges(
  document: PipelineDocument,
  changes: readonly DocumentChange[],
): PipelineDocument {
  const { metadata, spec, ...head } = changes.reduce<unknown>(
    (value, change) => withChange(value, fromPointer(change.pointer), change),
    meaning(document),
  ) as PipelineDocument;
  const { layout, comments } = document.spec;
  return {
    ...head,
    metadata,
    spec: {
      ...spec,
      nodes: Object.values(spec.nodes),
      edges: Object.values(spec.edges),
      ...(layout && { layout }),
      ...(comments && { comments }),
    },
  };
}

function withChange(
  value: unknown,
  [key, ...below]: string[],
  change: DocumentChange,
): unknown {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const isNew = !below.length && change.op === 'add';
  if (!isObject || key === undefined || Object.hasOwn(value, key) === isNew) {
    throw new RangeError(
      `The document has ${isNew ? 'already' : 'no'} ${change.pointer}`,
    );
  }
  const entries = Object.entries(value);
  if (isNew) return Object.fromEntries([...entries, [key, change.to]]);
  return Object.fromEntries(
    entries.flatMap(([name, item]): Array<[string, unknown]> => {
      if (name !== key) return [[name, item]];
      if (below.length) return [[name, withChange(item, below, change)]];
      return change.op === 'remove' ? [] : [[name, change.to]];
    }),
  );
}
