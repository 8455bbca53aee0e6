import { randomDocument } from '../../__fixtures__/randomDocument';
import { AIRPORTS } from '../../__fixtures__/airports';
import { canonicalDocument } from '../canonicalDocument';
import { printPipeline } from '../printPipeline';
import { parseFragment } from './parseFragment';
import { PipelineFragment } from './PipelineFragment';
import { printFragment } from './printFragment';

const airports = (): PipelineFragment => ({
  nodes: AIRPORTS.spec.nodes.slice(0, 2),
  edges: AIRPORTS.spec.edges.slice(0, 1),
  layout: { read: [0, 0] },
  comments: [{ id: 'why', text: 'a: b\n# c', position: [1, 2] }],
});

it('prints a fragment under a kind of its own', () => {
  expect(printFragment(airports())).toBe(`apiVersion: scaleph.io/v1alpha1
kind: PipelineFragment
spec:
  nodes:
  - id: read
    kind: source
    connector: LocalFile
    dataSource: files
    options:
      file_format_type: csv
      path: airports.csv
  - id: usa
    kind: transform
    connector: Sql
    options:
      query: select state, count(*) n from read group by state
  edges:
  - { from: read, to: usa }
  layout:
    read: [ 0, 0 ]
  comments:
  - id: why
    text: |-
      a: b
      # c
    position: [ 1, 2 ]
`);
});

it('reads what it has printed', () => {
  expect(parseFragment(printFragment(airports()))).toEqual({
    fragment: airports(),
    problems: [],
  });
});

it.each(Array.from({ length: 100 }, (_, seed) => seed + 1))(
  'reads the graph of random document %d from its text',
  seed => {
    const { spec } = randomDocument(seed);
    const { nodes, comments } = canonicalDocument(randomDocument(seed)).spec;
    const { edges, layout } = spec;
    const text = printFragment({ nodes, edges, layout, comments });
    const { fragment } = parseFragment(text);
    expect(fragment?.nodes ?? []).toEqual(nodes);
    expect(fragment?.comments ?? []).toEqual(fragment ? comments ?? [] : []);
  },
);

it('takes the graph of a whole pipeline', () => {
  const { fragment } = parseFragment(printPipeline(AIRPORTS));
  expect(fragment?.nodes.map(({ id }) => id)).toEqual(['read', 'usa', 'write']);
  expect(fragment?.edges).toHaveLength(2);
});

it('leaves out what has no node', () => {
  const fragment = airports();
  fragment.edges = [
    { from: 'read', to: 'gone' },
    { from: 'read', to: 'read' },
    { from: 'read', to: 'usa' },
    { from: 'read', to: 'usa' },
  ];
  fragment.layout = { gone: [1, 1], usa: [2, 2] };
  fragment.comments = [{ id: 'read', text: '', position: [0, 0] }];
  expect(parseFragment(printFragment(fragment)).fragment).toEqual({
    nodes: airports().nodes,
    edges: [{ from: 'read', to: 'usa' }],
    layout: { usa: [2, 2] },
    comments: [],
  });
});

it.each([
  ['nothing', '', 'no-fragment'],
  ['prose', 'Dear all, kind: regards', 'no-fragment'],
  ['another kind', 'kind: PipelineRun\nspec: {}', 'no-fragment'],
  ['no spec', 'kind: PipelineFragment', 'no-fragment'],
  ['no nodes', 'kind: PipelineFragment\nspec: {}', 'no-fragment'],
  ['broken YAML', 'kind: PipelineFragment\nspec: [', 'malformed-yaml'],
  ['a key twice', 'kind: Pipeline\nkind: Pipeline\nspec: {}', 'duplicate-key'],
  ['wrong nodes', 'kind: Pipeline\nspec: { nodes: 7 }', 'wrong-type'],
  [
    'a prototype',
    'kind: Pipeline\nspec: { nodes: [{ id: a, kind: sink, connector: A, options: { __proto__: { x: 1 } } }] }',
    'unknown-field',
  ],
  [
    'a bomb',
    `kind: Pipeline\na: &a [x,x]\n${Array.from(
      { length: 26 },
      (_, i) =>
        `${String.fromCharCode(98 + (i % 24))}${i}: &b${i} [*${
          i ? `b${i - 1}` : 'a'
        },*${i ? `b${i - 1}` : 'a'}]`,
    ).join('\n')}\nspec: {}`,
    'too-many-aliases',
  ],
  [
    'too much',
    `kind: Pipeline\n${'# x\n'.repeat(70_000)}`,
    'document-too-large',
  ],
])('refuses %s', (_, text, code) => {
  const { fragment, problems } = parseFragment(text);
  expect(fragment).toBeUndefined();
  expect(problems.map(it => it.code)).toContain(code);
});
