import Ajv from 'ajv';
import { ConnectorInfo } from '../types';
import { builtInConnectors, findConnector } from './connectors';

type Option = {
  title?: string;
  description?: string;
  type?: string;
  enum?: unknown[];
  default?: unknown;
  'x-zh'?: { title?: string; description?: string };
  'x-group'?: string;
};

const optionsOf = ({ schema }: ConnectorInfo) =>
  schema.properties as Record<string, Option>;

const all = builtInConnectors.map(
  connector => [`${connector.kind} ${connector.name}`, connector] as const,
);

const allOptions = all.flatMap(([label, connector]) =>
  Object.entries(optionsOf(connector)).map(
    ([name, option]) => [`${label}: ${name}`, option] as const,
  ),
);

const CHINESE = /[\u4e00-\u9fff]|^SQL$/;

describe('builtInConnectors', () => {
  it('are these', () => {
    expect(all.map(([label]) => label).sort()).toEqual([
      'sink Console',
      'sink Jdbc',
      'sink LocalFile',
      'source FakeSource',
      'source Jdbc',
      'source LocalFile',
      'transform FieldMapper',
      'transform Filter',
      'transform Sql',
    ]);
  });

  it.each(all)('%s can be shown in both languages', (_, connector) => {
    for (const text of [connector.title, connector.description]) {
      expect(text.en).toMatch(/\w/);
      expect(text.zh).toMatch(CHINESE);
    }
  });

  it.each(all)(
    '%s: what is essential or required is an option',
    (_, connector) => {
      const names = Object.keys(optionsOf(connector));
      expect(names).toContain(connector.essential);
      expect(names).toEqual(
        expect.arrayContaining((connector.schema.required ?? []) as string[]),
      );
      for (const group of (connector.schema['x-exactly-one'] ??
        []) as string[][]) {
        expect(names).toEqual(expect.arrayContaining(group));
      }
    },
  );

  it.each(all)('%s: inputs and outputs go with its kind', (_, connector) => {
    const { kind, inputs, outputs } = connector;
    expect(inputs.min > 0).toBe(kind !== 'source');
    expect(inputs.max === 0).toBe(kind === 'source');
    expect(outputs.max === 0).toBe(kind === 'sink');
  });

  it.each(all)('%s: nothing connects, nothing is secret', (_, connector) => {
    for (const name of ['url', 'user', 'username', 'password', 'driver']) {
      expect(optionsOf(connector)).not.toHaveProperty(name);
    }
  });

  it.each(allOptions)('%s has what a form needs', (_, option) => {
    expect(option.title).toMatch(/^[A-Z]/);
    expect(option.description).toMatch(/\.$/);
    expect(option['x-zh']?.title).toMatch(CHINESE);
    expect(option['x-zh']?.description).toMatch(CHINESE);
    expect(['basic', 'tuning', 'advanced']).toContain(option['x-group']);
  });

  it.each(allOptions)('%s takes its own default', (_, option) => {
    const validate = new Ajv({ strict: false, logger: false }).compile(option);
    expect(option.default === undefined || validate(option.default)).toBe(true);
  });

  it('travel as JSON', () => {
    expect(JSON.parse(JSON.stringify(builtInConnectors))).toEqual(
      builtInConnectors,
    );
  });
});

it.each([
  ['source', 'Jdbc', true],
  ['sink', 'Jdbc', true],
  ['transform', 'Jdbc', false],
  ['source', 'jdbc', false],
  ['source', '', false],
] as const)('findConnector %s %j: %s', (kind, name, found) => {
  const connector = findConnector(builtInConnectors, kind, name);
  expect(connector !== undefined).toBe(found);
  expect(connector?.kind ?? kind).toBe(kind);
});
