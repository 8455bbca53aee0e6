import { AIRPORTS, AIRPORTS_YAML } from '../__fixtures__/airports';
import { parsePipeline } from './parsePipeline';

const HEAD = `apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata: { name: p, owner: data }
`;
const SPEC = `spec: { type: seatunnel, nodes: [], edges: [] }
`;

const edit = (from: string, to: string) => {
  expect(AIRPORTS_YAML).toContain(from);
  return AIRPORTS_YAML.replace(from, to);
};

describe('parsePipeline', () => {
  it('reads YAML, fills in defaults and expands references', () => {
    expect(parsePipeline(AIRPORTS_YAML)).toEqual({
      document: AIRPORTS,
      problems: [],
    });
  });

  it('reads JSON text and plain data alike', () => {
    const result = { document: AIRPORTS, problems: [] };
    expect(parsePipeline(JSON.stringify(AIRPORTS))).toEqual(result);
    expect(parsePipeline(AIRPORTS)).toEqual(result);
  });

  it('leaves its input alone', () => {
    const input = Object.freeze({
      ...AIRPORTS,
      metadata: Object.freeze({ name: 'p', owner: 'data' }),
    });
    expect(parsePipeline(input).document?.metadata).toEqual({
      name: 'p',
      owner: 'group:default/data',
      tags: [],
    });
  });

  it.each([
    ['data', 'group:default/data'],
    ['group:data', 'group:default/data'],
    ['user:Jane', 'user:default/jane'],
    ['user:team/jane', 'user:team/jane'],
  ])('takes owner %s for %s', (owner, ref) => {
    const text = `${HEAD.replace('owner: data', `owner: "${owner}"`)}${SPEC}`;
    expect(parsePipeline(text).document?.metadata.owner).toBe(ref);
  });

  it('follows anchors', () => {
    const { document } = parsePipeline(`${HEAD}spec:
  type: seatunnel
  nodes:
    - { id: a, kind: source, connector: FakeSource, options: &o { row.num: 3 } }
    - { id: b, kind: source, connector: FakeSource, options: *o }
  edges: []
`);
    expect(document?.spec.nodes[1].options).toEqual({ 'row.num': 3 });
  });

  it('takes 1 MiB and no byte more', () => {
    const bare = `${HEAD}${SPEC}`;
    const full = bare + '#'.repeat(1024 * 1024 - bare.length);
    expect(parsePipeline(full).problems).toEqual([]);
    expect(parsePipeline(`${full}#`).problems).toMatchObject([
      { code: 'document-too-large', pointer: '' },
    ]);
    // Counted in bytes, of which an emoji has four.
    const emoji = `${bare}#${'🚀'.repeat(300_000)}`;
    expect(parsePipeline(emoji).problems[0].code).toBe('document-too-large');
  });

  it('reads a megabyte of keys in time that grows with their number alone', () => {
    const started = performance.now();
    const keys = (count: number) =>
      Array.from({ length: count }, (_, index) => `k${index}: 1`);
    const block = parsePipeline(keys(90_000).join('\n'));
    const flow = parsePipeline(`{${keys(90_000).join(', ')}}`);
    expect(block.document ?? flow.document).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it.each(['['.repeat(200_000), '{a: '.repeat(100_000)])(
    'says of a text nested without end only that',
    text => {
      expect(parsePipeline(text).problems).toMatchObject([
        { code: 'document-too-deep' },
      ]);
    },
  );

  it('shows some of very many problems of a text', () => {
    const { problems } = parsePipeline('a: 1\n'.repeat(10_000));
    expect(problems).toHaveLength(101);
    expect(problems[100].code).toBe('too-many-problems');
  });

  it('tells every repeated key and where it stands', () => {
    const { problems } = parsePipeline('a: 1\nb: { c: 1, c: 2 }\na: 3\n"a": 4');
    expect(problems).toMatchObject([
      { code: 'duplicate-key', line: 3, column: 1 },
      { code: 'duplicate-key', line: 4, column: 1 },
      { code: 'duplicate-key', line: 2, column: 12 },
    ]);
  });

  it.each([
    ['nothing', '', 'wrong-type', ''],
    ['a scalar', '42', 'wrong-type', ''],
    ['a list', '[]', 'wrong-type', ''],
    ['data that is undefined', undefined, 'wrong-type', ''],
    ['a function', { kind: () => 1 }, 'wrong-type', '/kind'],
    [
      'an unknown field at the top',
      edit('kind: Pipeline', 'kind: Pipeline\nstatus: ok'),
      'unknown-field',
      '/status',
    ],
    [
      'an unknown field of metadata',
      edit('title:', 'titel:'),
      'unknown-field',
      '/metadata/titel',
    ],
    [
      'an unknown field of a node',
      edit('id: usa', 'id: usa, option: {}'),
      'unknown-field',
      '/spec/nodes/1/option',
    ],
    [
      'an unknown field with a slash in its name',
      edit('kind: Pipeline', 'kind: Pipeline\n"a/b~c": 1'),
      'unknown-field',
      '/a~1b~0c',
    ],
    [
      'a missing owner',
      edit('  owner: group:default/data\n', ''),
      'missing-field',
      '/metadata/owner',
    ],
    [
      'another version of the format',
      edit('v1alpha1', 'v9'),
      'unknown-value',
      '/apiVersion',
    ],
    [
      'a kind of node that is none',
      edit('kind: sink', 'kind: snik'),
      'unknown-value',
      '/spec/nodes/2/kind',
    ],
    [
      'a name with spaces and an emoji',
      edit('name: airports-by-state', 'name: "my orders 🚀"'),
      'invalid-value',
      '/metadata/name',
    ],
    [
      'a name of 101 characters',
      edit('airports-by-state', 'a'.repeat(101)),
      'invalid-value',
      '/metadata/name',
    ],
    [
      'nodes that are no list',
      `${HEAD}spec: { type: seatunnel, nodes: {}, edges: [] }`,
      'wrong-type',
      '/spec/nodes',
    ],
    [
      'parallelism in words',
      edit('parallelism: 2', 'parallelism: two'),
      'wrong-type',
      '/spec/env/parallelism',
    ],
    [
      'an id that is no name of a table',
      edit('id: usa', 'id: u-s-a'),
      'invalid-value',
      '/spec/nodes/1/id',
    ],
    [
      'an owner that is no ref',
      edit('group:default/data', '":"'),
      'invalid-value',
      '/metadata/owner',
    ],
    [
      'an owner that is neither a group nor a user',
      edit('group:default/data', 'component:default/data'),
      'invalid-value',
      '/metadata/owner',
    ],
    [
      'a system of another kind',
      edit('system: geo', 'system: domain:geo'),
      'invalid-value',
      '/metadata/system',
    ],
    [
      'a tag in capitals',
      edit('[demo]', '[Demo]'),
      'invalid-value',
      '/metadata/tags/0',
    ],
    [
      'a link that is no web address',
      edit('tags: [demo]', 'links: [{ url: "javascript:alert(1)" }]'),
      'invalid-value',
      '/metadata/links/0/url',
    ],
    [
      'a number that JavaScript cannot hold',
      edit('table: airports', 'batch_size: 9007199254740993, table: airports'),
      'number-not-exact',
      '/spec/nodes/2/options/batch_size',
    ],
    [
      'a number that is none',
      edit('table: airports', 'batch_size: .nan, table: airports'),
      'number-not-exact',
      '/spec/nodes/2/options/batch_size',
    ],
    [
      'a key that would change the prototype',
      edit('table: airports', '__proto__: { a: 1 }, table: airports'),
      'unknown-field',
      '/spec/nodes/2/options/__proto__',
    ],
    [
      '501 nodes',
      {
        ...AIRPORTS,
        spec: {
          ...AIRPORTS.spec,
          nodes: Array.from({ length: 501 }, (_, i) => ({
            id: `n${i}`,
            kind: 'source',
            connector: 'FakeSource',
          })),
        },
      },
      'too-many',
      '/spec/nodes',
    ],
  ])('refuses %s', (_, input, code, pointer) => {
    const { document, problems } = parsePipeline(input);
    expect(document).toBeUndefined();
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'error', code, pointer }),
    );
  });

  it.each([
    ['an open bracket', `${HEAD}spec: {`, 'malformed-yaml', 4],
    ['a tab that indents', 'metadata:\n\tname: p', 'malformed-yaml', 2],
    ['a repeated key', `${HEAD}kind: Pipeline\n`, 'duplicate-key', 4],
    ['two documents', `${HEAD}---\n${HEAD}`, 'malformed-yaml', 4],
    ['an unknown tag', 'a: !!js/function x', 'malformed-yaml', 1],
    ['a key that is a list', '? [a]\n: b', 'malformed-yaml', 1],
    ['an unknown field', edit('title:', 'titel:'), 'unknown-field', 5],
    [
      'a wrong value of a node',
      edit('kind: sink', 'kind: snik'),
      'unknown-value',
      15,
    ],
    [
      'a missing field, at what should hold it',
      edit('  owner: group:default/data\n', ''),
      'missing-field',
      4,
    ],
  ])('says the line of %s', (_, text, code, line) => {
    const { problems } = parsePipeline(text);
    expect(problems).toContainEqual(
      expect.objectContaining({ code, line, column: expect.any(Number) }),
    );
  });

  it('points at the name of an unknown field and at the value of a wrong one', () => {
    expect(parsePipeline(edit('title:', 'titel:')).problems).toMatchObject([
      { line: 5, column: 3 },
    ]);
    expect(parsePipeline(edit('[demo]', '[Demo]')).problems).toMatchObject([
      { line: 8, column: 10 },
    ]);
  });

  it.each([
    [
      'aliases of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
e: [*d,*d,*d,*d,*d,*d,*d,*d,*d]`,
      'too-many-aliases',
    ],
    ['an alias of nothing', 'a: *nothing', 'malformed-yaml'],
    ['ten thousand brackets', '['.repeat(10_000), undefined],
    [
      '200 levels',
      `${'{ "a": '.repeat(200)}1${'}'.repeat(200)}`,
      'document-too-deep',
    ],
    ['10 MB', 'x'.repeat(10 * 1024 * 1024), 'document-too-large'],
    ['NUL characters', '\0\0\0', undefined],
    ['half of an emoji', '\ud83d', undefined],
  ])('survives %s', (_, text, code) => {
    const started = performance.now();
    const { document, problems } = parsePipeline(text);
    expect(document).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0].code).toBe(code ?? problems[0].code);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('survives data that refers to itself', () => {
    const input: Record<string, unknown> = {};
    input.self = input;
    expect(parsePipeline(input).problems[0].code).toBe('document-too-deep');
  });

  it('stops counting after a hundred problems', () => {
    const nodes = Array.from({ length: 300 }, () => ({}));
    const { problems } = parsePipeline({
      ...AIRPORTS,
      spec: { ...AIRPORTS.spec, nodes },
    });
    expect(problems).toHaveLength(101);
    expect(problems[100].message).toBe('800 more problems are not shown');
  });

  it.each([
    [
      edit('title:', 'titel:'),
      'Pipeline "airports-by-state": field "titel" is unknown in metadata',
      'Did you mean "title"?',
    ],
    [
      edit('kind: sink', 'kind: snik'),
      'Pipeline "airports-by-state": node "write": spec.nodes.2.kind is "snik" and must be "source", "transform" or "sink"',
      'Did you mean "sink"?',
    ],
    [
      edit('parallelism: 2', 'parallelism: two'),
      'Pipeline "airports-by-state": spec.env.parallelism must be an integer, not a string',
      undefined,
    ],
    [
      edit('system: geo', 'system: domain:geo'),
      'Pipeline "airports-by-state": metadata.system is "domain:geo" and must be the ref of a system',
      'Write e.g. system:default/geo.',
    ],
  ])('names the thing, the value and the way out', (text, message, fix) => {
    expect(parsePipeline(text).problems).toMatchObject([
      { message, ...(fix && { fix }) },
    ]);
  });
});
