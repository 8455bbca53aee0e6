import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { checkPipeline } from '@scaleph/backstage-plugin-scaleph-common';
import { airports, airportsYaml, connectors } from '../__testUtils__/documents';
import { changeBetween } from './changeBetween';
import { describeChange } from './describeChange';
import { setOption } from './editNode';
import { essentialLine } from './essentialLine';
import { findConnectors, kindsAt } from './findConnectors';
import { locateProblem } from './locateProblem';
import { neighbour } from './neighbour';
import { nodeRates } from './nodeRates';
import { optionErrors } from './optionErrors';
import { countProblems, problemsByNode } from './problemsByNode';
import { toFlowGraph } from './toFlowGraph';
import { toGraphRows } from './toGraphRows';

const context = { connectors, requireDataSources: true };
const problem = (changes: Partial<DocumentProblem>): DocumentProblem => ({
  severity: 'error',
  code: 'invalid-option',
  pointer: '',
  message: 'wrong',
  ...changes,
});
const textAt = (text: string, changes: Partial<DocumentProblem>) => {
  const { from, to } = locateProblem(text, problem(changes));
  return text.slice(from, to);
};

describe('locateProblem', () => {
  it.each([
    ['/spec/nodes/0/options/path', 'airports.csv'],
    ['/spec/nodes/2/options/missing', 'table: airports_by_state'],
    ['/metadata/owner', 'group:default/data'],
    ['/nowhere/at/all', 'apiVersion: scaleph.io/v1alpha1'],
    ['', 'apiVersion: scaleph.io/v1alpha1'],
  ])('%s is at %s', (pointer, expected) => {
    expect(textAt(airportsYaml, { pointer })).toBe(expected);
  });

  it('finds a node by its id where the order differs', () => {
    expect(
      textAt(airportsYaml, {
        pointer: '/spec/nodes/0/options/table',
        node: 'write',
      }),
    ).toBe('airports_by_state');
  });

  it('trusts a line that is given', () => {
    expect(textAt('a: 1\nb: 2\n', { line: 2, column: 4 })).toBe('2');
    expect(textAt('a: 1\n', { line: 99 })).toBe('');
  });

  it('stays in a text that is no YAML', () => {
    expect(textAt('a: [\n', { pointer: '/spec' })).toBe('a: [');
  });
});

it('problems are counted by node', () => {
  const document = setOption(airports(), 'write', 'table', undefined);
  const problems = checkPipeline(document, context);
  expect(problems.map(it => it.code)).toEqual(['missing-option']);
  expect([...problemsByNode(problems).keys()]).toEqual(['write']);
  expect(countProblems(problems)).toEqual({ errors: 1, warnings: 0 });
  expect(Object.keys(optionErrors(problems))).toEqual(['table']);
});

it('a graph has cards with what they show', () => {
  const document = setOption(airports(), 'write', 'table', undefined);
  const { nodes, edges } = toFlowGraph({
    document,
    connectors,
    problems: checkPipeline(document, context),
    metrics: [{ node: 'read', state: 'running', rowsIn: 0, rowsOut: 12 }],
  });
  expect(
    nodes.map(({ id, data }) => [
      id,
      data.essential,
      data.errors,
      data.hasInput,
      data.hasOutput,
      data.metrics?.rowsOut,
    ]),
  ).toEqual([
    ['read', 'path airports.csv', 0, false, true, 12],
    [
      'usa',
      'select state, count(*) as n from read group by state',
      0,
      true,
      true,
      undefined,
    ],
    ['write', 'warehouse', 1, true, false, undefined],
  ]);
  expect(edges.map(it => [it.id, it.animated, it.data?.rows])).toEqual([
    ['read→usa', true, 12],
    ['usa→write', false, undefined],
  ]);
});

it('rows of the table follow the data', () => {
  const document = airports();
  document.spec.nodes.reverse();
  expect(toGraphRows(document).map(it => it.id)).toEqual([
    'read',
    'usa',
    'write',
  ]);
});

it.each([
  ['LocalFile', { path: 'a.csv' }, 'path a.csv'],
  ['Sql', { query: 'select  1\n  from x' }, 'select 1 from x'],
  ['Filter', { include_fields: ['a', 'b'] }, 'include_fields a, b'],
  ['Unknown', { topic: 'clicks' }, 'topic clicks'],
  ['Unknown', {}, ''],
])('the essential of %s %j is %s', (name, options, line) => {
  const connector = connectors.find(it => it.name === name);
  const node = { id: 'n', kind: 'source' as const, connector: name, options };
  expect(essentialLine(node, connector)).toBe(line);
});

describe('neighbour', () => {
  const at = (id: string, x: number, y: number) => ({ id, position: { x, y } });
  const nodes = [
    at('a', 0, 0),
    at('b', 300, 0),
    at('c', 300, 150),
    at('d', 600, 0),
  ];
  it.each([
    [undefined, 'right', 'a'],
    ['a', 'right', 'b'],
    ['b', 'right', 'd'],
    ['b', 'down', 'c'],
    ['c', 'up', 'b'],
    ['a', 'left', 'a'],
    ['d', 'left', 'b'],
  ] as const)('from %s to the %s is %s', (from, direction, to) => {
    expect(neighbour(nodes, from, direction)).toBe(to);
  });
});

it('the palette offers what fits', () => {
  expect(kindsAt({ edge: { from: 'a', to: 'b' } })).toEqual(['transform']);
  expect(kindsAt({ after: 'a' })).toEqual(['transform', 'sink']);
  expect(
    findConnectors(connectors, 'sink', 'FILES', 'en').map(it => it.name),
  ).toEqual(['LocalFile']);
  expect(findConnectors(connectors, 'sink', 'nothing', 'en')).toEqual([]);
});

it.each([
  ['abc', 'abc'],
  ['abc', 'axc'],
  ['aaa', 'aa'],
  ['', 'x'],
  ['x', ''],
  ['a\nb\nc', 'a\nb\nb\nc'],
])('changeBetween(%j, %j) makes the second of the first', (before, after) => {
  const { from, to, insert } = changeBetween(before, after);
  expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
});

it('a change is described by names', () => {
  expect(
    describeChange({
      op: 'replace',
      pointer: '/spec/nodes/read/options/a~1b',
      from: 'x',
      to: { y: 1 },
    }),
  ).toEqual({
    where: 'nodes › read › options › a/b',
    from: 'x',
    to: '{\n "y": 1\n}',
  });
});

it('rates are known after a second', () => {
  const startedAt = '2026-01-01T00:00:00.000Z';
  const metrics = {
    node: 'read',
    state: 'running',
    rowsIn: 0,
    rowsOut: 500,
    startedAt,
  } as const;
  expect(nodeRates([metrics], Date.parse(startedAt) + 10_000)).toEqual({
    read: 50,
  });
  expect(nodeRates([metrics], Date.parse(startedAt) + 10)).toEqual({});
  expect(nodeRates([{ ...metrics, state: 'finished' }], Date.now())).toEqual(
    {},
  );
});
