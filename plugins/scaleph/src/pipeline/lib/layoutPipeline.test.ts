import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { airports } from '../__testUtils__/documents';
import { moveNodes } from './editGraph';
import {
  arrangePipeline,
  layoutPipeline,
  NODE_HEIGHT,
  NODE_WIDTH,
} from './layoutPipeline';
import type { Places } from './layoutPipeline';

function grid(width: number, depth: number): PipelineDocument {
  const base = airports();
  const nodes = [];
  const edges = [];
  for (let x = 0; x < depth; x++) {
    for (let y = 0; y < width; y++) {
      nodes.push({
        id: `n${x}_${y}`,
        kind: 'transform' as const,
        connector: 'Sql',
      });
      if (x > 0) {
        edges.push({ from: `n${x - 1}_${(y * 3) % width}`, to: `n${x}_${y}` });
      }
    }
  }
  return { ...base, spec: { ...base.spec, nodes, edges } };
}

function overlapping(places: Places): string[] {
  const entries = Object.entries(places);
  return entries.flatMap(([a, [ax, ay]], index) =>
    entries
      .slice(index + 1)
      .filter(
        ([, [bx, by]]) =>
          Math.abs(ax - bx) < NODE_WIDTH && Math.abs(ay - by) < NODE_HEIGHT,
      )
      .map(([b]) => `${a} ${b}`),
  );
}

it.each([
  [1, 1],
  [1, 12],
  [7, 3],
  [10, 10],
])('%d wide and %d deep: nothing overlaps', (width, depth) => {
  const document = grid(width, depth);
  expect(overlapping(arrangePipeline(document))).toEqual([]);
});

it('goes from left to right', () => {
  const { read, usa, write } = arrangePipeline(airports());
  expect(read[0]).toBeLessThan(usa[0]);
  expect(usa[0]).toBeLessThan(write[0]);
});

it('leaves a node where its owner put it', () => {
  const document = moveNodes(airports(), { usa: [700, -40] });
  expect(layoutPipeline(document).usa).toEqual([700, -40]);
});

it.each([1, 5, 50, 99])(
  'finds free places beside %d nodes that are placed',
  placed => {
    const document = grid(10, 10);
    const arranged = Object.entries(arrangePipeline(document));
    const some = moveNodes(
      document,
      Object.fromEntries(arranged.slice(0, placed)),
    );
    const places = layoutPipeline(some);
    expect(Object.keys(places)).toHaveLength(100);
    expect(overlapping(places)).toEqual([]);
  },
);

it('ignores edges that lead nowhere and circles', () => {
  const document = airports();
  document.spec.edges.push(
    { from: 'read', to: 'nobody' },
    { from: 'write', to: 'read' },
    { from: 'usa', to: 'usa' },
  );
  expect(overlapping(layoutPipeline(document))).toEqual([]);
});

it.each(['constructor', '__proto__', 'valueOf'])(
  'a node may be called %s',
  id => {
    const base = airports();
    const [first, ...rest] = base.spec.nodes;
    const places = layoutPipeline({
      ...base,
      spec: {
        ...base.spec,
        nodes: [{ ...first, id }, ...rest],
        layout: { [rest[0].id]: [0, 5] },
      },
    });
    expect(places[id].every(Number.isFinite)).toBe(true);
  },
);

it('what lies where nothing can be found is placed anew', () => {
  const base = airports();
  const [a, b] = base.spec.nodes;
  const places = layoutPipeline({
    ...base,
    spec: {
      ...base.spec,
      edges: [{ from: a.id, to: b.id }],
      layout: { [a.id]: [0, 1e300] },
    },
  });
  expect(
    Object.values(places)
      .flat()
      .every(it => Math.abs(it) < 1e5),
  ).toBe(true);
});
