import type { KnownConnector } from '@scaleph/backstage-plugin-scaleph-common';
import { connectors } from '../__testUtils__/documents';
import { connectorAbsence } from './connectorAbsence';
import {
  bestMatch,
  countConnectors,
  onlySections,
  paletteSections,
} from './paletteSections';

const [first] = connectors;
const connector = (
  kind: KnownConnector['kind'],
  name: string,
  category: KnownConnector['category'],
): KnownConnector => ({
  ...first,
  kind,
  name,
  category,
  title: { en: name, zh: name },
});
const some = [
  connector('sink', 'Console', 'test'),
  connector('source', 'MySQL-CDC', 'cdc'),
  connector('source', 'S3File', 'files'),
  connector('transform', 'Sql', 'transform'),
  connector('source', 'File10', 'files'),
  connector('source', 'File9', 'files'),
];

it('sections go by kind and category, connectors by title', () => {
  const sections = paletteSections(some, ['source', 'sink'], '', 'en');
  expect(
    sections.map(it => [
      it.kind,
      it.category,
      it.connectors.map(({ name }) => name).join(' '),
    ]),
  ).toEqual([
    ['source', 'files', 'File9 File10 S3File'],
    ['source', 'cdc', 'MySQL-CDC'],
    ['sink', 'test', 'Console'],
  ]);
});

it('sections with nothing left are left out', () => {
  const sections = paletteSections(some, ['source', 'sink'], '', 'en');
  const files = onlySections(sections, it => it.name.startsWith('File'));
  expect(files.map(it => it.category)).toEqual(['files']);
  expect(countConnectors(files)).toBe(2);
  expect(countConnectors(sections)).toBe(5);
});

it.each([
  ['sql', 'Sql'],
  ['mysql', 'MySQL-CDC'],
  ['file1', 'File10'],
  ['', 'Console'],
])('"%s" means %s', (search, name) => {
  expect(some[bestMatch(some, search, 'en')].name).toBe(name);
});

it('says where a connector cannot be run', () => {
  const target = (name: string, engine: string) => ({
    name,
    engine,
    title: `The ${name}`,
    pipelineTypes: [],
    modes: [],
    actions: [],
    healthy: true,
  });
  const targets = [target('a', 'embedded'), target('b', 'flink')];
  const embedded = { engines: ['embedded'] };
  expect(connectorAbsence(embedded, targets)).toBeUndefined();
  expect(connectorAbsence(embedded, targets, 'a')).toBeUndefined();
  expect(connectorAbsence(embedded, targets, 'b')).toEqual({
    type: 'target',
    target: 'The b',
  });
  expect(connectorAbsence({ engines: ['zeta'] }, targets)).toEqual({
    type: 'nowhere',
  });
  expect(connectorAbsence({ engines: [] }, [])).toBeUndefined();
});
