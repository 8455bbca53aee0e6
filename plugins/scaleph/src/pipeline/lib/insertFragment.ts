import type {
  PipelineDocument,
  PipelineFragment,
} from '@scaleph/backstage-plugin-scaleph-common';
import { MAX_COMMENTS } from './editComments';
import { freeId, takenIds } from './editGraph';
import type { Places } from './layoutPipeline';
import { renameTables } from './renameTables';

const MAX_NODES = 500;
const MAX_EDGES = 2000;

/** How far a copy stands from what it was copied of, in canvas pixels. */
const STEP = 40;

/** @internal */
export interface Insertion {
  document: PipelineDocument;
  /** Of what was inserted, nodes first. */
  ids: string[];
}

/**
 * Adds a copy of a fragment. Ids that are taken get a number, and queries of
 * the fragment that read such a node follow; data sources keep their names.
 * The fragment keeps its shape and goes where nothing of the document stands
 * at the same place.
 *
 * @param places - where the nodes of the document are drawn
 * @returns `undefined` when the document would get too large
 * @internal
 */
export function insertFragment(
  document: PipelineDocument,
  fragment: PipelineFragment,
  places: Places,
): Insertion | undefined {
  const { nodes, edges, comments = [] } = document.spec;
  const { comments: notes = [] } = fragment;
  if (
    nodes.length + fragment.nodes.length > MAX_NODES ||
    edges.length + fragment.edges.length > MAX_EDGES ||
    comments.length + notes.length > MAX_COMMENTS
  ) {
    return undefined;
  }
  const names = freeNames(document, fragment);
  const nameOf = (id: string) => names.get(id) ?? id;
  const offset = freeOffset(document, fragment, places);
  const moved = ([x, y]: readonly number[]): [number, number] => [
    Math.round(x + offset),
    Math.round(y + offset),
  ];
  const layout = Object.entries(fragment.layout ?? {}).map(
    ([id, place]) => [nameOf(id), moved(place)] as const,
  );
  const inserted = {
    nodes: renamedNodes(fragment, names),
    comments: notes.map(note => ({
      ...note,
      id: nameOf(note.id),
      position: moved(note.position),
    })),
  };
  return {
    ids: [...inserted.nodes, ...inserted.comments].map(({ id }) => id),
    document: {
      ...document,
      spec: {
        ...document.spec,
        nodes: [...nodes, ...inserted.nodes],
        edges: [
          ...edges,
          ...fragment.edges.map(({ from, to }) => ({
            from: nameOf(from),
            to: nameOf(to),
          })),
        ],
        // What had no place of its own keeps the one where it is seen.
        layout: {
          ...places,
          ...document.spec.layout,
          ...Object.fromEntries(layout),
        },
        ...(inserted.comments.length && {
          comments: [...comments, ...inserted.comments],
        }),
      },
    },
  };
}

function freeNames(
  document: PipelineDocument,
  { nodes, comments = [] }: PipelineFragment,
): Map<string, string> {
  const taken = takenIds(document);
  const names = new Map<string, string>();
  for (const { id } of [...nodes, ...comments]) {
    const next = freeId(taken, id);
    taken.add(next.toLowerCase());
    names.set(id, next);
  }
  return names;
}

function renamedNodes(
  { nodes, edges }: PipelineFragment,
  names: ReadonlyMap<string, string>,
) {
  return nodes.map(node => {
    const query = node.options?.query;
    // Only what it reads: another table of the same name is not ours.
    const inputs = new Map(
      edges
        .filter(({ to }) => to === node.id)
        .map(({ from }) => [from, names.get(from) ?? from]),
    );
    return {
      ...node,
      id: names.get(node.id) ?? node.id,
      ...(typeof query === 'string' &&
        inputs.size && {
          options: { ...node.options, query: renameTables(query, inputs) },
        }),
    };
  });
}

function freeOffset(
  document: PipelineDocument,
  fragment: PipelineFragment,
  places: Places,
): number {
  const key = ([x, y]: readonly number[]) =>
    `${Math.round(x)} ${Math.round(y)}`;
  const taken = new Set([
    ...Object.values({ ...places, ...document.spec.layout }).map(key),
    ...(document.spec.comments ?? []).map(({ position }) => key(position)),
  ]);
  const wanted = [
    ...Object.values(fragment.layout ?? {}),
    ...(fragment.comments ?? []).map(({ position }) => position),
  ];
  const collides = (offset: number) =>
    wanted.some(([x, y]) => taken.has(key([x + offset, y + offset])));
  let offset = 0;
  // Far out, where a step changes nothing, each try would collide.
  for (let tries = taken.size; tries > 0 && collides(offset); tries--) {
    offset += STEP;
  }
  return offset;
}
