import type { CanvasNode } from '../lib/toFlowGraph';
import { glideNodes, mergeNodes } from './mergeNodes';

const nodeAt = (id: string, x: number, more = {}) =>
  ({
    id,
    type: 'pipeline',
    position: { x, y: 0 },
    width: 220,
    height: 92,
    data: {},
    ...more,
  } as CanvasNode);

const NONE: ReadonlySet<string> = new Set();

describe('mergeNodes', () => {
  it('keeps the objects of nodes that have not changed', () => {
    const data = {};
    const drawn = [nodeAt('a', 0, { data }), nodeAt('b', 300, { data })];
    const same = [nodeAt('a', 0, { data }), nodeAt('b', 300, { data })];
    expect(mergeNodes(drawn, same, NONE)).toBe(drawn);

    const moved = [nodeAt('a', 0, { data }), nodeAt('b', 310, { data })];
    const [a, b] = mergeNodes(drawn, moved, NONE);
    expect(a).toBe(drawn[0]);
    expect(b.position.x).toBe(310);
  });

  it('keeps what was measured of a node that has changed', () => {
    const measured = { width: 220, height: 92 };
    const drawn = [nodeAt('a', 0, { measured })];
    const [a] = mergeNodes(drawn, [nodeAt('a', 10)], NONE);
    expect(a).toMatchObject({ measured, position: { x: 10 } });
  });

  it('marks what is picked, and nothing else', () => {
    const drawn = [nodeAt('a', 0, { selected: true }), nodeAt('b', 300)];
    const next = mergeNodes(drawn, drawn, new Set(['b']));
    expect(next.map(({ selected }) => Boolean(selected))).toEqual([
      false,
      true,
    ]);
  });

  it('draws what is new, in the order of the document', () => {
    const drawn = [nodeAt('a', 0)];
    const next = mergeNodes(
      drawn,
      [nodeAt('b', 300), nodeAt('a', 0)],
      new Set(['b']),
    );
    expect(next.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(next[0].selected).toBe(true);
  });
});

describe('glideNodes', () => {
  it('is between both places, and new nodes are where they belong', () => {
    const from = [nodeAt('a', 0)];
    const to = [nodeAt('a', 100), nodeAt('b', 50)];
    const places = (share: number) =>
      glideNodes(from, to, share).map(({ position }) => position.x);
    expect(places(0)).toEqual([0, 50]);
    expect(places(0.5)).toEqual([50, 50]);
    expect(places(1)).toEqual([100, 50]);
  });
});
