import { parseFragment } from '@scaleph/backstage-plugin-scaleph-common';
import { airports } from '../__testUtils__/documents';
import { alignNodes } from './alignNodes';
import { copyFragment } from './copyFragment';
import { insertFragment } from './insertFragment';
import { layoutPipeline } from './layoutPipeline';
import { renameTables } from './renameTables';

const paste = (ids: string[]) => {
  const document = airports();
  const places = layoutPipeline(document);
  const fragment = copyFragment(document, new Set(ids), places);
  return insertFragment(document, fragment, places)!;
};
const nodeOf = ({ document }: ReturnType<typeof paste>, id: string) =>
  document.spec.nodes.find(node => node.id === id)!;

it('queries of a copy read the copy', () => {
  const pasted = paste(['read', 'usa']);
  expect(pasted.ids).toEqual(['read_2', 'usa_2']);
  expect(nodeOf(pasted, 'usa_2').options?.query).toBe(
    'select state, count(*) as n from read_2 group by state',
  );
  expect(nodeOf(pasted, 'usa').options?.query).toContain('from read ');
  expect(pasted.document.spec.edges).toContainEqual({
    from: 'read_2',
    to: 'usa_2',
  });
});

it('a query whose table was not copied stays as it is, and so does the data source', () => {
  const pasted = paste(['usa', 'write']);
  expect(nodeOf(pasted, 'usa_2').options?.query).toContain('from read ');
  expect(nodeOf(pasted, 'write_2').dataSource).toBe('warehouse');
});

it('nothing is pasted into a document that would get too large', () => {
  const document = airports();
  const [node] = document.spec.nodes;
  const nodes = Array.from({ length: 499 }, (_, i) => ({
    ...node,
    id: `n${i}`,
  }));
  const large = { ...document, spec: { ...document.spec, nodes } };
  const fragment = copyFragment(document, new Set(['read', 'usa']), {});
  expect(insertFragment(large, fragment, {})).toBeUndefined();
});

it('a fragment from far out is pasted as well', () => {
  const { fragment } = parseFragment(`kind: PipelineFragment
spec:
  nodes: [{ id: a, kind: sink, connector: Console }]
  layout: { a: [1e+300, 1e+300] }
`);
  const once = insertFragment(airports(), fragment!, {})!;
  const twice = insertFragment(once.document, fragment!, {})!;
  expect(twice.ids).toEqual(['a_2']);
});

it('a fragment of somebody else is only a fragment', () => {
  const { fragment } = parseFragment(`kind: PipelineFragment
metadata: { name: stolen }
spec:
  env: { parallelism: 9 }
  nodes: [{ id: a, kind: sink, connector: Console }]
`);
  const { document } = insertFragment(airports(), fragment!, {})!;
  expect(document.metadata).toEqual(airports().metadata);
  expect(document.spec.env).toBeUndefined();
});

it.each([
  [
    'select a.x from a join b on a.id = b.id',
    'select b.x from b join a on b.id = a.id',
  ],
  [
    "select 'from a', a from c.a, A where x.a = 1",
    "select 'from a', a from c.a, A where x.a = 1",
  ],
  ['select * FROM A', 'select * FROM b'],
  ['select * from "a"', 'select * from "b"'],
])('renames tables at once: %s', (query, expected) => {
  const names = new Map([
    ['a', 'b'],
    ['b', 'a'],
  ]);
  expect(renameTables(query, names)).toBe(expected);
});

it.each([
  ['left', { a: [0, 0], b: [0, 50], c: [0, 400] }],
  ['right', { a: [300, 0], b: [300, 50], c: [300, 400] }],
  ['middle', { a: [0, 210], b: [100, 210], c: [300, 200] }],
  ['horizontal', { a: [0, 0], b: [150, 50], c: [300, 400] }],
] as const)('aligns %s', (how, expected) => {
  const box = { width: 100, height: 40 };
  const boxes = [
    { id: 'a', x: 0, y: 0, ...box },
    { id: 'b', x: 100, y: 50, ...box },
    { id: 'c', x: 300, y: 400, ...box, height: 60 },
  ];
  expect(alignNodes(boxes, how)).toEqual(expected);
});
