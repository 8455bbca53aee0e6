import { airports } from '../__testUtils__/documents';
import { setMetadata } from './editMetadata';
import {
  renameNode,
  renameProblem,
  setDataSource,
  setNodeTitle,
  setOption,
  setOptions,
} from './editNode';
import { moveNodes } from './editGraph';

const nodeOf = (document: ReturnType<typeof airports>, id: string) =>
  document.spec.nodes.find(node => node.id === id);

describe('options', () => {
  it('are set, removed and replaced', () => {
    const set = setOption(airports(), 'write', 'batch_size', 100);
    expect(nodeOf(set, 'write')?.options).toEqual({
      table: 'airports_by_state',
      batch_size: 100,
    });
    const removed = setOption(set, 'write', 'table', undefined);
    expect(nodeOf(removed, 'write')?.options).toEqual({ batch_size: 100 });
    const replaced = setOptions(removed, 'write', {
      table: 'x',
      query: undefined,
    });
    expect(nodeOf(replaced, 'write')?.options).toEqual({ table: 'x' });
  });

  it('leave the document that they were set in alone', () => {
    const before = airports();
    setOption(before, 'write', 'table', 'other');
    expect(before).toEqual(airports());
  });
});

it('title and data source are fields that can be removed', () => {
  const titled = setNodeTitle(airports(), 'read', 'All airports');
  expect(nodeOf(titled, 'read')?.title).toBe('All airports');
  expect(nodeOf(setNodeTitle(titled, 'read', ''), 'read')).not.toHaveProperty(
    'title',
  );
  const without = setDataSource(airports(), 'write', undefined);
  expect(nodeOf(without, 'write')).not.toHaveProperty('dataSource');
});

describe('renameNode', () => {
  it('renames edges, place and the SQL below', () => {
    const document = renameNode(
      moveNodes(airports(), { read: [1, 2] }),
      'read',
      'source',
    );
    expect(document.spec.edges).toEqual([
      { from: 'source', to: 'usa' },
      { from: 'usa', to: 'write' },
    ]);
    expect(document.spec.layout).toEqual({ source: [1, 2] });
    expect(nodeOf(document, 'usa')?.options?.query).toBe(
      'select state, count(*) as n from source group by state',
    );
  });

  it.each([
    ['select read.id from read', 'select src.id from src'],
    ['select read from read', 'select read from src'],
    ["select 'from read' from read r", "select 'from read' from src r"],
    ['select * from a join READ on true', 'select * from a join src on true'],
    ['select * from reader', 'select * from reader'],
    ['select t.read from "read" t', 'select t.read from "src" t'],
  ])('%s', (query, expected) => {
    const document = setOption(airports(), 'usa', 'query', query);
    const renamed = renameNode(document, 'read', 'src');
    expect(nodeOf(renamed, 'usa')?.options?.query).toBe(expected);
  });

  it.each([
    ['usa', 'taken'],
    ['1st', 'invalid'],
    ['a b', 'invalid'],
    ['', 'invalid'],
    ['read', undefined],
    ['fine', undefined],
  ])('%s is %s', (next, problem) => {
    expect(renameProblem(airports(), 'read', next)).toBe(problem);
  });

  it('does nothing where the name cannot be taken', () => {
    const document = airports();
    expect(renameNode(document, 'read', 'usa')).toBe(document);
  });
});

it('metadata that is emptied goes away', () => {
  const document = setMetadata(airports(), {
    title: '',
    system: 'system:default/geo',
  });
  expect(document.metadata).toEqual({
    ...airports().metadata,
    title: undefined,
    system: 'system:default/geo',
  });
  expect('title' in document.metadata).toBe(false);
});
