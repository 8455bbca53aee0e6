import {
  applyChanges,
  diffPipelines,
} from '@scaleph/backstage-plugin-scaleph-common';
import type {
  DocumentChange,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';

const isSame = (a: unknown, b: unknown) =>
  JSON.stringify(a) === JSON.stringify(b);

const touches = (a: DocumentChange, b: DocumentChange) =>
  `${a.pointer}/`.startsWith(`${b.pointer}/`) ||
  `${b.pointer}/`.startsWith(`${a.pointer}/`);

/** What only one side has changed is taken from that side, else mine. */
function choose<T>(base: T, mine: T, theirs: T): T {
  return isSame(mine, base) ? theirs : mine;
}

type Layout = NonNullable<PipelineDocument['spec']['layout']>;

function mergeLayouts(
  base: Layout = {},
  mine: Layout = {},
  theirs: Layout = {},
): Layout | undefined {
  const ids = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const entries = ids
    .map(id => [id, choose(base[id], mine[id], theirs[id])] as const)
    .filter(([, place]) => place !== undefined);
  return entries.length ? Object.fromEntries(entries) : undefined;
}

const drawn = ({ spec: { layout, comments } }: PipelineDocument) => [
  layout,
  comments,
];

/**
 * Both edits of one draft in one document; undefined where they touch the same place, or where nothing of theirs is known to differ.
 *
 * @param base - what both began with
 * @internal
 */
export function mergeDocuments(
  base: PipelineDocument,
  mine: PipelineDocument,
  theirs: PipelineDocument,
): PipelineDocument | undefined {
  const made = diffPipelines(base, mine);
  const met = diffPipelines(base, theirs);
  if (!met.length && isSame(drawn(base), drawn(theirs))) {
    return undefined;
  }
  const wanted = made.filter(it => !met.some(other => isSame(it, other)));
  if (wanted.some(it => met.some(other => touches(it, other)))) {
    return undefined;
  }
  try {
    const { spec, ...head } = applyChanges(theirs, wanted);
    const layout = mergeLayouts(
      base.spec.layout,
      mine.spec.layout,
      theirs.spec.layout,
    );
    const comments = choose(
      base.spec.comments,
      mine.spec.comments,
      theirs.spec.comments,
    );
    const { layout: _layout, comments: _comments, ...rest } = spec;
    return {
      ...head,
      spec: {
        ...rest,
        ...(layout && { layout }),
        ...(comments && { comments }),
      },
    };
  } catch (error) {
    // A change of what they have taken away.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
