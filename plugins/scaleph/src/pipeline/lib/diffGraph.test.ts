import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { airports } from '../__testUtils__/documents';
import { diffGraph } from './diffGraph';

const statusOf = (from: PipelineDocument, to: PipelineDocument) => {
  const { nodes, edges, others } = diffGraph(from, to);
  return {
    nodes: Object.fromEntries(nodes.map(it => [it.node.id, it.status])),
    edges: Object.fromEntries(edges.map(it => [it.id, it.status])),
    others: others.map(({ pointer }) => pointer),
  };
};

describe('diffGraph', () => {
  it('finds nothing between equal documents, wherever their nodes lie', () => {
    const moved = airports();
    moved.spec.layout = { read: [500, 500] };
    expect(statusOf(airports(), moved)).toEqual({
      nodes: { read: 'same', usa: 'same', write: 'same' },
      edges: { 'read→usa': 'same', 'usa→write': 'same' },
      others: [],
    });
  });

  it('marks what came, went and changed', () => {
    const after = airports();
    const [read, usa, write] = after.spec.nodes;
    after.metadata.owner = 'group:default/other';
    after.spec.nodes = [
      { ...read, options: { ...read.options, path: 'other.csv' } },
      { ...usa, id: 'world' },
      write,
    ];
    after.spec.edges = [
      { from: 'read', to: 'world' },
      { from: 'world', to: 'write' },
    ];
    expect(statusOf(airports(), after)).toEqual({
      nodes: {
        read: 'changed',
        world: 'added',
        write: 'same',
        usa: 'removed',
      },
      edges: {
        'read→world': 'added',
        'world→write': 'added',
        'read→usa': 'removed',
        'usa→write': 'removed',
      },
      others: ['/metadata/owner'],
    });
    const [changed] = diffGraph(airports(), after).nodes;
    expect(changed.changes).toMatchObject([
      { op: 'replace', pointer: '/spec/nodes/read/options/path' },
    ]);
  });

  it('gives every node a place of its own', () => {
    const after = airports();
    after.spec.nodes = [];
    after.spec.edges = [];
    const { nodes } = diffGraph(airports(), after);
    const places = nodes.map(({ position: { x, y } }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(airports().spec.nodes.length);
  });
});
