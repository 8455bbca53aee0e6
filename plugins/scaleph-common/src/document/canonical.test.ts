import { builtInConnectors } from '../connectors/connectors';
import { AIRPORTS, AIRPORTS_YAML } from '../__fixtures__/airports';
import {
  randomDocument,
  random,
  shuffled,
} from '../__fixtures__/randomDocument';
import { PipelineDocument } from '../types';
import { canonicalDocument } from './canonicalDocument';
import { checkPipeline } from './check/checkPipeline';
import { diffPipelines, sameMeaning } from './diffPipelines';
import { parsePipeline } from './parsePipeline';
import { printPipeline } from './printPipeline';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

describe('printPipeline', () => {
  it('prints the canonical text', () => {
    expect(printPipeline(AIRPORTS)).toBe(`apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata:
  name: airports-by-state
  title: Airports by state
  owner: group:default/data
  system: system:default/geo
  tags: [ demo ]
spec:
  type: seatunnel
  mode: batch
  env:
    parallelism: 2
  nodes:
  - id: read
    kind: source
    connector: LocalFile
    dataSource: files
    options:
      file_format_type: csv
      path: airports.csv
  - id: usa
    kind: transform
    connector: Sql
    options:
      query: select state, count(*) n from read group by state
  - id: write
    kind: sink
    connector: Jdbc
    dataSource: resource:default/warehouse
    options:
      table: airports_by_state
  edges:
  - { from: read, to: usa }
  - { from: usa, to: write }
  layout:
    read: [ 0, 0 ]
`);
  });

  it('prints SQL of several lines as it is', () => {
    const query = 'select *\nfrom read\nwhere a > 1 -- "x": y';
    const document = withOptions({ query });
    expect(printPipeline(document)).toContain(`query: |-
        select *
        from read
        where a > 1 -- "x": y`);
    expect(roundTrip(document).spec.nodes[1].options).toEqual({ query });
  });

  it.each([
    'yes',
    'no',
    'on',
    'null',
    '~',
    '1',
    '1e3',
    '0x1F',
    '1_000',
    '12:30',
    '2026-11-21',
    '',
    ' ',
    'a ',
    ' a',
    '\n',
    'a\n',
    '\n\na\n\n',
    'a: b',
    '# a',
    '&a',
    '*a',
    '!a',
    '%a',
    '@a',
    '`a`',
    '- a',
    '? a',
    "it's",
    '"',
    '\\',
    '\t',
    'a\tb\nc',
    '\u0000',
    '\u0085',
    '\u2028',
    '\ufeff',
    '🚀',
    '{',
    '[',
    '|',
    '>',
    '---',
    '...',
    '<<',
    'a\r\nb',
    '${x}',
    'x'.repeat(500),
  ])('keeps the string %j', text => {
    expect(
      roundTrip(withOptions({ query: text, [text]: [text] })).spec.nodes[1]
        .options,
    ).toEqual({ query: text, [text]: [text] });
  });

  it.each([
    0,
    -1,
    1.5,
    1e21,
    1e-7,
    true,
    false,
    null,
    [],
    {},
    [[]],
    [null],
    { a: { b: [1, { c: null }] } },
  ])('keeps the value %j', value => {
    expect(roundTrip(withOptions({ value })).spec.nodes[1].options).toEqual({
      value,
    });
  });

  it.each(SEEDS)('round trip of generated document %i', seed => {
    const document = randomDocument(seed);
    const text = printPipeline(document);
    const { document: read, problems } = parsePipeline(text);
    expect(problems).toEqual([]);
    expect(read).toEqual(canonicalDocument(document));
    expect(printPipeline(read!)).toBe(text);
  });

  it.each(SEEDS)('order does not show in the print of document %i', seed => {
    const document = randomDocument(seed);
    expect(printPipeline(disordered(document, seed))).toBe(
      printPipeline(document),
    );
  });
});

