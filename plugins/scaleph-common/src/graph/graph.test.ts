import { findCycle } from './findCycle';
import { inputsOf, outputsOf } from './neighbours';
import { reachableFrom } from './reachableFrom';
import { topologicalOrder } from './topologicalOrder';

/** `a>b b>c` as edges. */
const edges = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map(edge => {
      const [from, to] = edge.split('>');
      return { from, to };
    });
const nodes = (text: string) => [...text].map(id => ({ id }));

describe('topologicalOrder', () => {
  it.each([
    ['nothing', '', '', ''],
    ['nodes without edges, in the order given', 'cab', '', 'cab'],
    ['a chain', 'cba', 'a>b b>c', 'abc'],
    ['fan-out', 'dcba', 'a>b a>c a>d', 'adcb'],
    ['fan-in', 'dcba', 'a>d b>d c>d', 'cbad'],
    ['a diamond', 'dbca', 'a>b a>c b>d c>d', 'abcd'],
    ['two parts', 'abxy', 'b>a y>x', 'bayx'],
    ['an edge that is there twice', 'ba', 'a>b a>b', 'ab'],
    ['dangling edges', 'ba', 'a>b a>z z>b', 'ab'],
  ])('%s', (_, ids, text, order) => {
    expect(topologicalOrder(nodes(ids), edges(text))?.join('')).toBe(order);
  });

  it.each(['a>a', 'a>b b>a', 'a>b b>c c>a', 'a>b b>c c>b'])(
    'there is none with %s',
    text => {
      expect(topologicalOrder(nodes('abc'), edges(text))).toBeUndefined();
    },
  );
});

describe('findCycle', () => {
  it.each([
    ['', undefined],
    ['a>b b>c', undefined],
    ['a>b a>c b>d c>d', undefined],
    ['a>a', 'aa'],
    ['a>b b>a', 'aba'],
    ['c>a a>b b>c', 'abca'],
    // Into a cycle, and out of it.
    ['a>b b>c c>d d>b', 'bcdb'],
    ['b>c c>b c>d d>e', 'bcb'],
    ['a>z z>a', undefined],
    // Two of them.
    ['a>b b>a c>d d>c', 'aba'],
    ['a>b b>a b>c c>d d>c', 'aba'],
  ])('%s: %s', (text, cycle) => {
    expect(findCycle(nodes('abcde'), edges(text))?.join('')).toBe(cycle);
  });
});

describe('reachableFrom', () => {
  const graph = edges('a>b b>c b>d x>d d>b');
  it.each([
    ['a', 'forwards', 'abcd'],
    ['x', 'forwards', 'bcdx'],
    ['c', 'forwards', 'c'],
    ['ax', 'forwards', 'abcdx'],
    ['', 'forwards', ''],
    ['c', 'backwards', 'abcdx'],
    ['a', 'backwards', 'a'],
  ] as const)('from %j %s: %j', (starts, direction, reached) => {
    expect(
      [...reachableFrom([...starts], graph, direction)].sort().join(''),
    ).toBe(reached);
  });
});

it('neighbours', () => {
  const graph = edges('a>c b>c c>d c>e');
  expect(inputsOf('c', graph)).toEqual(['a', 'b']);
  expect(outputsOf('c', graph)).toEqual(['d', 'e']);
  expect(inputsOf('a', graph)).toEqual([]);
  expect(outputsOf('z', graph)).toEqual([]);
});

it('500 nodes against the order of the list take a few milliseconds', () => {
  const ids = Array.from({ length: 500 }, (_, i) => ({ id: `n${i}` }));
  const chain = ids.slice(1).map(({ id }, i) => ({ from: id, to: `n${i}` }));
  const once = () => {
    const started = performance.now();
    expect(topologicalOrder(ids, chain)).toHaveLength(500);
    return performance.now() - started;
  };
  expect(Math.min(...Array.from({ length: 5 }, once))).toBeLessThan(20);
});
