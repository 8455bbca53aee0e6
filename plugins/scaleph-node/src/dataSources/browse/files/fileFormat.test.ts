import { fileFormat, guessDelimiter, refusedName } from './fileFormat';

it.each([
  ['orders.csv', 'csv'],
  ['ORDERS.CSV', 'csv'],
  ['a.b.json', 'json'],
  ['events.ndjson', 'json'],
  ['events.jsonl.gz', 'json'],
  ['part-0.parquet', 'parquet'],
  ['server.log', 'text'],
  ['orders.xlsx', undefined],
  ['part-0.parquet.gz', undefined],
  ['csv', undefined],
  ['x.constructor', undefined],
])('%s is read as %s', (name, format) => {
  expect(fileFormat(name)?.options.file_format_type).toBe(format);
});

it.each([
  ['id,name\n1;2;3', ','],
  ['id;name;at\n', ';'],
  ['id\tname', '\t'],
  ['a|b|c', '|'],
  ['"a;b;c",d', ','],
  ['one column', ','],
  ['', ','],
])('guesses what parts the fields of %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter);
});

it('refuses names that a pipeline reads as something else', () => {
  expect(refusedName('a*.csv')?.reason).toMatch(/another name/);
  expect(refusedName('a${b}.csv')).toBeDefined();
  expect(refusedName('a b [1].csv')).toBeUndefined();
});
