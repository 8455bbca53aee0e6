import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { airports, connectors } from '../__testUtils__/documents';
import { addComment, setComment } from './editComments';
import { addNode, deleteNodes, moveNodes } from './editGraph';
import { setNodeTitle, setOption } from './editNode';
import { mergeDocuments } from './mergeDocuments';

const base = airports();
const [first, second] = base.spec.nodes.map(({ id }) => id);
const optionOf = (document: PipelineDocument | undefined, id: string) =>
  document?.spec.nodes.find(it => it.id === id)?.options?.mark;

describe('mergeDocuments', () => {
  it('keeps both edits where they touch different places', () => {
    const mine = setOption(base, first, 'mark', 'mine');
    const theirs = setOption(base, second, 'mark', 'theirs');
    const both = mergeDocuments(base, mine, theirs);
    expect(optionOf(both, first)).toBe('mine');
    expect(optionOf(both, second)).toBe('theirs');
  });

  it('is nothing where both have changed the same place', () => {
    const mine = setOption(base, first, 'mark', 'mine');
    const theirs = setOption(base, first, 'mark', 'theirs');
    expect(mergeDocuments(base, mine, theirs)).toBeUndefined();
  });

  it('takes once what both have changed in the same way', () => {
    const same = setOption(base, first, 'mark', 'same');
    const mine = setNodeTitle(same, second, 'Mine');
    expect(optionOf(mergeDocuments(base, mine, same), first)).toBe('same');
  });

  it('is nothing where they have deleted the node that mine changes', () => {
    const mine = setOption(base, first, 'mark', 'mine');
    const theirs = deleteNodes(base, connectors, [first]);
    expect(mergeDocuments(base, mine, theirs)).toBeUndefined();
  });

  it('keeps places of nodes of both', () => {
    const mine = moveNodes(base, { [first]: [1, 2] });
    const theirs = moveNodes(base, { [second]: [3, 4] });
    const layout = mergeDocuments(base, mine, theirs)?.spec.layout;
    expect(layout?.[first]).toEqual([1, 2]);
    expect(layout?.[second]).toEqual([3, 4]);
  });

  it('keeps a node that they have added beside mine', () => {
    const mine = setOption(base, first, 'mark', 'mine');
    const added = addNode(base, connectors, connectors[0]);
    const both = mergeDocuments(base, mine, added.document);
    expect(both?.spec.nodes).toHaveLength(base.spec.nodes.length + 1);
    expect(optionOf(both, first)).toBe('mine');
  });

  it('keeps comments of both', () => {
    const start = addComment(base, [0, 0]).document;
    const [{ id }] = start.spec.comments!;
    const mine = setComment(start, id, { position: [5, 5] });
    const theirs = addComment(start, [9, 9]).document;
    const texts = mergeDocuments(start, mine, theirs)?.spec.comments;
    expect(texts?.map(({ position }) => position)).toEqual([
      [5, 5],
      [9, 9],
    ]);
    // Taken away by one, and left alone by the other.
    const without = { ...start, spec: { ...start.spec, comments: [] } };
    const titled = setNodeTitle(without, first, 'Mine');
    expect(mergeDocuments(start, titled, theirs)?.spec.comments).toEqual([
      theirs.spec.comments![1],
    ]);
  });

  it('is nothing where both have written into one comment, or one has deleted it', () => {
    const start = addComment(base, [0, 0]).document;
    const [{ id }] = start.spec.comments!;
    const mine = setComment(start, id, { text: 'mine' });
    const theirs = setComment(start, id, { text: 'theirs' });
    expect(mergeDocuments(start, mine, theirs)).toBeUndefined();
    const gone = { ...start, spec: { ...start.spec, comments: [] } };
    expect(mergeDocuments(start, mine, gone)).toBeUndefined();
  });

  it('is nothing where they have deleted the node that mine connects', () => {
    const added = addNode(base, connectors, connectors[0]);
    const theirs = deleteNodes(base, connectors, [second]);
    const mine = {
      ...added.document,
      spec: {
        ...added.document.spec,
        edges: [...added.document.spec.edges, { from: added.id, to: second }],
      },
    };
    expect(mergeDocuments(base, mine, theirs)).toBeUndefined();
    expect(mergeDocuments(base, theirs, mine)).toBeUndefined();
  });

  it('has no place for a node that one has deleted and the other has moved', () => {
    const mine = moveNodes(base, { [first]: [1, 2] });
    const theirs = deleteNodes(base, connectors, [first]);
    const both = mergeDocuments(base, mine, theirs);
    expect(both?.spec.layout?.[first]).toBeUndefined();
  });

  it('is nothing where it is not known what they have changed', () => {
    const mine = setOption(base, first, 'mark', 'mine');
    expect(mergeDocuments(base, mine, base)).toBeUndefined();
  });
});
