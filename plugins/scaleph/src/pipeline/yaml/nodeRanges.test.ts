import { yaml } from '@codemirror/lang-yaml';
import { EditorState } from '@codemirror/state';
import { printPipeline } from '@scaleph/backstage-plugin-scaleph-common';
import { airports } from '../__testUtils__/documents';
import { nodeAt, nodeRanges } from './nodeRanges';

function read(doc: string) {
  const state = EditorState.create({ doc, extensions: [yaml()] });
  const ranges = nodeRanges(state);
  return {
    ranges,
    texts: ranges.map(({ id, from, to }) => [id, doc.slice(from, to)]),
  };
}

describe('nodeRanges', () => {
  it('finds every node of a printed document', () => {
    const document = airports();
    const text = printPipeline(document);
    const { ranges, texts } = read(text);
    expect(ranges.map(({ id }) => id)).toEqual(
      document.spec.nodes.map(({ id }) => id),
    );
    for (const [id, part] of texts) {
      expect(part).toMatch(new RegExp(`^  - id: ${id}\n`));
      expect(part).not.toMatch(/\n$/);
    }
    const [first, second] = ranges;
    expect(nodeAt(ranges, first.from)?.id).toBe(first.id);
    expect(nodeAt(ranges, first.to)?.id).toBe(first.id);
    expect(nodeAt(ranges, second.from)?.id).toBe(second.id);
    expect(nodeAt(ranges, 0)).toBeUndefined();
    expect(nodeAt(ranges, text.length)).toBeUndefined();
  });

  it('reads what people write: comments, quotes, empty lines, JSON', () => {
    expect(
      read(
        'spec:\n  nodes:\n    # the first\n    - kind: source\n      id: "a"\n\n    - id: b # the second\n\n  edges: []\n',
      ).texts,
    ).toEqual([
      ['a', '    - kind: source\n      id: "a"'],
      ['b', '    - id: b # the second'],
    ]);
    expect(
      read('{"spec": {"nodes": [{"id": "a"},\n {"id": "b"}]}}').ranges.map(
        ({ id }) => id,
      ),
    ).toEqual(['a', 'b']);
  });

  it.each([
    '',
    'spec:',
    'spec: x',
    'spec:\n  nodes:',
    'spec:\n  nodes:\n  - ',
    'spec:\n  nodes: {a: 1}',
    '- a',
    'spec:\n  nodes:\n  - name: a\n  - [b]',
  ])('finds none in %j', text => {
    expect(read(text).ranges).toEqual([]);
  });

  it('still sees what stands above a mistake', () => {
    expect(
      read('spec:\n  nodes:\n  - id: a\n    kind: source\n  - id: b\n   x\n')
        .ranges[0],
    ).toMatchObject({ id: 'a' });
  });
});