describe('sameMeaning', () => {
  it.each(SEEDS)('order and layout do not count in document %i', seed => {
    const document = randomDocument(seed);
    const other = disordered(document, seed);
    other.spec.layout = { elsewhere: [seed, seed] };
    expect(diffPipelines(document, other)).toEqual([]);
  });

  it('defaults that are written out do not count', () => {
    const { tags: _tags, ...metadata } = AIRPORTS.metadata;
    const { mode: _mode, ...spec } = AIRPORTS.spec;
    expect(
      sameMeaning(
        { ...AIRPORTS, metadata, spec },
        {
          ...AIRPORTS,
          metadata: { ...metadata, tags: [], links: [] },
          spec: { ...spec, mode: 'batch', parameters: {} },
        },
      ),
    ).toBe(true);
  });

  it('the order of columns counts', () => {
    const mapper = (field_mapper: object) => withOptions({ field_mapper });
    const a = mapper({ a: 'x', b: 'y' });
    const b = mapper({ b: 'y', a: 'x' });
    expect(sameMeaning(a, b)).toBe(false);
    expect(roundTrip(b).spec.nodes[1].options).toEqual(b.spec.nodes[1].options);
    expect(diffPipelines(a, b)).toEqual([
      {
        op: 'replace',
        pointer: '/spec/nodes/usa/options/field_mapper',
        from: { a: 'x', b: 'y' },
        to: { b: 'y', a: 'x' },
      },
    ]);
  });
});

describe('diffPipelines', () => {
  const edited = (edit: (document: PipelineDocument) => void) => {
    const document = structuredClone(AIRPORTS);
    edit(document);
    return diffPipelines(AIRPORTS, document);
  };

  it.each<[string, (document: PipelineDocument) => void, unknown[]]>([
    ['nothing', () => {}, []],
    [
      'a moved node',
      d => {
        d.spec.layout = { read: [5, 5], usa: [1, 1] };
      },
      [],
    ],
    [
      'another title',
      d => {
        d.metadata.title = 'US airports';
      },
      [
        {
          op: 'replace',
          pointer: '/metadata/title',
          from: 'Airports by state',
          to: 'US airports',
        },
      ],
    ],
    [
      'no title',
      d => {
        delete d.metadata.title;
      },
      [{ op: 'remove', pointer: '/metadata/title', from: 'Airports by state' }],
    ],
    [
      'an option more',
      d => {
        d.spec.nodes[2].options!.primary_keys = ['state'];
      },
      [
        {
          op: 'add',
          pointer: '/spec/nodes/write/options/primary_keys',
          to: ['state'],
        },
      ],
    ],
    [
      'another option',
      d => {
        d.spec.nodes[0].options!.path = 'a/b.csv';
      },
      [
        {
          op: 'replace',
          pointer: '/spec/nodes/read/options/path',
          from: 'airports.csv',
          to: 'a/b.csv',
        },
      ],
    ],
    [
      'another tag',
      d => {
        d.metadata.tags!.push('geo');
      },
      [
        {
          op: 'replace',
          pointer: '/metadata/tags',
          from: ['demo'],
          to: ['demo', 'geo'],
        },
      ],
    ],
    [
      'a node in between',
      d => {
        d.spec.nodes.unshift({
          id: 'less',
          kind: 'transform',
          connector: 'Filter',
          options: { include_fields: ['state'] },
        });
        d.spec.edges = [
          { from: 'read', to: 'less' },
          { from: 'less', to: 'usa' },
          { from: 'usa', to: 'write' },
        ];
      },
      [
        {
          op: 'remove',
          pointer: '/spec/edges/read->usa',
          from: { from: 'read', to: 'usa' },
        },
        {
          op: 'add',
          pointer: '/spec/nodes/less',
          to: {
            id: 'less',
            kind: 'transform',
            connector: 'Filter',
            options: { include_fields: ['state'] },
          },
        },
        {
          op: 'add',
          pointer: '/spec/edges/read->less',
          to: { from: 'read', to: 'less' },
        },
        {
          op: 'add',
          pointer: '/spec/edges/less->usa',
          to: { from: 'less', to: 'usa' },
        },
      ],
    ],
    [
      'a node less',
      d => {
        d.spec.nodes.pop();
        d.spec.edges.pop();
      },
      [
        {
          op: 'remove',
          pointer: '/spec/nodes/write',
          from: canonicalDocument(AIRPORTS).spec.nodes[2],
        },
        {
          op: 'remove',
          pointer: '/spec/edges/usa->write',
          from: { from: 'usa', to: 'write' },
        },
      ],
    ],
    [
      'a parameter with a slash in its name',
      d => {
        d.spec.parameters = { 'a/b': { default: '1' } };
      },
      [
        {
          op: 'add',
          pointer: '/spec/parameters',
          to: { 'a/b': { default: '1' } },
        },
      ],
    ],
  ])('%s', (_, edit, changes) => {
    expect(edited(edit)).toHaveLength(changes.length);
    expect(edited(edit)).toEqual(expect.arrayContaining(changes));
  });

  it('compares drafts with an id that is there twice', () => {
    const twice = structuredClone(AIRPORTS);
    twice.spec.nodes.push({ ...twice.spec.nodes[0], options: { path: 'b' } });
    expect(diffPipelines(AIRPORTS, twice).length).toBeGreaterThan(0);
    expect(diffPipelines(twice, twice)).toEqual([]);
  });
});

