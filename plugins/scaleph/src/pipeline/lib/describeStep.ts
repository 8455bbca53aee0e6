import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import type { DraftContent } from './draftContent';

/** What one step of an edit did, to say what was undone. @internal */
export interface EditStep {
  type:
    | 'added'
    | 'deleted'
    | 'renamed'
    | 'changed'
    | 'connected'
    | 'disconnected'
    | 'reconnected'
    | 'moved'
    | 'arranged'
    | 'commented'
    | 'text'
    | 'settings';
  /** How many nodes or edges. */
  count: number;
  /** Name of the one node that it is about. */
  node?: string;
}

type Spec = PipelineDocument['spec'];

/** @internal */
export function describeStep(from: DraftContent, to: DraftContent): EditStep {
  if (from.textProblems.length || to.textProblems.length) {
    return { type: 'text', count: 1 };
  }
  const [a, b] = [from.document.spec, to.document.spec];
  return (
    ofNodes(a, b) ??
    ofEdges(a, b) ??
    ofOptions(a, b) ??
    ofPlaces(a, b) ?? { type: 'settings', count: 1 }
  );
}

function step(type: EditStep['type'], ids: string[]): EditStep {
  return {
    type,
    count: ids.length,
    ...(ids.length === 1 && { node: ids[0] }),
  };
}

function ofNodes(a: Spec, b: Spec): EditStep | undefined {
  if (a.nodes === b.nodes) {
    return undefined;
  }
  const before = new Set(a.nodes.map(({ id }) => id));
  const after = new Set(b.nodes.map(({ id }) => id));
  const added = [...after].filter(id => !before.has(id));
  const deleted = [...before].filter(id => !after.has(id));
  if (added.length === 1 && deleted.length === 1) {
    return step('renamed', added);
  }
  if (added.length) {
    return step('added', added);
  }
  return deleted.length ? step('deleted', deleted) : undefined;
}

function ofEdges(a: Spec, b: Spec): EditStep | undefined {
  if (a.edges === b.edges) {
    return undefined;
  }
  const key = ({ from, to }: Spec['edges'][number]) => `${from} ${to}`;
  const before = new Set(a.edges.map(key));
  const after = new Set(b.edges.map(key));
  const added = [...after].filter(it => !before.has(it)).length;
  const deleted = [...before].filter(it => !after.has(it)).length;
  if (added && deleted) {
    return { type: 'reconnected', count: added };
  }
  if (added) {
    return { type: 'connected', count: added };
  }
  return deleted ? { type: 'disconnected', count: deleted } : undefined;
}

function ofOptions(a: Spec, b: Spec): EditStep | undefined {
  const before = new Map(a.nodes.map(node => [node.id, node]));
  const changed = b.nodes.filter(node => {
    const old = before.get(node.id);
    return old !== node && JSON.stringify(old) !== JSON.stringify(node);
  });
  return changed.length
    ? step(
        'changed',
        changed.map(({ id }) => id),
      )
    : undefined;
}

function ofPlaces(a: Spec, b: Spec): EditStep | undefined {
  const { layout: before = {}, comments: notes = [] } = a;
  const { layout: after = {}, comments = [] } = b;
  const text = (list: typeof notes) =>
    JSON.stringify(list.map(it => [it.id, it.text, it.size]));
  if (text(notes) !== text(comments)) {
    return { type: 'commented', count: 1 };
  }
  const placed = Object.keys(after).filter(
    id => before[id]?.join() !== after[id].join(),
  );
  if (placed.length && !Object.keys(before).length) {
    // The first move writes down the places of all; which one moved is not in the document.
    return { type: 'arranged', count: placed.length };
  }
  const carried = comments.filter(
    (it, index) => it.position.join() !== notes[index]?.position.join(),
  );
  const ids = [...placed, ...carried.map(it => it.id)];
  return ids.length ? step('moved', ids) : undefined;
}
