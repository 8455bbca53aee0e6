import fc from 'fast-check';
import { AIRPORTS } from '../__fixtures__/airports';
import { randomDocument } from '../__fixtures__/randomDocument';
import { PipelineDocument } from '../types';
import { applyChanges } from './applyChanges';
import { diffPipelines } from './diffPipelines';

/** Expects that the differences from `a` to `b`, applied to `a`, leave none to `b`. */
function expectRoundTrip(a: PipelineDocument, b: PipelineDocument) {
  const applied = applyChanges(a, diffPipelines(a, b));
  expect(diffPipelines(applied, b)).toEqual([]);
  expect(applied.spec.layout).toEqual(a.spec.layout);
}

function withOptions(options: Record<string, unknown>): PipelineDocument {
  const [read, ...others] = AIRPORTS.spec.nodes;
  return {
    ...AIRPORTS,
    spec: { ...AIRPORTS.spec, nodes: [{ ...read, options }, ...others] },
  };
}

describe('applyChanges', () => {
  it('makes any document of any other', () => {
    expect.hasAssertions();
    const document = fc.integer({ min: 1, max: 1_000_000 }).map(randomDocument);
    fc.assert(fc.property(document, document, expectRoundTrip), {
      numRuns: 300,
    });
  });

  it('makes any options of any others, whatever they are called', () => {
    expect.hasAssertions();
    const key = fc.oneof(
      fc.constantFrom('a', 'b', 'c', 'a/b', '~', '', '0', '__proto__'),
      fc.constantFrom('constructor', 'toString', 'hasOwnProperty'),
      fc.string(),
    );
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    const document = fc
      .dictionary(key, tree, { maxKeys: 5 })
      .map(options => withOptions(options));
    fc.assert(fc.property(document, document, expectRoundTrip), {
      numRuns: 1000,
    });
  });

  it('keeps the order of columns', () => {
    const before = { schema: { fields: { a: 'int', b: 'int', c: 'int' } } };
    const after = { schema: { fields: { c: 'int', x: 'int', b: 'int' } } };
    const applied = applyChanges(
      withOptions(before),
      diffPipelines(withOptions(before), withOptions(after)),
    );
    const { schema } = applied.spec.nodes[0].options as typeof after;
    expect(Object.keys(schema.fields)).toEqual(['c', 'x', 'b']);
  });

  it('names nodes that are called like something that every object has', () => {
    const [read, ...others] = AIRPORTS.spec.nodes;
    const renamed: PipelineDocument = {
      ...AIRPORTS,
      spec: {
        ...AIRPORTS.spec,
        nodes: [{ ...read, id: 'constructor' }, ...others],
      },
    };
    expect(
      diffPipelines(AIRPORTS, renamed).map(({ pointer }) => pointer),
    ).toContain('/spec/nodes/constructor');
    expectRoundTrip(AIRPORTS, renamed);
    expectRoundTrip(renamed, AIRPORTS);
  });

  it.each<Parameters<typeof applyChanges>[1][number]>([
    { op: 'replace', pointer: '/spec/nodes/nowhere/title', to: 'x' },
    { op: 'remove', pointer: '/spec/nodes/read/options/none' },
    { op: 'add', pointer: '/spec/nodes/read/kind', to: 'source' },
    { op: 'replace', pointer: '', to: 'x' },
  ])('refuses a change that does not fit: $op $pointer', change => {
    expect(() => applyChanges(AIRPORTS, [change])).toThrow(RangeError);
  });
});