describe('with 500 nodes', () => {
  it('parsing and checking take a few milliseconds', () => {
    const document = wide(500);
    const context = { connectors: builtInConnectors, requireDataSources: true };
    const once = () => {
      const started = performance.now();
      const { document: read } = parsePipeline(document);
      expect(checkPipeline(read!, context)).toEqual([]);
      return performance.now() - started;
    };
    // The best of some, since other tests run on the same cores; the first one compiles the schemas.
    expect(Math.min(...Array.from({ length: 10 }, once))).toBeLessThan(20);
  });
});

function withOptions(options: Record<string, unknown>): PipelineDocument {
  const document = structuredClone(AIRPORTS);
  document.spec.nodes[1].options = options;
  return document;
}

function roundTrip(document: PipelineDocument): PipelineDocument {
  const { document: read, problems } = parsePipeline(printPipeline(document));
  expect(problems).toEqual([]);
  return read!;
}

function disordered(
  document: PipelineDocument,
  seed: number,
): PipelineDocument {
  const next = random(seed);
  const { metadata, spec } = structuredClone(document);
  return {
    spec: {
      ...spec,
      edges: shuffled(spec.edges, next),
      nodes: shuffled(spec.nodes, next).map(({ options, ...node }) => ({
        options:
          options &&
          Object.fromEntries(shuffled(Object.entries(options), next)),
        ...node,
      })),
    },
    metadata: Object.fromEntries(
      shuffled(Object.entries(metadata), next),
    ) as PipelineDocument['metadata'],
    kind: document.kind,
    apiVersion: document.apiVersion,
  };
}

function wide(count: number): PipelineDocument {
  const middle = Array.from({ length: count - 2 }, (_, index) => `n${index}`);
  return {
    ...AIRPORTS,
    spec: {
      type: 'seatunnel',
      nodes: [
        {
          id: 'first',
          kind: 'source',
          connector: 'FakeSource',
          options: { schema: { fields: { a: 'int' } } },
        },
        ...middle.map(id => ({
          id,
          kind: 'transform' as const,
          connector: 'Filter',
          options: { include_fields: ['a'] },
        })),
        { id: 'last', kind: 'sink', connector: 'Console' },
      ],
      edges: ['first', ...middle].map((from, index) => ({
        from,
        to: [...middle, 'last'][index],
      })),
    },
  };
}

it('the fixture is what its text says', () => {
  expect(parsePipeline(AIRPORTS_YAML).document).toEqual(AIRPORTS);
});

it('comments are printed and mean nothing', () => {
  const document: PipelineDocument = {
    ...AIRPORTS,
    spec: {
      ...AIRPORTS.spec,
      comments: [
        { id: 'why', text: 'Only the USA', position: [10, 20.5], size: [9, 8] },
        { id: 'ask', text: '', position: [0, 0] },
      ],
    },
  };
  expect(printPipeline(document)).toContain(`  comments:
  - id: ask
    text: ""
    position: [ 0, 0 ]
  - id: why
    text: Only the USA
    position: [ 10, 20.5 ]
    size: [ 9, 8 ]
`);
  expect(diffPipelines(AIRPORTS, document)).toEqual([]);
});
