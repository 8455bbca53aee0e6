import fc from 'fast-check';
import { Field, PipelineNode } from '../types';
import { inferNodeFields, uniteFields } from './inferNodeFields';

const source = (options: Record<string, unknown>) =>
  ({ kind: 'source', connector: 'Kafka', options } as const);
const transform = (connector: string, options: Record<string, unknown>) =>
  ({ kind: 'transform', connector, options } as const);

const input: Field[] = [
  { name: 'id', type: 'bigint' },
  { name: 'name', type: 'string' },
];

test.each<[Pick<PipelineNode, 'kind' | 'connector' | 'options'>, unknown]>([
  [source({}), undefined],
  [
    source({ schema: { fields: { a: 'int', b: { c: 'string' } } } }),
    {
      fields: [
        { name: 'a', type: 'int' },
        { name: 'b', type: 'row' },
      ],
    },
  ],
  [
    source({
      schema: { columns: [{ name: 'a', type: 'int', nullable: false }] },
    }),
    { fields: [{ name: 'a', type: 'int', nullable: false }] },
  ],
  [transform('Sql', { query: 'SELECT 1' }), undefined],
  [transform('constructor', {}), undefined],
  [
    transform('Filter', { include_fields: ['name'] }),
    { fields: [{ name: 'name', type: 'string' }] },
  ],
  [
    transform('Filter', { exclude_fields: ['name'] }),
    { fields: [{ name: 'id', type: 'bigint' }] },
  ],
  [
    transform('Filter', { include_fields: ['nmae'] }),
    { reason: 'Column "nmae" does not arrive' },
  ],
  [
    transform('Filter', {}),
    { reason: 'It is not said which columns it keeps' },
  ],
  [
    transform('FieldMapper', { field_mapper: { name: 'n', id: 'key' } }),
    {
      fields: [
        { name: 'n', type: 'string' },
        { name: 'key', type: 'bigint' },
      ],
    },
  ],
  [
    transform('FieldMapper', { field_mapper: { name: 'n', id: 'n' } }),
    { reason: 'Two columns are called "n"' },
  ],
  [
    transform('Copy', { fields: { again: 'id' } }),
    { fields: [...input, { name: 'again', type: 'bigint' }] },
  ],
  [
    transform('Copy', { src_field: 'id', dest_field: 'id' }),
    { reason: 'Two columns are called "id"' },
  ],
  [
    transform('Split', { split_field: 'name', output_fields: ['a', 'b'] }),
    {
      fields: [
        ...input,
        { name: 'a', type: 'string' },
        { name: 'b', type: 'string' },
      ],
    },
  ],
  [
    transform('JsonPath', {
      columns: [
        { src_field: 'name', path: '$.a', dest_field: 'a', dest_type: 'int' },
      ],
    }),
    { fields: [...input, { name: 'a', type: 'int' }] },
  ],
  [transform('FilterRowKind', {}), { fields: input }],
  [{ kind: 'sink', connector: 'Console' }, { fields: input }],
])('%j', (node, expected) => {
  expect(inferNodeFields(node, [input])).toEqual(expected);
});

const fields = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 8 }),
    type: fc.constantFrom('int', 'string', 'double'),
  }),
  { selector: field => field.name, maxLength: 12, minLength: 1 },
);

test('choosing all columns, or mapping each to itself, changes nothing', () => {
  fc.assert(
    fc.property(fields, all => {
      const names = all.map(({ name }) => name);
      expect(
        inferNodeFields(transform('Filter', { include_fields: names }), [all]),
      ).toEqual({ fields: all });
      // An object puts names that are numbers first, so only the set is compared.
      const mapper = Object.fromEntries(names.map(name => [name, name]));
      const mapped = inferNodeFields(
        transform('FieldMapper', { field_mapper: mapper }),
        [all],
      ) as { fields: Field[] };
      const byName = (a: Field, b: Field) => (a.name < b.name ? -1 : 1);
      const usable = all.filter(({ name }) => name !== '__proto__');
      expect([...mapped.fields].sort(byName)).toEqual([...usable].sort(byName));
    }),
  );
});

test('what is kept and what is dropped are all there is', () => {
  fc.assert(
    fc.property(fields, fc.nat(), (all, seed) => {
      const chosen = all.filter((_, i) => (seed >> i % 30) % 2 === 1);
      fc.pre(chosen.length > 0);
      const names = chosen.map(({ name }) => name);
      const kept = inferNodeFields(
        transform('Filter', { include_fields: names }),
        [all],
      ) as { fields: Field[] };
      const rest = inferNodeFields(
        transform('Filter', { exclude_fields: names }),
        [all],
      ) as { fields: Field[] };
      expect(uniteFields([kept.fields, rest.fields])).toHaveLength(all.length);
    }),
  );
});
