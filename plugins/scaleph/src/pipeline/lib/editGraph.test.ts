import { checkPipeline } from '@scaleph/backstage-plugin-scaleph-common';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { airports, connectors } from '../__testUtils__/documents';
import { connectionProblem } from './connectionProblem';
import {
  addNode,
  connect,
  deleteNodes,
  disconnect,
  freeNodeId,
  moveNodes,
} from './editGraph';
import { makeRoom } from './makeRoom';

const ids = (document: PipelineDocument) =>
  document.spec.nodes.map(node => node.id);
const edges = (document: PipelineDocument) =>
  document.spec.edges.map(({ from, to }) => `${from}>${to}`).sort();
const connector = (name: string, kind: string) =>
  connectors.find(it => it.name === name && it.kind === kind)!;

describe('addNode', () => {
  it('stands alone where no place is given', () => {
    const { document, id } = addNode(
      airports(),
      connectors,
      connector('Console', 'sink'),
    );
    expect(id).toBe('console');
    expect(ids(document)).toEqual(['read', 'usa', 'write', 'console']);
    expect(edges(document)).toEqual(['read>usa', 'usa>write']);
  });

  it('goes on an edge', () => {
    const { document } = addNode(
      airports(),
      connectors,
      connector('Filter', 'transform'),
      { edge: { from: 'usa', to: 'write' } },
    );
    expect(edges(document)).toEqual(['filter>write', 'read>usa', 'usa>filter']);
  });

  it('does not cut an edge for a sink, which passes nothing on', () => {
    const { document } = addNode(
      airports(),
      connectors,
      connector('Console', 'sink'),
      { edge: { from: 'usa', to: 'write' } },
    );
    expect(edges(document)).toEqual(['read>usa', 'usa>write']);
  });

  it('goes behind a node', () => {
    const { document } = addNode(
      airports(),
      connectors,
      connector('Console', 'sink'),
      { after: 'read', position: [10, 20] },
    );
    expect(edges(document)).toEqual(['read>console', 'read>usa', 'usa>write']);
    expect(document.spec.layout).toEqual({ console: [10, 20] });
  });

  it('counts names up', () => {
    const once = addNode(airports(), connectors, connector('Sql', 'transform'));
    expect(once.id).toBe('sql');
    expect(freeNodeId(once.document, 'Sql')).toBe('sql_2');
    expect(freeNodeId(once.document, 'LocalFile')).toBe('local_file');
    expect(freeNodeId(once.document, '数据')).toBe('_');
  });
});

describe('deleteNodes', () => {
  it('connects what was before with what was behind', () => {
    expect(edges(deleteNodes(airports(), connectors, ['usa']))).toEqual([
      'read>write',
    ]);
  });

  it('leaves nothing of the node', () => {
    const document = moveNodes(airports(), { usa: [1, 2], read: [0, 0] });
    const left = deleteNodes(document, connectors, ['usa']);
    expect(ids(left)).toEqual(['read', 'write']);
    expect(left.spec.layout).toEqual({ read: [0, 0] });
  });

  it('deletes all', () => {
    const left = deleteNodes(airports(), connectors, ['read', 'usa', 'write']);
    expect(left.spec.nodes).toEqual([]);
    expect(left.spec.edges).toEqual([]);
  });

  it('ignores a node that is not there', () => {
    const document = airports();
    expect(deleteNodes(document, connectors, ['nobody'])).toBe(document);
  });
});

describe('connectionProblem', () => {
  const filtered = addNode(
    airports(),
    connectors,
    connector('Filter', 'transform'),
    { after: 'read' },
  ).document;
  it.each([
    ['filter', 'usa', undefined],
    ['read', 'write', undefined],
    ['usa', 'filter', 'too-many-inputs'],
    ['read', 'usa', 'duplicate'],
    ['usa', 'usa', 'self'],
    ['usa', 'read', 'no-input'],
    ['write', 'usa', 'no-output'],
    ['nobody', 'usa', 'unknown-node'],
  ])('%s to %s is %s', (from, to, problem) => {
    expect(connectionProblem(filtered, connectors, { from, to })).toBe(problem);
  });

  it('refuses a circle', () => {
    const two = addNode(airports(), connectors, connector('Sql', 'transform'), {
      after: 'usa',
    }).document;
    expect(connectionProblem(two, connectors, { from: 'sql', to: 'usa' })).toBe(
      'cycle',
    );
    expect(connect(two, connectors, { from: 'sql', to: 'usa' })).toBe(two);
  });

  it('never lets through what the check of the document refuses', () => {
    const names = ids(filtered);
    const codes = ['cycle', 'self-edge', 'duplicate-edge', 'too-many-inputs'];
    for (const from of names) {
      for (const to of names) {
        const next = connect(filtered, connectors, { from, to });
        const problems = checkPipeline(next, {
          connectors,
          requireDataSources: true,
        });
        expect(problems.filter(it => codes.includes(it.code))).toEqual([]);
      }
    }
  });
});

it('disconnect removes only the edges that are named', () => {
  const document = airports();
  expect(edges(disconnect(document, [{ from: 'read', to: 'usa' }]))).toEqual([
    'usa>write',
  ]);
  expect(disconnect(document, [{ from: 'usa', to: 'read' }])).toBe(document);
});

describe('makeRoom', () => {
  const places = { read: [0, 0], usa: [330, 0], write: [660, 100] } as Record<
    string,
    [number, number]
  >;
  it('moves what comes after the edge', () => {
    expect(makeRoom(airports(), places, { from: 'read', to: 'usa' })).toEqual({
      position: [330, 0],
      moved: { usa: [660, 0], write: [990, 100] },
    });
  });

  it('moves nothing where there is room', () => {
    const wide = { ...places, write: [2000, 100] as [number, number] };
    expect(makeRoom(airports(), wide, { from: 'usa', to: 'write' })).toEqual({
      position: [660, 50],
      moved: {},
    });
  });
});
