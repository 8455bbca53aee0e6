import { AvroSchema, avroValue } from './avroValue';

const bytes = (...all: (number | string)[]) =>
  Buffer.concat(
    all.map(it =>
      typeof it === 'number' ? Buffer.from([it]) : Buffer.from(it),
    ),
  );
const record = (...types: AvroSchema[]): AvroSchema => ({
  type: 'record',
  name: 'R',
  fields: types.map((type, at) => ({ name: `f${at}`, type })),
});
const node: AvroSchema = {
  type: 'record',
  name: 'Node',
  namespace: 'a.b',
  fields: [{ name: 'next', type: ['null', 'Node'] }],
};

/** Takes no bytes, and has 2^depth values. */
const doubling = (depth: number): AvroSchema => ({
  type: 'record',
  name: `D${depth}`,
  fields: depth
    ? [
        { name: 'a', type: doubling(depth - 1) },
        { name: 'b', type: `D${depth - 1}` },
      ]
    : [],
});

// Zigzag: 1 is -1, 2 is 1, 4 is 2.
it.each<[string, AvroSchema, Buffer, unknown]>([
  ['null', 'null', bytes(), null],
  ['boolean', 'boolean', bytes(1), true],
  ['int', 'int', bytes(0x80, 0x01), 64],
  ['a negative int', 'int', bytes(3), -2],
  [
    'a long that no double holds',
    'long',
    bytes(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1),
    '-9223372036854775808',
  ],
  ['double', 'double', bytes(0, 0, 0, 0, 0, 0, 0xf8, 0x3f), 1.5],
  ['string', 'string', bytes(4, 'hi'), 'hi'],
  ['bytes', 'bytes', bytes(4, 0xff, 0), '0xff00'],
  ['fixed', { type: 'fixed', name: 'F', size: 2 }, bytes(1, 2), '0x0102'],
  ['enum', { type: 'enum', name: 'E', symbols: ['A', 'B'] }, bytes(2), 'B'],
  [
    'array in two blocks, of which one tells its size',
    { type: 'array', items: 'int' },
    bytes(2, 2, 1, 2, 4, 0),
    [1, 2],
  ],
  ['map', { type: 'map', values: 'int' }, bytes(2, 2, 'k', 2, 0), { k: 1 }],
  ['union', ['null', 'string'], bytes(2, 2, 'x'), 'x'],
  ['record', record('int', 'string'), bytes(2, 2, 'x'), { f0: 1, f1: 'x' }],
  ['what names itself', node, bytes(2, 0), { next: { next: null } }],
  ['date', { type: 'int', logicalType: 'date' }, bytes(2), '1970-01-02'],
  [
    'timestamp',
    { type: 'long', logicalType: 'timestamp-millis' },
    bytes(0xd0, 0x0f),
    '1970-01-01T00:00:01.000Z',
  ],
  [
    'decimal',
    { type: 'bytes', logicalType: 'decimal', scale: 2 },
    bytes(2, 0xfb),
    '-0.05',
  ],
])('reads %s', (_, schema, given, value) => {
  expect(avroValue(given, schema)).toEqual(value);
});

it.each<[string, AvroSchema, Buffer]>([
  ['too few bytes', 'string', bytes(20, 'hi')],
  ['a negative length', 'bytes', bytes(1)],
  ['a branch that is none', ['null'], bytes(2)],
  ['a number that does not end', 'long', Buffer.alloc(12, 0xff)],
  ['a type that is none', 'nonsense', bytes(1)],
  [
    'a million of nothing',
    { type: 'array', items: 'null' },
    bytes(0x80, 0x89, 0x7a, 0),
  ],
  ['a value without end', node, Buffer.alloc(1_000, 2)],
  ['records of records of nothing, which double', doubling(40), bytes()],
])('refuses %s', (_, schema, given) => {
  expect(() => avroValue(given, schema)).toThrow();
});
