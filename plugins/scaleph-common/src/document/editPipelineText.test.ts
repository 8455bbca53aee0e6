import { PipelineDocument } from '../types';
import { canonicalDocument } from './canonicalDocument';
import { editPipelineText } from './editPipelineText';
import { parsePipeline } from './parsePipeline';
import { printPipeline } from './printPipeline';

const text = `# The orders of the shop.
apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata:
  name: orders # also the name in the catalog
  owner: data
spec:
  type: seatunnel
  nodes:
  - id: read
    kind: source
    connector: LocalFile
    options: { path: 'orders.csv', file_format_type: csv }
  # Drops what nobody paid.
  - id: paid
    kind: transform
    connector: Sql
    options:
      query: |
        SELECT * FROM read
        WHERE paid
  - id: show
    kind: sink
    connector: Console
  edges:
  - { from: read, to: paid }
  - { from: paid, to: show }
`;

const parsed = () => parsePipeline(text).document!;

/** The lines that are not in the other text. */
const changed = (result: string) => {
  const before = text.split('\n');
  const after = result.split('\n');
  return {
    removed: before.filter(line => !after.includes(line)),
    added: after.filter(line => !before.includes(line)),
  };
};

const edit = (change: (document: PipelineDocument) => void) => {
  const document = parsed();
  change(document);
  const result = editPipelineText(text, document);
  expect(canonicalDocument(parsePipeline(result).document!)).toEqual(
    canonicalDocument(document),
  );
  return changed(result);
};

test('a document that means the same leaves the text alone', () => {
  expect(editPipelineText(text, parsed())).toBe(text);
});

test('an option changes one line', () => {
  expect(
    edit(({ spec }) => {
      spec.nodes[1].options = { query: 'SELECT * FROM read\nWHERE open\n' };
    }),
  ).toEqual({ removed: ['        WHERE paid'], added: ['        WHERE open'] });
});

test('a node and its edges are added in the style of the others', () => {
  expect(
    edit(({ spec }) => {
      spec.nodes.push({ id: 'log', kind: 'sink', connector: 'Console' });
      spec.edges.push({ from: 'paid', to: 'log' });
    }),
  ).toEqual({
    removed: [],
    added: ['  - id: log', '  - { from: paid, to: log }'],
  });
});

test('a node goes with its edges, and the comments of others stay', () => {
  const { removed, added } = edit(({ spec }) => {
    spec.nodes.splice(2, 1);
    spec.edges.splice(1, 1);
  });
  expect(added).toEqual([]);
  expect(removed).toEqual([
    '  - id: show',
    '    kind: sink',
    '    connector: Console',
    '  - { from: paid, to: show }',
  ]);
});

test('nodes that change places keep their comments', () => {
  const document = parsed();
  document.spec.nodes.reverse();
  const result = editPipelineText(text, document);
  expect(result).toMatch(/# Drops what nobody paid.\n {2}- id: paid/);
});

test('metadata that is new is added, and what was written stays as written', () => {
  expect(
    edit(({ metadata }) => {
      metadata.title = 'Orders: all';
    }),
  ).toEqual({ removed: [], added: ['  title: "Orders: all"'] });
});

test('what is no pipeline is written anew', () => {
  expect(editPipelineText('a: [', parsed())).toBe(printPipeline(parsed()));
});

it('edits a map of very many keys, which is written anew', () => {
  const textOf = (value: number) => `apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata: { name: x, owner: group:default/a }
spec:
  type: seatunnel
  mode: batch
  nodes: # two
    - { id: a, kind: source, connector: FakeSource, options: { x: { ${Array.from(
      { length: 20_000 },
      (_, key) => `k${key}: ${value}`,
    ).join(', ')} } } }
  edges: []
`;
  const { document } = parsePipeline(textOf(2));
  const edited = editPipelineText(textOf(1), document!);
  expect(parsePipeline(edited).document).toEqual(document);
  expect(edited).toContain('# two');
});
