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

type Spec = PipelineDocument['spec'];
type Layout = NonNullable<Spec['layout']>;
type Comments = NonNullable<Spec['comments']>;

/** Two edits that cannot both be kept. */
class Clash extends Error {}

function mergeLayouts(
  base: Layout = {},
  mine: Layout = {},
  theirs: Layout = {},
): Layout {
  const ids = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return Object.fromEntries(
    ids.map(id => [id, choose(base[id], mine[id], theirs[id])]),
  );
}

function mergeComments(
  base: Comments = [],
  mine: Comments = [],
  theirs: Comments = [],
): Comments {
  const ids = new Set([...theirs, ...mine].map(({ id }) => id));
  return [...ids].flatMap(id => {
    const [before, own, other] = [base, mine, theirs].map(comments =>
      comments.find(it => it.id === id),
    );
    // Unlike a place, a text cannot be had again in a moment.
    const isMine = isSame(other, before) || isSame(other, own);
    if (!isMine && !isSame(own, before)) throw new Clash();
    return choose(before, own, other) ?? [];
  });
}

const drawn = ({ spec: { layout, comments } }: PipelineDocument) => [
  layout,
  comments,
];

/** Whether edges have nodes at both ends. */
function isWhole({ spec: { nodes, edges } }: PipelineDocument): boolean {
  const ids = new Set(nodes.map(({ id }) => id));
  return edges.every(({ from, to }) => ids.has(from) && ids.has(to));
}

function merge(
  base: PipelineDocument,
  mine: PipelineDocument,
  theirs: PipelineDocument,
  wanted: DocumentChange[],
): PipelineDocument {
  const merged = applyChanges(theirs, wanted);
  // What one has deleted the other has connected.
  if (!isWhole(merged) && isWhole(mine) && isWhole(theirs)) throw new Clash();
  const { layout: _layout, comments: _comments, ...spec } = merged.spec;
  const places = mergeLayouts(
    base.spec.layout,
    mine.spec.layout,
    theirs.spec.layout,
  );
  const layout = Object.entries(places).filter(
    ([id, place]) => place && spec.nodes.some(node => node.id === id),
  );
  const comments = mergeComments(
    base.spec.comments,
    mine.spec.comments,
    theirs.spec.comments,
  );
  return {
    ...merged,
    spec: {
      ...spec,
      ...(layout.length > 0 && { layout: Object.fromEntries(layout) }),
      ...(comments.length > 0 && { comments }),
    },
  };
}

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
    return merge(base, mine, theirs, wanted);
  } catch (error) {
    // A change of what they have taken away.
    if (error instanceof RangeError || error instanceof Clash) return undefined;
    throw error;
  }
}
