/** @jest-environment node */
import { parquetReadObjects } from 'hyparquet';
import { toCsv, toJson, toParquet, toTsv, uniqueNames } from './exportRows';
import { compareValues, toText, viewOf } from './values';

const columns = [
  { name: 'id', type: 'BIGINT' },
  { name: 'name', type: 'STRING' },
  { name: 'price', type: 'DECIMAL(10, 2)' },
];
const rows = [
  ['9007199254740993', 'a, "b"', '10.50'],
  [2, null, '9.75'],
  ['9007199254740992', '', null],
];

describe('order of values', () => {
  it.each<[unknown, unknown, boolean, number]>([
    ['9007199254740993', '9007199254740992', true, 1],
    ['10.5', '9.75', true, 1],
    ['-1.5', '-1.50', true, 0],
    [2, '10', true, -1],
    ['10', '9', false, -1],
    [null, 1, true, 1],
    [null, null, true, 0],
    [1e300, 2, true, 1],
  ])('%s and %s', (left, right, numeric, expected) => {
    expect(Math.sign(compareValues(left, right, numeric))).toBe(expected);
  });
});

describe('viewOf', () => {
  it('sorts exactly, with NULL last both ways', () => {
    const by = (column: number, descending: boolean) =>
      viewOf(rows, columns, '', { column, descending });
    expect(by(0, false)).toEqual([1, 2, 0]);
    expect(by(2, false)).toEqual([1, 0, 2]);
    expect(by(2, true)).toEqual([0, 1, 2]);
  });

  it('filters by any cell, whatever the letters', () => {
    expect(viewOf(rows, columns, ' A, ', undefined)).toEqual([0]);
    expect(viewOf(rows, columns, 'null', undefined)).toEqual([]);
  });
});

describe('exports', () => {
  it('write CSV with quotes, and NULL apart from an empty text', () => {
    expect(toCsv(columns, rows)).toBe(
      'id,name,price\r\n9007199254740993,"a, ""b""",10.50\r\n2,,9.75\r\n9007199254740992,"",\r\n',
    );
  });

  it('write TSV in which a cell is a cell', () => {
    expect(toTsv([['a\tb', 'c\nd', null]])).toBe('a b\tc d\t');
  });

  it('write JSON that keeps exact numbers as they came', () => {
    expect(JSON.parse(toJson(columns, rows))[0]).toEqual({
      id: '9007199254740993',
      name: 'a, "b"',
      price: '10.50',
    });
  });

  it('write Parquet with exact BIGINT', async () => {
    const file = await toParquet(columns, rows);
    expect(await parquetReadObjects({ file })).toEqual([
      { id: 9007199254740993n, name: 'a, "b"', price: '10.50' },
      { id: 2n, name: null, price: '9.75' },
      { id: 9007199254740992n, name: '', price: null },
    ]);
  });

  it('tell columns of one name apart', () => {
    const twice = [columns[0], columns[0], { name: 'id_2', type: 'INT' }];
    expect(uniqueNames(twice)).toEqual(['id', 'id_2', 'id_2_2']);
  });

  it('show nested values as JSON', () => {
    expect(toText({ a: [1] })).toBe('{"a":[1]}');
    expect(toText(false)).toBe('false');
  });
});
